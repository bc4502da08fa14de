// Drives the machine of a service with random events, a million of them, and looks after
// each whether what service.h promises still holds.

#include <random>

#include "tests/catch.h"
#include "tests/supervise/world.h"

namespace {

constexpr int lives = 2000;
constexpr int events_in_a_life = 500;

}  // namespace

TEST_CASE("a million random events never break what the machine promises") {
    for (unsigned seed = 1; seed <= lives; ++seed) {
        INFO("seed " << seed);
        std::minstd_rand random(seed);
        const auto dice = [&](unsigned limit) {
            return static_cast<unsigned>(random() % limit);
        };
        tests::World world(dice, seed);
        for (int i = 0; i < events_in_a_life; ++i) world.step();
        world.settle();
    }
}
