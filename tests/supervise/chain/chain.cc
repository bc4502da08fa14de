#include "supervise/chain/chain.h"

#include <string_view>

#include "tests/catch.h"

namespace {

using supervise::chain::Environment;

std::vector<std::string_view> entries(const Environment& environment) {
    std::vector<std::string_view> result;
    for (const auto* entry = environment.list(); *entry; ++entry) result.push_back(*entry);
    return result;
}

using Entries = std::vector<std::string_view>;

const char* const inherited[] = {"A=1", "B=2", "AA=3", "C=4", nullptr};

}  // namespace

TEST_CASE("an environment that nobody changed is the inherited one") {
    CHECK(entries(Environment(inherited)) == Entries{"A=1", "B=2", "AA=3", "C=4"});
}

TEST_CASE("a new variable comes last") {
    Environment environment(inherited);
    environment.change("D=5");
    CHECK(entries(environment) == Entries{"A=1", "B=2", "AA=3", "C=4", "D=5"});
}

TEST_CASE("a new value comes last, and the last entry takes the old one's place") {
    Environment environment(inherited);
    environment.change("A=5");
    CHECK(entries(environment) == Entries{"C=4", "B=2", "AA=3", "A=5"});
}

TEST_CASE("a name alone removes the variable of exactly that name") {
    Environment environment(inherited);
    environment.change("A");
    environment.change("nosuch");
    CHECK(entries(environment) == Entries{"C=4", "B=2", "AA=3"});
}

TEST_CASE("the last entry can be removed, and the only one") {
    Environment environment(inherited);
    for (const auto* name : {"C", "AA", "A", "B"}) environment.change(name);
    CHECK(entries(environment).empty());
}

TEST_CASE("a variable that is there twice is gone altogether") {
    const char* const twice[] = {"A=1", "A=2", "B=3", "A=4", nullptr};
    Environment removed(twice);
    removed.change("A");
    CHECK(entries(removed) == Entries{"B=3"});
    Environment changed(twice);
    changed.change("A=5");
    CHECK(entries(changed) == Entries{"B=3", "A=5"});
}

TEST_CASE("an empty value is a value") {
    Environment environment(inherited);
    environment.change("B=");
    CHECK(entries(environment) == Entries{"A=1", "C=4", "AA=3", "B="});
}

TEST_CASE("the first equals sign ends the name") {
    Environment environment(inherited);
    environment.change("C=D=E");
    CHECK(entries(environment) == Entries{"A=1", "B=2", "AA=3", "C=D=E"});
}

TEST_CASE("an empty environment can be filled") {
    const char* const none[] = {nullptr};
    Environment environment(none);
    for (int i = 0; i < 1000; ++i) environment.change("N" + std::to_string(i) + "=x");
    CHECK(entries(environment).size() == 1000);
    CHECK(entries(environment).front() == "N0=x");
}
