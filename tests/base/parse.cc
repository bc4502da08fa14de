#include "base/parse.h"

#include <cstdint>

#include "tests/catch.h"

using base::next_word;
using base::read_number;

TEST_CASE("words are taken off at each blank") {
    std::string_view text = "signal 11  core";
    CHECK(next_word(text) == "signal");
    CHECK(next_word(text) == "11");
    CHECK(next_word(text).empty());
    CHECK(next_word(text) == "core");
    CHECK(text.empty());
    CHECK(next_word(text).empty());
}

TEST_CASE("a number is all of the text, and fits") {
    int number = 7;
    for (const auto wrong : {"", " 1", "1 ", "1x", "x", "+1", "0x10", "2147483648"}) {
        CHECK_FALSE(read_number(wrong, number));
        CHECK(number == 7);
    }
    CHECK(read_number("-12", number));
    CHECK(number == -12);
    CHECK(read_number<8>("660", number));
    CHECK(number == 0660);
    std::uint64_t large = 0;
    CHECK_FALSE(read_number("-1", large));
    CHECK(read_number("18446744073709551615", large));
    CHECK(large == UINT64_MAX);
}
