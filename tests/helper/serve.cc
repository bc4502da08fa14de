// serve [-n FD] [-w MS] [-s MS] [-p PORT]: a small HTTP server that answers every request
// with its pid, one after the other. It serves on the descriptors that LISTEN_FDS tells of,
// from 3 on, where LISTEN_PID names it; with -p on a port of its own that it shares
// (SO_REUSEPORT). On a datagram socket each datagram is a request. -w: it takes so long
// until it is ready; -n: and then says so on that descriptor; -s: an answer takes so long.
//
// TERM ends it, after the request that it is at: a connection is accepted only to be
// answered, so none is lost. Exits 99 where it was given nothing to serve on.

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <time.h>

#include <vector>

#include "tests/helper/address.h"

namespace {

volatile sig_atomic_t told_to_end = 0;

void end(int) { told_to_end = 1; }

void pause(int ms) {
    timespec time{ms / 1000, ms % 1000 * 1000000L};
    while (::nanosleep(&time, &time) == -1 && errno == EINTR) continue;
}

std::vector<int> inherited() {
    const char* const pid = ::getenv("LISTEN_PID");
    const char* const number = ::getenv("LISTEN_FDS");
    std::vector<int> all;
    if (!pid || !number || ::atoi(pid) != ::getpid()) return all;
    for (int i = 0; i < ::atoi(number); ++i) all.push_back(3 + i);
    return all;
}

int own(int port) {
    const auto address = helper::loopback(port);
    const int server = ::socket(AF_INET, SOCK_STREAM, 0);
    const int yes = 1;
    ::setsockopt(server, SOL_SOCKET, SO_REUSEPORT, &yes, sizeof yes);
    ::setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (::bind(server, address.get(), address.size) == -1 ||
        ::listen(server, SOMAXCONN) == -1)
        ::perror("serve: bind");
    return server;
}

int type_of(int server) {
    int type = 0;
    socklen_t size = sizeof type;
    ::getsockopt(server, SOL_SOCKET, SO_TYPE, &type, &size);
    return type;
}

std::string answer() {
    const std::string pid = std::to_string(::getpid()) + "\n";
    return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(pid.size()) +
           "\r\nConnection: close\r\n\r\n" + pid;
}

void answer_stream(int server, int slowness) {
    const int client = ::accept(server, nullptr, nullptr);
    if (client == -1) return;  // Somebody else was faster.
    ::fcntl(client, F_SETFL, 0);
    std::string request;
    char some[4096];
    for (ssize_t more; request.find("\r\n\r\n") == request.npos &&
                       (more = ::read(client, some, sizeof some)) > 0;)
        request.append(some, static_cast<size_t>(more));
    pause(slowness);
    const auto text = answer();
    ::send(client, text.data(), text.size(), MSG_NOSIGNAL);
    ::close(client);
}

void answer_datagram(int server, int slowness) {
    sockaddr_storage client;
    socklen_t size = sizeof client;
    char some[4096];
    auto* const from = reinterpret_cast<sockaddr*>(&client);
    if (::recvfrom(server, some, sizeof some, 0, from, &size) == -1) return;
    pause(slowness);
    const auto text = answer();
    ::sendto(server, text.data(), text.size(), 0, from, size);
}

// TERM is let in only while nothing is under way.
void serve(const std::vector<int>& servers, int slowness) {
    sigset_t waiting;
    ::sigprocmask(SIG_SETMASK, nullptr, &waiting);
    ::sigdelset(&waiting, SIGTERM);
    while (!told_to_end) {
        std::vector<pollfd> all;
        for (const int server : servers) all.push_back({server, POLLIN, 0});
        if (::ppoll(all.data(), all.size(), nullptr, &waiting) == -1) continue;
        for (const auto& one : all) {
            if (one.revents == 0) continue;
            type_of(one.fd) == SOCK_DGRAM ? answer_datagram(one.fd, slowness)
                                          : answer_stream(one.fd, slowness);
        }
    }
}

}  // namespace

int main(int count, char** words) {
    int notify = -1, wait = 0, slowness = 0, port = 0;
    for (int option; (option = ::getopt(count, words, "n:w:s:p:")) != -1;) {
        int* const which = option == 'n'   ? &notify
                           : option == 'w' ? &wait
                           : option == 's' ? &slowness
                                           : &port;
        if (option == '?') return 100;
        *which = ::atoi(::optarg);
    }
    sigset_t term;
    ::sigemptyset(&term);
    ::sigaddset(&term, SIGTERM);
    ::sigprocmask(SIG_BLOCK, &term, nullptr);
    struct sigaction action {};
    action.sa_handler = end;
    ::sigaction(SIGTERM, &action, nullptr);

    auto servers = inherited();
    if (port != 0) servers = {own(port)};
    if (servers.empty()) return 99;
    // Others may serve on them too, and be faster.
    for (const int server : servers) ::fcntl(server, F_SETFL, O_NONBLOCK);
    pause(wait);
    if (notify != -1) {
        if (::write(notify, "\n", 1) != 1) ::perror("serve: notify");
        ::close(notify);
    }
    serve(servers, slowness);
    // At once: the CONT that comes after a TERM holds up a sanitizer's look for leaks for
    // ever.
    ::_exit(0);
}
