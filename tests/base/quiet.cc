#include "base/quiet.h"

#include <string>

#include "tests/catch.h"

using namespace std::chrono_literals;

TEST_CASE("the same cause speaks once a minute") {
    base::Quiet<64> quiet;
    CHECK(quiet.may_speak("stat", "a", {2}, 100s));
    CHECK_FALSE(quiet.may_speak("stat", "a", {2}, 159s));
    CHECK(quiet.may_speak("stat", "a", {2}, 160s));
    CHECK_FALSE(quiet.may_speak("stat", "a", {2}, 161s));
}

TEST_CASE("another kind, another name or another errno is another cause") {
    base::Quiet<64> quiet;
    CHECK(quiet.may_speak("stat", "a", {2}, 100s));
    CHECK(quiet.may_speak("pipe", "a", {2}, 100s));
    CHECK(quiet.may_speak("stat", "b", {2}, 100s));
    CHECK(quiet.may_speak("stat", "a", {3}, 100s));
    CHECK_FALSE(quiet.may_speak("stat", "b", {2}, 101s));
}

TEST_CASE("of too many causes within a minute one speaks for its kind, then nobody") {
    base::Quiet<64> quiet;
    int spoke = 0;
    for (int i = 0; i < 1000; ++i)
        if (quiet.may_speak("stat", std::to_string(i), {2}, 1s)) ++spoke;
    CHECK(spoke == 49);
    CHECK(quiet.may_speak("pipe", "a", {2}, 2s));
    CHECK_FALSE(quiet.may_speak("pipe", "b", {2}, 2s));
    CHECK_FALSE(quiet.may_speak("stat", "0", {2}, 60s));
    CHECK(quiet.may_speak("stat", "0", {2}, 61s));
    CHECK(quiet.may_speak("pipe", "b", {2}, 61s));
}
