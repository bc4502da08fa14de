#include "supervise/control.h"

#include <string_view>

#include "tests/catch.h"

TEST_CASE("every letter of the family is a command") {
    for (const char letter : std::string_view("udoxpchaitkq12w+=e"))
        CHECK(static_cast<char>(*supervise::command(letter)) == letter);
}

TEST_CASE("any other byte is none") {
    int known = 0;
    for (int byte = 0; byte < 256; ++byte)
        if (supervise::command(static_cast<char>(byte))) ++known;
    CHECK(known == 19);
}
