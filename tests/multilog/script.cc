#include "multilog/script.h"

#include "tests/catch.h"

using multilog::Action;
using multilog::Labelling;
using multilog::Script;
using namespace std::chrono_literals;

namespace {

Script script(std::vector<const char*> arguments) { return multilog::parse(arguments); }

multilog::Settings log_of(std::vector<const char*> arguments) {
    arguments.push_back("./main");
    return script(arguments).logs.at(0);
}

}  // namespace

TEST_CASE("a script is a list of actions in their order") {
    const auto read = script({"t", "-*", "+*fatal*", "e", "=status", "./main", "/var/log"});
    CHECK(read.labelling == Labelling::tai64n);
    using Kind = Action::Kind;
    std::vector<Kind> kinds;
    for (const auto& action : read.actions) kinds.push_back(action.kind);
    CHECK(kinds == std::vector{Kind::deselect, Kind::select, Kind::alert, Kind::status,
                               Kind::log, Kind::log});
    CHECK(read.statuses.at(0) == std::string("status"));
    CHECK(read.logs.at(1).directory == std::string("/var/log"));
    CHECK(read.actions.at(5).target == 1);
}

TEST_CASE("labels are asked for by the first argument, or not at all") {
    CHECK(script({"t", "./a"}).labelling == Labelling::tai64n);
    CHECK(script({"tai", "./a"}).labelling == Labelling::tai64n);
    CHECK(script({"T", "./a"}).labelling == Labelling::seconds);
    CHECK(script({"e", "t", "./a"}).labelling == Labelling::none);
    CHECK(script({}).labelling == Labelling::none);
}

TEST_CASE("settings hold for the logs that follow") {
    const auto read = script({"./a", "s5000", "n3", "!gzip", "wgz", "./b", "./c"});
    CHECK(read.logs[0].size == 99999);
    CHECK(read.logs[0].keep == 10);
    CHECK(read.logs[0].processor == nullptr);
    CHECK(read.logs[0].suffix == "s");
    for (const auto& log : {read.logs[1], read.logs[2]}) {
        CHECK(log.size == 5000);
        CHECK(log.keep == 3);
        CHECK(log.processor == std::string("gzip"));
        CHECK(log.suffix == "gz");
    }
}

TEST_CASE("sizes and numbers out of range are moved into it") {
    CHECK(log_of({"s1"}).size == 4096);
    CHECK(log_of({"sabc"}).size == 4096);
    CHECK(log_of({"s5000x"}).size == 5000);
    CHECK(log_of({"s2147483647"}).size == 2147483647);
    CHECK(log_of({"s2147483648"}).size == 2147483647);
    CHECK(log_of({"s18446744073709551616"}).size == 2147483647);
    CHECK(log_of({"n0"}).keep == 2);
    CHECK(log_of({"n1000000"}).keep == 1000000);
}

TEST_CASE("F makes the patterns that follow fnmatch's, S simple again") {
    const auto read = script({"F", "+?", "S", "+?"});
    CHECK(read.actions[0].pattern.matches("a"));
    CHECK_FALSE(read.actions[1].pattern.matches("a"));
    CHECK(read.actions[1].pattern.matches("?"));
}

TEST_CASE("what is no action is ignored") {
    const auto read = script({"Q", "", "xyz", "*", "e"});
    CHECK(read.actions.size() == 1);
    CHECK(read.wrong == nullptr);
}

TEST_CASE("a suffix may be given with its dot, and none is the usual one") {
    CHECK(log_of({"w.gz"}).suffix == "gz");
    CHECK(log_of({"wgz", "w"}).suffix == "s");
}

TEST_CASE("an empty processor is none") {
    CHECK(log_of({"!cat", "!"}).processor == nullptr);
}

TEST_CASE("lines are synced within milliseconds, logs full after seconds") {
    CHECK(log_of({"D250"}).sync_within == 250ms);
    CHECK(log_of({"D0"}).sync_within == 0ms);
    CHECK_FALSE(log_of({}).sync_within);
    CHECK(log_of({"R86400"}).age == 86400s);
    CHECK_FALSE(log_of({"R60", "R0"}).age);
}

TEST_CASE("what makes no sense in the newer actions is refused") {
    CHECK(script({"D"}).wrong == std::string("D"));
    CHECK(script({"Dsoon", "./a"}).wrong == std::string("Dsoon"));
    CHECK(script({"R1h"}).wrong == std::string("R1h"));
    CHECK(script({"wa/b"}).wrong == std::string("wa/b"));
    CHECK(script({"pa\nb"}).wrong == std::string("pa\nb"));
    const std::string long_prefix = "p" + std::string(1001, 'x');
    CHECK(script({long_prefix.c_str()}).wrong == long_prefix);
}
