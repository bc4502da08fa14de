#include "base/text.h"

#include "tests/catch.h"

TEST_CASE("a text is put together from words, letters and numbers") {
    const base::Text<40> text("pid ", 12, ' ', std::string_view("of web"));
    CHECK(text.view() == "pid 12 of web");
    CHECK(text.whole());
}

TEST_CASE("what does not fit is cut off, and the text says so") {
    base::Text<4> text("abc", "def");
    CHECK(text.view() == "abcd");
    CHECK(std::string_view(text.c_str()) == "abcd");
    CHECK_FALSE(text.whole());
}

TEST_CASE("a text can be cut back and added to") {
    base::Text<8> text("run/");
    text.cut(3);
    CHECK(text.add('!').view() == "run!");
}
