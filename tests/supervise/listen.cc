#include "supervise/listen.h"

#include <netinet/in.h>

#include <string>
#include <vector>

#include "tests/catch.h"

using supervise::Endpoint;
using supervise::Listen;
using supervise::parse_listen;

namespace {

std::vector<std::string> told(const Listen& listen) {
    std::vector<std::string> all;
    for (const auto& endpoint : listen.endpoints)
        all.emplace_back(text_of(endpoint).view());
    return all;
}

std::vector<std::string> told(std::string_view text) {
    return told(parse_listen(text, false));
}

std::string wrong(std::string_view text, bool shared = false) {
    const auto listen = parse_listen(text, shared);
    CHECK(listen.endpoints.empty());
    return std::string(listen.wrong.view());
}

Endpoint one(std::string_view line) { return *parse_listen(line, false).endpoints.begin(); }

std::string name(std::string_view line) { return std::string(name_of(one(line)).view()); }

}  // namespace

TEST_CASE("listen: an address a line, in their order") {
    CHECK(told("tcp 127.0.0.1 8080\ntcp :: 443\nudp 0.0.0.0 53\nunix ./socket 0660\n") ==
          std::vector<std::string>{"tcp 127.0.0.1 8080", "tcp :: 443", "udp 0.0.0.0 53",
                                   "unix ./socket"});
}

TEST_CASE("listen: blank lines, comments, blanks and a missing newline do not matter") {
    CHECK(told("\n# ours\n\t tcp\t::1  80 # the web\r\n   \nunix /run/it 666") ==
          std::vector<std::string>{"tcp ::1 80", "unix /run/it"});
    CHECK(told("").empty());
    CHECK(wrong("").empty());
    CHECK(wrong("# nothing yet\n").empty());
}

TEST_CASE("listen: each endpoint knows its line and its mode") {
    const auto endpoint = one("\n\nunix a 0620");
    CHECK(endpoint.line == 3);
    CHECK(endpoint.mode == 0620);
    CHECK(std::string(endpoint.path()) == "a");
    CHECK(one("unix a").mode == 0600);
}

TEST_CASE("listen: a file without a word of ours is not ours") {
    CHECK(parse_listen("", false).ours);
    CHECK(parse_listen("scp ::1 80\n tcp ::1 80\n", false).ours);
    CHECK(parse_listen("unix", false).ours);
    CHECK(!parse_listen("#!/bin/sh\nexec tcp ::1 80\n", false).ours);
    CHECK(!parse_listen("[server]\n# tcp ::1 80\ntcpserver 0 80", false).ours);
}

TEST_CASE("listen: the first wrong line is named, and then nothing is opened") {
    CHECK(wrong("tcp ::1 80\nscp ::1 80\n") == "line 2: neither tcp, udp nor unix");
    CHECK(wrong("tcp localhost 80") == "line 1: no numeric address");
    CHECK(wrong("tcp 80") == "line 1: no numeric address");
    CHECK(wrong("tcp") == "line 1: no numeric address");
    CHECK(wrong("tcp fe80::1%eth0 80") == "line 1: no numeric address");
    CHECK(wrong(std::string_view("tcp ::1\0x 80", 12)) == "line 1: no numeric address");
    CHECK(wrong("tcp ::1") == "line 1: no port from 1 to 65535");
    CHECK(wrong("tcp ::1 0") == "line 1: no port from 1 to 65535");
    CHECK(wrong("udp ::1 65536") == "line 1: no port from 1 to 65535");
    CHECK(wrong("udp ::1 http") == "line 1: no port from 1 to 65535");
    CHECK(wrong("tcp ::1 80 81") == "line 1: more words than it takes");
    CHECK(wrong("unix") == "line 1: no path, or too long a path");
    CHECK(wrong("unix a\x1b"
                "b") == "line 1: no path, or too long a path");
    CHECK(wrong("unix a\u009b") == "line 1: no path, or too long a path");
    CHECK(told("unix \u00db") == std::vector<std::string>{"unix \u00db"});
    CHECK(wrong("unix a 0888") == "line 1: no mode from 0 to 0777");
    CHECK(wrong("unix a 1777") == "line 1: no mode from 0 to 0777");
    CHECK(wrong("unix a 0660 root") == "line 1: more words than it takes");
}

TEST_CASE("listen: a path of 107 bytes, and none longer") {
    const std::string path(107, 'p');
    CHECK(told("unix " + path) == std::vector<std::string>{"unix " + path});
    CHECK(wrong("unix " + path + "p") == "line 1: no path, or too long a path");
}

TEST_CASE("listen: sixteen addresses, and no more") {
    std::string text;
    for (int port = 1; port <= 16; ++port) text += "tcp ::1 " + std::to_string(port) + "\n";
    CHECK(told(text).size() == 16);
    CHECK(wrong(text + "tcp ::1 17\n") == "line 17: more than 16 addresses");
}

TEST_CASE("listen: workers share addresses, not a unix socket") {
    CHECK(wrong("tcp ::1 80\nunix a", true) ==
          "line 2: workers cannot share a unix socket");
    const auto listen = parse_listen("tcp ::1 80\n", true);
    CHECK(listen.shared);
    CHECK(told(listen).size() == 1);
}

TEST_CASE("listen: names are short, and never hold a colon") {
    CHECK(name("tcp :: 8080") == "tcp-8080");
    CHECK(name("udp 127.0.0.1 53") == "udp-53");
    CHECK(name("unix ./socket") == "unix-socket");
    CHECK(name("unix /run/php/fpm_7.sock") == "unix-fpm_7.sock");
    CHECK(name("unix a:b") == "unix-a-b");
    CHECK(name("unix /run/") == "unix-");
    CHECK(name("unix " + std::string(100, 'p')).size() == 30);
}

TEST_CASE("listen: the same place is the same, whatever its mode and line are") {
    CHECK(one("unix a 0600") == one("\nunix a 0660"));
    CHECK(one("tcp 127.0.0.1 80") == one("tcp 127.0.0.1 080"));
    CHECK_FALSE(one("tcp 127.0.0.1 80") == one("udp 127.0.0.1 80"));
    CHECK_FALSE(one("tcp 127.0.0.1 80") == one("tcp 127.0.0.1 81"));
    CHECK_FALSE(one("tcp 127.0.0.1 80") == one("tcp ::1 80"));
    CHECK_FALSE(one("unix a") == one("unix ab"));
}
