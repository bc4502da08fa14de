#include "supervise/checks.h"

#include "tests/catch.h"

using namespace std::chrono_literals;
using supervise::Checking;
using supervise::Checks;
using supervise::LastExit;
using Due = supervise::Checks::Due;
using Finding = supervise::Checks::Finding;

namespace {

constexpr LastExit good{LastExit::Kind::code, 0, false};
constexpr LastExit bad{LastExit::Kind::code, 1, false};
constexpr Checking plain;
constexpr Checking each_ten{.interval = 10s, .within = 10s};

void start(Checks& checks, const Checking& directory, std::chrono::nanoseconds now) {
    CHECK(checks.tick(now) == Due::check);
    CHECK(checks.wants(directory));
    checks.started(9, directory, now);
}

// Checks process 7, and check 9 has been started at 100 s.
Checks checking(const Checking& directory = plain) {
    Checks checks;
    checks.begin(7, true, directory, 100s);
    start(checks, directory, 100s);
    return checks;
}

// The process is ready since 101 s, and checked again at 110, 120 and so on.
Checks watching() {
    auto checks = checking(each_ten);
    CHECK(checks.ended(good, 101s) == Finding::good);
    checks.ready(101s);
    return checks;
}

}  // namespace

TEST_CASE("a check is due at once, and a second after one that failed") {
    auto checks = checking();
    CHECK(checks.judged() == 7);
    CHECK(checks.running() == 9);
    CHECK(checks.ended(bad, 101s) == Finding::bad);
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
    CHECK(checks.ended(bad, 106s) == Finding::bad);
    CHECK(checks.deadline() == 107s);
}

TEST_CASE(
    "a check whose process is dead says nothing, and is killed in time all the same") {
    auto checks = checking();
    checks.end();
    checks.begin(11, true, plain, 102s);
    CHECK(checks.tick(102s) == Due::nothing);
    CHECK(checks.tick(105s) == Due::kill);
    CHECK(checks.ended(good, 106s) == Finding::none);
    CHECK(checks.judged() == 11);
    CHECK(checks.tick(106s) == Due::check);
}

TEST_CASE("without a process there is nothing to check") {
    Checks checks;
    CHECK(checks.judged() == 0);
    CHECK(checks.deadline() == std::nullopt);
    CHECK(checks.tick(100s) == Due::nothing);
    checks.resume(100s);
    CHECK(checks.deadline() == std::nullopt);
}

TEST_CASE("without an interval checks end once the process is ready") {
    auto checks = checking();
    checks.ended(good, 101s);
    checks.ready(101s);
    CHECK(checks.deadline() == std::nullopt);
}

TEST_CASE("with an interval checks go on from start to start") {
    auto checks = watching();
    CHECK(checks.deadline() == 110s);
    start(checks, each_ten, 110s);
    CHECK(checks.ended(good, 119s) == Finding::good);
    CHECK(checks.deadline() == 120s);
}

TEST_CASE("a check that takes longer than the interval puts off the next one") {
    auto checks = watching();
    start(checks, {.interval = 10s, .within = 60s}, 110s);
    CHECK(checks.tick(125s) == Due::nothing);
    CHECK(checks.ended(good, 130s) == Finding::good);
    CHECK(checks.tick(130s) == Due::check);
}

TEST_CASE("before the process is ready it is checked each second, whatever the interval") {
    auto checks = checking(each_ten);
    CHECK(checks.ended(bad, 101s) == Finding::bad);
    CHECK(checks.deadline() == 102s);
    CHECK(checks.failed() == 0);
}

TEST_CASE("where another says when it is ready, checks begin an interval later") {
    Checks checks;
    checks.begin(7, false, each_ten, 100s);
    CHECK(checks.deadline() == std::nullopt);
    checks.ready(103s);
    CHECK(checks.deadline() == 113s);
}

TEST_CASE("three failures in a row make the process unfit, and a success forgives them") {
    auto checks = watching();
    auto now = 110s;
    for (const bool fails : {true, true, false, true, true}) {
        start(checks, each_ten, now);
        CHECK(checks.ended(fails ? bad : good, now) ==
              (fails ? Finding::bad : Finding::good));
        now += 10s;
    }
    start(checks, each_ten, now);
    CHECK(checks.ended(bad, now) == Finding::unfit);
    CHECK(checks.failed() == 3);
    CHECK(checks.deadline() == std::nullopt);
}

TEST_CASE("the directory says how many failures are too many, as of the last check") {
    auto checks = watching();
    start(checks, each_ten, 110s);
    CHECK(checks.ended(bad, 110s) == Finding::bad);
    start(checks, {.interval = 10s, .within = 10s, .failures = 2}, 120s);
    CHECK(checks.ended(bad, 120s) == Finding::unfit);
}

TEST_CASE("a check that had to be killed has failed") {
    auto checks = watching();
    start(checks, {.interval = 10s, .within = 2s, .failures = 1}, 110s);
    CHECK(checks.tick(112s) == Due::kill);
    CHECK(checks.ended({LastExit::Kind::signal, 9, false}, 112s) == Finding::unfit);
}

TEST_CASE("who is paused is not checked, and what was under way says nothing") {
    auto checks = watching();
    start(checks, each_ten, 110s);
    checks.pause();
    CHECK(checks.ended(bad, 111s) == Finding::none);
    CHECK(checks.failed() == 0);
    CHECK(checks.deadline() == std::nullopt);
    checks.resume(200s);
    CHECK(checks.deadline() == 210s);
}

TEST_CASE("who is paused before it is ready is checked at once when it goes on") {
    auto checks = checking();
    checks.ended(bad, 101s);
    checks.pause();
    CHECK(checks.deadline() == std::nullopt);
    checks.resume(200s);
    CHECK(checks.tick(200s) == Due::check);
}

TEST_CASE("an interval that is gone ends the checks of who is ready") {
    auto checks = watching();
    CHECK(checks.tick(110s) == Due::check);
    CHECK_FALSE(checks.wants(plain));
    CHECK(checks.deadline() == std::nullopt);
}

TEST_CASE("a check that cannot be started is no failure, and tried at the next interval") {
    auto checks = watching();
    CHECK(checks.tick(110s) == Due::check);
    CHECK(checks.wants(each_ten));
    checks.start_failed(110s);
    CHECK(checks.failed() == 0);
    CHECK(checks.deadline() == 120s);
}

TEST_CASE("the share of a core is 0 at first, then what was used since the last look") {
    auto checks = watching();
    CHECK(checks.share(50s, 110s) == 0);
    CHECK(checks.share(55s, 120s) == 50);
    CHECK(checks.share(74960ms, 130s) == 200);
    CHECK(checks.share(74960ms, 140s) == 0);
    CHECK(checks.share(74960ms, 140s) == 0);
    CHECK(checks.share(0s, 150s) == 0);
    checks.begin(8, true, plain, 160s);
    CHECK(checks.share(5s, 160s) == 0);
}
