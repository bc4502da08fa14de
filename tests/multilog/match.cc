#include "multilog/match.h"

#include "tests/catch.h"

namespace {

bool simple(std::string_view pattern, std::string_view line) {
    return multilog::Pattern(pattern, multilog::Style::simple).matches(line);
}

bool shell(std::string_view pattern, std::string_view line) {
    return multilog::Pattern(pattern, multilog::Style::shell).matches(line);
}

}  // namespace

TEST_CASE("a pattern without a star matches the whole of a line, and nothing else") {
    CHECK(simple("hello", "hello"));
    CHECK_FALSE(simple("hello", "hello world"));
    CHECK_FALSE(simple("hello", "hell"));
    CHECK(simple("", ""));
    CHECK_FALSE(simple("", "a"));
}

TEST_CASE("a star at the end matches anything") {
    CHECK(simple("*", ""));
    CHECK(simple("*", "anything at all"));
    CHECK(simple("STAT*", "STAT"));
    CHECK(simple("STAT*", "STATUS"));
    CHECK_FALSE(simple("STAT*", "STA"));
}

TEST_CASE("a star elsewhere runs up to the next literal character, without trying again") {
    CHECK(simple("named[*]: Cleaned cache *", "named[135]: Cleaned cache of 3121 RRs"));
    CHECK(simple("a*b", "axxb"));
    CHECK(simple("a*b", "ab"));
    CHECK_FALSE(simple("a*b", "axbxb"));
    CHECK_FALSE(simple("a*xb", "axxb"));
    CHECK_FALSE(simple("*ab", "aab"));
    CHECK(simple("* fatal: *", "@400000003b4a39c23294b13c fatal: out of memory"));
}

TEST_CASE("a star after a star is the character that the first one runs up to") {
    CHECK(simple("a**b", "a*b"));
    CHECK(simple("a**b", "a**b"));
    CHECK_FALSE(simple("a**b", "axb"));
    CHECK_FALSE(simple("**", "abc"));
    CHECK(simple("**", "x*y*z"));
}

TEST_CASE("a NUL is a character like others in a simple pattern's line") {
    CHECK(simple("a*b", std::string_view("a\0b", 3)));
    CHECK_FALSE(simple("a", std::string_view("a\0b", 3)));
}

TEST_CASE("the shell's patterns are fnmatch's") {
    CHECK(shell("[ab]*.log", "b.log"));
    CHECK(shell("*x*b", "axxb"));
    CHECK(shell("a?c", "abc"));
    CHECK_FALSE(shell("a?c", "abcd"));
    CHECK(shell("a\\*", "a*"));
    CHECK(shell("*", std::string(1000, 'a')));
}
