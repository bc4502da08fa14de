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

TEST_CASE("with too many causes the oldest is forgotten") {
    base::Quiet<64> quiet;
    for (int i = 0; i < 65; ++i) CHECK(quiet.may_speak("stat", std::to_string(i), {2}, 1s));
    CHECK_FALSE(quiet.may_speak("stat", "64", {2}, 2s));
    CHECK(quiet.may_speak("stat", "0", {2}, 2s));
}
