#include "supervise/chain/settings.h"

#include <vector>

#include "tests/catch.h"

namespace {

using namespace std::literals;
using supervise::chain::file_setting;
using supervise::chain::Ini;

std::vector<std::string> read(Ini ini, std::vector<std::string_view> lines) {
    std::vector<std::string> settings;
    for (const auto line : lines)
        if (const auto setting = ini.read(line)) settings.push_back(*setting);
    return settings;
}

using Settings = std::vector<std::string>;

}  // namespace

TEST_CASE("an empty file removes its variable") {
    CHECK(file_setting("NAME", "") == "NAME");
}

TEST_CASE("the value is the first line of a file, with or without its newline") {
    CHECK(file_setting("NAME", "value") == "NAME=value");
    CHECK(file_setting("NAME", "value\n") == "NAME=value");
    CHECK(file_setting("NAME", "value\nmore\n") == "NAME=value");
}

TEST_CASE("an empty first line is an empty value") {
    CHECK(file_setting("NAME", "\n") == "NAME=");
    CHECK(file_setting("NAME", "\nmore") == "NAME=");
    CHECK(file_setting("NAME", " \t ") == "NAME=");
}

TEST_CASE("blanks and tabs at the end of a value go, those before and within stay") {
    CHECK(file_setting("NAME", "  a \t b \t ") == "NAME=  a \t b");
}

TEST_CASE("a carriage return is part of the value") {
    CHECK(file_setting("NAME", "a\r\n") == "NAME=a\r");
}

TEST_CASE("a NUL is a newline in the value, and only there") {
    CHECK(file_setting("NAME", "a\0b\0"sv) == "NAME=a\nb\n");
    CHECK(file_setting("NAME", "a\0 \t"sv) == "NAME=a\n");
}

TEST_CASE("lines with an equals sign are assignments, without the blanks around") {
    CHECK(read(Ini(""), {"a=1", "  b = 2 \t\r", "c\t=\t3 4"}) ==
          Settings{"a=1", "b=2", "c=3 4"});
}

TEST_CASE("a section goes before the names that follow, after the prefix") {
    CHECK(read(Ini("P_"), {"a=1", "[one]", "b=2", " [two] ", "c=3"}) ==
          Settings{"P_a=1", "P_one_b=2", "P_two_c=3"});
}

TEST_CASE("a section without a name is an underscore") {
    CHECK(read(Ini(""), {"[]", "a=1"}) == Settings{"_a=1"});
}

TEST_CASE("comments and whatever is neither section nor assignment mean nothing") {
    CHECK(read(Ini(""), {"", "   ", ";a=1", " ; b=2", "word", "two words = 3", "=4", " = 5",
                         "[", "]", "[open", "shut]"})
              .empty());
}

TEST_CASE("a value may be empty and may hold equals signs and brackets") {
    CHECK(read(Ini(""), {"a=", "b==1=2", "c=[d]"}) == Settings{"a=", "b==1=2", "c=[d]"});
}

TEST_CASE("a line ends at a NUL") {
    CHECK(read(Ini(""), {"a=1\0 2"sv, "b\0=3"sv}) == Settings{"a=1"});
}
