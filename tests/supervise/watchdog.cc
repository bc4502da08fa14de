#include "supervise/watchdog.h"

#include "tests/catch.h"

using namespace std::chrono_literals;
using supervise::Watchdog;

TEST_CASE("a watchdog waits from readiness on, and anew after each word") {
    Watchdog watchdog;
    watchdog.begin(5s);
    CHECK(watchdog.deadline() == std::nullopt);
    watchdog.heard(100s);
    CHECK(watchdog.deadline() == 105s);
    watchdog.heard(104s);
    CHECK_FALSE(watchdog.tick(105s));
    CHECK_FALSE(watchdog.tick(108999ms));
    CHECK(watchdog.tick(109s));
    CHECK_FALSE(watchdog.tick(200s));
}

TEST_CASE("a watchdog does not count the time of a pause") {
    Watchdog watchdog;
    watchdog.begin(5s);
    watchdog.heard(100s);
    watchdog.pause();
    CHECK_FALSE(watchdog.tick(200s));
    watchdog.heard(200s);
    CHECK(watchdog.deadline() == 205s);
}

TEST_CASE("a watchdog that is taken away does not come back to the same process") {
    Watchdog watchdog;
    watchdog.begin(5s);
    watchdog.heard(100s);
    watchdog.change(0s);
    watchdog.heard(101s);
    CHECK(watchdog.deadline() == std::nullopt);
}

TEST_CASE("without a watchdog silence is never too long") {
    Watchdog watchdog;
    watchdog.heard(100s);
    CHECK_FALSE(watchdog.tick(100000s));
}
