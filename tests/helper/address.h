#pragma once

// Where the helpers meet: "8080", a TCP port of the loopback address; "udp:53", a UDP port
// of it; anything with a slash, a socket in the file system.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <string_view>

namespace helper {

struct Address {
    sockaddr_storage room{};
    socklen_t size = 0;
    int type = SOCK_STREAM;
    const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&room); }
};

inline Address loopback(int port) {
    sockaddr_in there{};
    there.sin_family = AF_INET;
    there.sin_port = htons(static_cast<in_port_t>(port));
    there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    Address address;
    address.size = sizeof there;
    ::memcpy(&address.room, &there, sizeof there);
    return address;
}

inline Address address_of(std::string_view text) {
    if (text.find('/') == text.npos) {
        const bool udp = text.starts_with("udp:");
        auto address = loopback(::atoi(text.data() + (udp ? 4 : 0)));
        if (udp) address.type = SOCK_DGRAM;
        return address;
    }
    sockaddr_un there{};
    there.sun_family = AF_UNIX;
    text = text.substr(0, sizeof there.sun_path - 1);
    std::copy(text.begin(), text.end(), there.sun_path);
    Address address;
    address.size = sizeof there;
    ::memcpy(&address.room, &there, sizeof there);
    return address;
}

// A descriptor, or -1.
inline int connect_to(const Address& address) {
    const int client = ::socket(address.room.ss_family, address.type | SOCK_CLOEXEC, 0);
    if (client == -1 || ::connect(client, address.get(), address.size) == 0) return client;
    const int error = errno;
    ::close(client);
    errno = error;
    return -1;
}

// Asks for a path and reads the whole answer, which is empty where there is none.
inline std::string ask(const Address& address, std::string_view path) {
    std::string answer;
    const int client = connect_to(address);
    if (client == -1) return answer;
    const timeval patience{10, 0};
    ::setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    const std::string request = "GET " + std::string(path) + " HTTP/1.0\r\n\r\n";
    errno = 0;
    if (::send(client, request.data(), request.size(), MSG_NOSIGNAL) ==
        static_cast<ssize_t>(request.size())) {
        char some[4096];
        for (;;) {
            const ssize_t more = ::recv(client, some, sizeof some, 0);
            if (more == -1 && errno == EINTR) continue;  // It was stopped meanwhile.
            if (more <= 0) break;
            answer.append(some, static_cast<size_t>(more));
            if (address.type == SOCK_DGRAM) break;
        }
    }
    const int error = errno;
    ::close(client);
    errno = error;
    return answer;
}

inline bool is_good(std::string_view answer) {
    return answer.starts_with("HTTP/1.") && answer.substr(8, 4) == " 200";
}

}  // namespace helper
