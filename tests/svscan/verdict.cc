#include "svscan/verdict.h"

#include <signal.h>

#include "tests/catch.h"

using supervise::LastExit;
using supervise::Phase;
using supervise::State;
using supervise::Want;
using svscan::ended_with;

namespace {

State after(LastExit exit, Phase phase, Want want) {
    State state;
    state.phase = phase;
    state.want = want;
    state.last_exit = exit;
    state.starts = 1;
    return state;
}

constexpr LastExit code(int number) { return {LastExit::Kind::code, number, false}; }
constexpr LastExit signal(int number) { return {LastExit::Kind::signal, number, false}; }

}  // namespace

TEST_CASE("a service that is given up has ended, with its exit code") {
    CHECK(ended_with(after(code(100), Phase::failed, Want::up), false) == 100);
    CHECK(ended_with(after({}, Phase::failed, Want::up), true) == 111);
    CHECK(ended_with(after({LastExit::Kind::unknown}, Phase::failed, Want::up), true) ==
          111);
}

TEST_CASE("a service that was wanted once has ended when it is down") {
    CHECK(ended_with(after(code(3), Phase::down, Want::once), false) == 3);
    CHECK(ended_with(after(signal(9), Phase::down, Want::once), true) == 137);
    CHECK_FALSE(ended_with(after(code(3), Phase::finishing, Want::once), true));
    CHECK_FALSE(ended_with(after({}, Phase::up, Want::once), true));
    State never = after({}, Phase::down, Want::once);
    never.starts = 0;
    CHECK_FALSE(ended_with(never, false));
}

TEST_CASE("a service whose run has exited 0 has ended, started again or not") {
    CHECK(ended_with(after(code(0), Phase::up, Want::up), true) == 0);
    CHECK(ended_with(after(code(0), Phase::waiting, Want::up), true) == 0);
}

TEST_CASE("an exit 0 that a command asked for is a restart") {
    auto state = after(code(0), Phase::up, Want::up);
    state.last_told = SIGTERM;
    CHECK_FALSE(ended_with(state, true));
    state.want = Want::once;
    state.phase = Phase::down;
    CHECK(ended_with(state, true) == 0);
}

TEST_CASE("an exit 0 of long ago means nothing") {
    CHECK_FALSE(ended_with(after(code(0), Phase::up, Want::up), false));
}

TEST_CASE("a service that died otherwise is started again") {
    CHECK_FALSE(ended_with(after(code(1), Phase::waiting, Want::up), true));
    CHECK_FALSE(ended_with(after(signal(15), Phase::up, Want::up), true));
}

TEST_CASE("a service that was told to be down has not ended") {
    CHECK_FALSE(ended_with(after(code(0), Phase::down, Want::down), true));
    CHECK_FALSE(ended_with(after(signal(15), Phase::down, Want::down), true));
}
