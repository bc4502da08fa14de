#include "svstat/options.h"

#include <initializer_list>
#include <vector>

#include "tests/catch.h"

using svstat::Slot;

namespace {

svstat::Options given(std::initializer_list<const char*> words) {
    std::vector<const char*> all{"svstat"};
    all.insert(all.end(), words.begin(), words.end());
    return svstat::options(static_cast<int>(all.size()), all.data());
}

}  // namespace

TEST_CASE("without options every word is a directory, and the service itself is meant") {
    CHECK(given({"web", "db"}).words == 1);
    CHECK(given({"web"}).slot == Slot::main);
    CHECK(given({}).words == 1);
}

TEST_CASE("-L asks for the logger, -l for the service, and the last one counts") {
    CHECK(given({"-L", "web"}).slot == Slot::log);
    CHECK(given({"-l", "web"}).slot == Slot::main);
    CHECK(given({"-l", "-L", "web"}).slot == Slot::log);
    CHECK(given({"-Ll", "web"}).slot == Slot::main);
    CHECK(given({"-L", "-L", "web"}).words == 3);
}

TEST_CASE("-v, -j and -p choose a form, the last one counts; -f goes with any") {
    using svstat::Form;
    CHECK(given({"web"}).form == Form::line);
    CHECK(given({"-v", "web"}).form == Form::words);
    CHECK(given({"-vj", "web"}).form == Form::json);
    CHECK(given({"-j", "-p", "web"}).form == Form::metrics);
    CHECK(given({"-fL", "web"}).follow);
    CHECK(given({"-fL", "web"}).slot == Slot::log);
    CHECK_FALSE(given({"-v", "web"}).follow);
}

TEST_CASE("a word that has a letter of no option is a directory, as in daemontools") {
    CHECK(given({"-x", "-L"}).words == 1);
    CHECK(given({"-Lx"}).words == 1);
    CHECK(given({"-Lx"}).slot == Slot::main);
    CHECK(given({"-"}).words == 1);
    CHECK(given({""}).words == 1);
    CHECK(given({"--help"}).words == 1);
}

TEST_CASE("options end at -- and at the first directory") {
    CHECK(given({"-L", "--", "-l"}).words == 3);
    CHECK(given({"web", "-L"}).slot == Slot::main);
}
