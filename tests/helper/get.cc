// get PORT PATH: asks an HTTP server on the loopback address, prints what it says, and
// exits 0 where that begins with "HTTP/1.1 200". get free: prints a port that nobody has.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<in_port_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int print_free_port() {
    auto address = loopback(0);
    socklen_t size = sizeof address;
    const int server = ::socket(AF_INET, SOCK_STREAM, 0);
    if (::bind(server, reinterpret_cast<sockaddr*>(&address), size) == -1 ||
        ::getsockname(server, reinterpret_cast<sockaddr*>(&address), &size) == -1)
        return 1;
    ::printf("%d\n", ntohs(address.sin_port));
    return 0;
}

}  // namespace

int main(int count, char** words) {
    if (count == 2) return print_free_port();
    if (count != 3) return 100;
    const auto address = loopback(::atoi(words[1]));
    const int client = ::socket(AF_INET, SOCK_STREAM, 0);
    if (::connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof address) ==
        -1)
        return 1;
    char text[4096];
    const int asked = ::snprintf(text, sizeof text, "GET %s HTTP/1.0\r\n\r\n", words[2]);
    if (::write(client, text, static_cast<size_t>(asked)) != asked) return 1;
    size_t size = 0;
    for (ssize_t more; size < sizeof text - 1 &&
                       (more = ::read(client, text + size, sizeof text - 1 - size)) > 0;)
        size += static_cast<size_t>(more);
    text[size] = '\0';
    ::fputs(text, stdout);
    return ::strncmp(text, "HTTP/1.1 200", 12) == 0 ? 0 : 1;
}
