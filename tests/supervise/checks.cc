#include "supervise/checks.h"

#include "tests/catch.h"

using namespace std::chrono_literals;
using supervise::Checks;
using supervise::LastExit;
using Due = supervise::Checks::Due;

namespace {

constexpr LastExit good{LastExit::Kind::code, 0, false};
constexpr LastExit bad{LastExit::Kind::code, 1, false};

// Checks process 7, and check 9 has been started at 100 s.
Checks checking() {
    Checks checks;
    checks.begin(7, 100s);
    CHECK(checks.tick(100s) == Due::check);
    checks.started(9, 100s);
    return checks;
}

}  // namespace

TEST_CASE("a check is due at once, and a second after one that failed") {
    auto checks = checking();
    CHECK(checks.judged() == 7);
    CHECK(checks.running() == 9);
    CHECK(checks.ended(bad, 101s));
    CHECK(checks.running() == 0);
    CHECK(checks.tick(101999ms) == Due::nothing);
    CHECK(checks.tick(102s) == Due::check);
}

TEST_CASE("a check that cannot be started is tried again a second later") {
    auto checks = checking();
    checks.ended(bad, 101s);
    CHECK(checks.tick(102s) == Due::check);
    checks.start_failed(102s);
    CHECK(checks.deadline() == 103s);
}

TEST_CASE("a check that hangs is killed once, and waited for") {
    auto checks = checking();
    CHECK(checks.tick(104999ms) == Due::nothing);
    CHECK(checks.tick(105s) == Due::kill);
    CHECK(checks.deadline() == std::nullopt);
    CHECK(checks.ended(bad, 106s));
    CHECK(checks.deadline() == 107s);
}

TEST_CASE(
    "a check whose process is dead says nothing, and is killed in time all the same") {
    auto checks = checking();
    checks.end();
    checks.begin(11, 102s);
    CHECK(checks.tick(102s) == Due::nothing);
    CHECK(checks.tick(105s) == Due::kill);
    CHECK_FALSE(checks.ended(good, 106s));
    CHECK(checks.judged() == 11);
    CHECK(checks.tick(106s) == Due::check);
}

TEST_CASE("without a process there is nothing to check") {
    Checks checks;
    CHECK(checks.judged() == 0);
    CHECK(checks.deadline() == std::nullopt);
    CHECK(checks.tick(100s) == Due::nothing);
}
