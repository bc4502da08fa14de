#include "supervise/pause.h"

#include "tests/catch.h"

using namespace std::chrono_literals;
using supervise::Pause;

namespace {

constexpr auto no_backoff = 0ns;

// When the next start may be.
Pause::Time after(Pause& pause, Pause::Time started, Pause::Time died,
                  Pause::Time longest) {
    pause.begin(started, died, longest);
    return pause.end();
}

}  // namespace

TEST_CASE("without backoff the next start is a second after the last") {
    Pause pause(1);
    CHECK(after(pause, 100s, 100s + 10ms, no_backoff) == 101s);
    CHECK(after(pause, 100s, 150s, no_backoff) == 101s);
}

TEST_CASE("with backoff the pauses double up to the longest, varied by a fifth") {
    for (std::uint32_t noise = 0; noise < 1000; ++noise) {
        Pause pause(noise);
        for (const std::chrono::nanoseconds wanted : {1s, 2s, 4s, 8s, 10s, 10s}) {
            const auto wait = after(pause, 100s, 100s, 10s) - 100s;
            CHECK(wait >= std::max<std::chrono::nanoseconds>(1s, wanted * 8 / 10));
            CHECK(wait <= std::min<std::chrono::nanoseconds>(10s, wanted * 12 / 10));
        }
    }
}

TEST_CASE("where backoff is gone for a while the pauses begin anew") {
    Pause pause(7);
    for (int i = 0; i < 4; ++i) after(pause, 0s, 0s, 60s);
    CHECK(after(pause, 0s, 0s, no_backoff) == 1s);
    CHECK(after(pause, 0s, 0s, 60s) <= 1200ms);
}

TEST_CASE("many services that die together do not start together") {
    Pause one(1), other(123456);
    CHECK(after(one, 0s, 0s, 60s) != after(other, 0s, 0s, 60s));
}

TEST_CASE("a life longer than the pause begins with the first pause again") {
    Pause pause(7);
    for (int i = 0; i < 4; ++i) after(pause, 0s, 0s, 60s);  // 1, 2, 4, 8
    CHECK(after(pause, 0s, 7s, 60s) > 15s);                 // shorter than the pause
    CHECK(after(pause, 0s, 16s, 60s) == 16s);               // not shorter: at once
    CHECK(after(pause, 100s, 100s, 60s) <= 101200ms);
}
