#include "svscan/rhythm.h"

#include "tests/catch.h"

using namespace std::chrono_literals;
using svscan::Rhythm;
using svscan::Time;

namespace {

constexpr Time noon = 12h;

Rhythm looked_at_noon(Time cost = 0s) {
    Rhythm rhythm(noon);
    rhythm.looked(noon, noon + cost);
    return rhythm;
}

}  // namespace

TEST_CASE("the first look is at once") { CHECK(Rhythm(noon).next() == noon); }

TEST_CASE("without a need there is no look") { CHECK_FALSE(looked_at_noon().next()); }

TEST_CASE("with a need looks are five seconds apart") {
    auto rhythm = looked_at_noon();
    rhythm.need(true, noon);
    CHECK(rhythm.next() == noon + 5s);
    CHECK_FALSE(rhythm.is_regular(noon + 4s));
    CHECK(rhythm.is_regular(noon + 5s));
    rhythm.need(true, noon + 6s);
    CHECK(rhythm.next() == noon + 5s);
    rhythm.looked(noon + 6s, noon + 6s);
    rhythm.need(true, noon + 6s);
    CHECK(rhythm.next() == noon + 11s);
}

TEST_CASE("a need that comes late finds the beat as if it had gone on") {
    auto rhythm = looked_at_noon();
    rhythm.need(true, noon + 3723s);
    CHECK(rhythm.next() == noon + 3725s);
    rhythm.need(false, noon + 3724s);
    CHECK_FALSE(rhythm.next());
}

TEST_CASE("a change is looked at at once") {
    auto rhythm = looked_at_noon();
    rhythm.ask(noon + 1s);
    CHECK(rhythm.next() == noon + 1s);
    CHECK(rhythm.is_asked());
    CHECK_FALSE(rhythm.is_regular(noon + 1s));
}

TEST_CASE("looks that changes provoke take a fifth of the time at most") {
    auto rhythm = looked_at_noon(10ms);
    rhythm.ask(noon + 11ms);
    CHECK(rhythm.next() == noon + 50ms);
    rhythm.ask(noon + 20ms);
    CHECK(rhythm.next() == noon + 50ms);
    rhythm = looked_at_noon(10s);
    rhythm.ask(noon + 10s);
    CHECK(rhythm.next() == noon + 11s);
}

TEST_CASE("a change of which more may follow is looked at when none does") {
    auto rhythm = looked_at_noon();
    rhythm.ask_later(noon + 1s);
    CHECK(rhythm.next() == noon + 1s + 3ms);
    rhythm.ask_later(noon + 1s + 2ms);
    CHECK(rhythm.next() == noon + 1s + 5ms);
}

TEST_CASE("who demands a look gets it") {
    auto rhythm = looked_at_noon(10s);
    rhythm.demand(noon + 10s);
    CHECK(rhythm.next() == noon + 10s);
}

TEST_CASE("a look answers all that was asked") {
    auto rhythm = looked_at_noon();
    rhythm.ask(noon + 1s);
    rhythm.ask_later(noon + 1s);
    rhythm.demand(noon + 1s);
    rhythm.looked(noon + 1s, noon + 1s);
    CHECK_FALSE(rhythm.next());
    CHECK_FALSE(rhythm.is_asked());
}
