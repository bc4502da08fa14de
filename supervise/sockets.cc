#include "supervise/sockets.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

#include "base/reason.h"
#include "supervise/listen_file.h"

namespace supervise {
namespace {

using base::Errno;
using base::Result;
using Kind = Endpoint::Kind;

const sockaddr* address_of(const Endpoint& endpoint) {
    return reinterpret_cast<const sockaddr*>(&endpoint.address);
}

Result<base::Fd> make(const Endpoint& endpoint, int flags) {
    const int type = endpoint.kind == Kind::udp ? SOCK_DGRAM : SOCK_STREAM;
    const int made = ::socket(endpoint.address.ss_family, type | SOCK_CLOEXEC | flags, 0);
    if (made == -1) return base::last_error();
    return base::Fd(made);
}

Result<void> set(int socket, int level, int option) {
    const int yes = 1;
    if (::setsockopt(socket, level, option, &yes, sizeof yes) == -1)
        return base::last_error();
    return {};
}

// A port is free again at once, though old connections to it are still about; on Linux
// UDP would understand that otherwise, and let two have the same port. An address of IPv6
// is for IPv6 alone, whatever the system's default is.
Result<void> set_options(int socket, const Endpoint& endpoint, bool shared) {
    Result<void> done;
    if (endpoint.kind == Kind::tcp) done = set(socket, SOL_SOCKET, SO_REUSEADDR);
    if (done && endpoint.address.ss_family == AF_INET6)
        done = set(socket, IPPROTO_IPV6, IPV6_V6ONLY);
    if (done && shared) done = set(socket, SOL_SOCKET, SO_REUSEPORT);
    return done;
}

// The mode is that of the file from its first moment on.
Result<void> bind(int socket, const Endpoint& endpoint) {
    const mode_t old = ::umask(~endpoint.mode & 0777);
    const int bound = ::bind(socket, address_of(endpoint), endpoint.size);
    const auto error = base::last_error();
    ::umask(old);
    if (bound == -1) return error;
    return {};
}

// EADDRINUSE: somebody answers; EEXIST: it is not a socket.
Result<void> remove_stale(const Endpoint& endpoint) {
    struct stat about;
    if (::lstat(endpoint.path(), &about) == -1) return base::last_error();
    if (!S_ISSOCK(about.st_mode)) return Errno{EEXIST};
    const auto client = make(endpoint, SOCK_NONBLOCK);
    if (!client) return client.error();
    const bool answers =
        ::connect((*client).number(), address_of(endpoint), endpoint.size) == 0;
    if (answers || errno != ECONNREFUSED) return Errno{EADDRINUSE};
    if (::unlink(endpoint.path()) == -1) return base::last_error();
    return {};
}

Result<base::Fd> open_one(const Endpoint& endpoint, bool shared) {
    auto socket = make(endpoint, 0);
    if (!socket) return socket;
    const int number = socket->number();
    if (const auto done = set_options(number, endpoint, shared); !done) return done.error();
    auto bound = bind(number, endpoint);
    if (bound.error() == Errno{EADDRINUSE} && endpoint.kind == Kind::local) {
        if (const auto gone = remove_stale(endpoint); !gone) return gone.error();
        bound = bind(number, endpoint);
    }
    if (!bound) return bound.error();
    if (endpoint.kind != Kind::udp && ::listen(number, SOMAXCONN) == -1)
        return base::last_error();
    return socket;
}

// A stream of that address may be a connection to it.
bool hears_clients(int socket) {
    int hears = 0;
    socklen_t size = sizeof hears;
    return ::getsockopt(socket, SOL_SOCKET, SO_ACCEPTCONN, &hears, &size) == 0 &&
           hears != 0;
}

// Where a socket is bound.
Endpoint endpoint_of(int socket) {
    Endpoint found;
    int type = 0;
    socklen_t size = sizeof type;
    found.size = sizeof found.address;
    if (::getsockopt(socket, SOL_SOCKET, SO_TYPE, &type, &size) == -1 ||
        ::getsockname(socket, reinterpret_cast<sockaddr*>(&found.address), &found.size) ==
            -1)
        return {};
    found.kind = type == SOCK_DGRAM                   ? Kind::udp
                 : found.address.ss_family == AF_UNIX ? Kind::local
                                                      : Kind::tcp;
    return found;
}

}  // namespace

Sockets::Trouble Sockets::open() {
    if (count() != 0) return {};
    if (::access("listen", F_OK) == -1 && errno == ENOENT) return {};
    return open_all();
}

// Apart from what most services need: the room that this takes on the stack is theirs.
[[gnu::noinline]] Sockets::Trouble Sockets::open_all() {
    const auto listen = read_listen(AT_FDCWD);
    if (!listen.wrong.empty()) return {decltype(Trouble::words)(listen.wrong), listen.ours};
    auto place = all_.begin();
    for (const auto& endpoint : listen.endpoints) {
        auto opened = open_one(endpoint, listen.shared);
        if (!opened) {
            close();
            return {
                decltype(Trouble::words)("line ", endpoint.line, ": ", text_of(endpoint),
                                         ": ", base::reason(opened.error())),
                true};
        }
        *place++ = std::move(*opened);
    }
    return {};
}

// Others may have it open still: what the service left behind, or a script of ours in the
// moment before it is executed. Clients are refused all the same. A file that we have made
// is removed, unless another server has put its own there.
void Sockets::close() {
    for (auto& one : all_) {
        if (!one) continue;
        const auto endpoint = endpoint_of(one.number());
        ::shutdown(one.number(), SHUT_RDWR);
        one.close();
        if (endpoint.kind == Kind::local)
            if (const auto gone = remove_stale(endpoint); !gone) continue;
    }
}

void Sockets::adopt(const base::Stranger& service) {
    std::array<base::Fd, most_endpoints> found;
    int number = first;
    auto place = found.begin();
    const auto listen = read_listen(AT_FDCWD);
    for (const auto& endpoint : listen.endpoints) {
        auto copy = service.copy_of(number++);
        if (!copy || !(endpoint_of(copy->number()) == endpoint)) return;
        if (endpoint.kind != Kind::udp && !hears_clients(copy->number())) return;
        *place++ = std::move(*copy);
    }
    all_ = std::move(found);
}

int Sockets::count() const {
    int count = 0;
    for (const auto& one : all_)
        if (one) ++count;
    return count;
}

char* Sockets::give(Few<base::Given, base::most_given>& given,
                    Environment& environment) const {
    if (count() == 0) return nullptr;
    base::Text<511> names;
    int number = first;
    for (const auto& one : all_) {
        if (!one) break;
        if (number != first) names.add(':');
        names.add(name_of(endpoint_of(one.number())));
        given.add({one.number(), number++});
    }
    environment.set("LISTEN_FDS", count());
    environment.set("LISTEN_FDNAMES", names);
    return environment.set("LISTEN_PID", "                ");
}

}  // namespace supervise
