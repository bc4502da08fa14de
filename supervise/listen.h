#pragma once

// The file `listen` of a service directory: sockets that supervise opens for the service,
// an address a line, words apart by blanks:
//
//     tcp 127.0.0.1 8080       tcp :: 443       udp 0.0.0.0 53       unix ./socket 0660
//
// Addresses are numeric: a static program can ask no resolver. A port is from 1 to 65535,
// as nobody could know which one 0 became. A path has as many bytes as the system takes,
// 107 on Linux, and no control characters; its mode is octal, 0600 where there is none.
// What follows a word that begins with # does not count, nor does a line without words.
// A file in which no line begins with tcp, udp or unix is somebody else's. Pure.

#include <sys/socket.h>
#include <sys/types.h>

#include <cstddef>
#include <string_view>

#include "base/text.h"
#include "supervise/few.h"

namespace supervise {

struct Endpoint {
    enum class Kind { tcp, udp, local };  // the last: unix, a stream
    Kind kind = Kind::tcp;
    sockaddr_storage address{};
    socklen_t size = 0;  // of the address
    mode_t mode = 0;
    int line = 0;

    const char* path() const;  // of a local one
    // Whether it is the same place; modes and lines do not count.
    friend bool operator==(const Endpoint& one, const Endpoint& other);
};

constexpr std::size_t most_endpoints = 16;

struct Listen {
    Few<Endpoint, most_endpoints> endpoints;  // none where something is wrong
    base::Text<63> wrong;                     // "line 2: no port from 1 to 65535"
    bool shared = false;                      // each worker opens them for itself
    bool ours = true;  // false: what has that name is meant for something else
};

// A unix socket cannot be shared.
Listen parse_listen(std::string_view text, bool shared);

// Whether a line of it begins with a word that only we understand.
bool names_a_kind(std::string_view text);

// "tcp 127.0.0.1 8080", "unix ./socket".
base::Text<127> text_of(const Endpoint& endpoint);

// What its descriptor is called in LISTEN_FDNAMES: "tcp-8080", or the last name of its
// path, "unix-socket", in letters, digits, dots and dashes.
base::Text<30> name_of(const Endpoint& endpoint);

}  // namespace supervise
