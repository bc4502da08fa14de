// get ADDRESS PATH: asks an HTTP server (address.h), prints what it says, and exits 0 where
// that begins with "HTTP/1.1 200". get free: prints a port that nobody has.

#include <stdio.h>

#include "tests/helper/address.h"

namespace {

int print_free_port() {
    const auto any = helper::loopback(0);
    sockaddr_in address{};
    socklen_t size = sizeof address;
    const int server = ::socket(AF_INET, SOCK_STREAM, 0);
    if (::bind(server, any.get(), any.size) == -1 ||
        ::getsockname(server, reinterpret_cast<sockaddr*>(&address), &size) == -1)
        return 1;
    ::printf("%d\n", ntohs(address.sin_port));
    return 0;
}

}  // namespace

int main(int count, char** words) {
    if (count == 2) return print_free_port();
    if (count != 3) return 100;
    const auto answer = helper::ask(helper::address_of(words[1]), words[2]);
    ::fputs(answer.c_str(), stdout);
    return helper::is_good(answer) ? 0 : 1;
}
