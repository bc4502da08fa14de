#include "svc/wish.h"

#include "tests/catch.h"

using supervise::Phase;
using supervise::State;
using supervise::Want;
using svc::Goal;
using svc::Verdict;
using svc::Wish;

namespace {

constexpr bool told = true, not_told = false;
constexpr State::Time noon = std::chrono::seconds(1'000'000);

State running(pid_t pid, std::uint64_t starts, Phase phase = Phase::ready) {
    State state;
    state.phase = phase;
    state.want = Want::up;
    state.pid = pid;
    state.birth = base::Text<80>("boot:", pid);
    state.since = noon;
    state.starts = starts;
    if (phase == Phase::ready) state.ready = noon;
    return state;
}

State resting(Phase phase, std::uint64_t starts = 0, Want want = Want::down) {
    State state;
    state.phase = phase;
    state.want = want;
    state.starts = starts;
    return state;
}

Wish wish(Goal goal, std::string_view letters, const State& before) {
    Wish made(goal, letters);
    made.begin(before);
    return made;
}

}  // namespace

TEST_CASE("a goal is one of four letters") {
    CHECK(svc::goal("u") == Goal::up);
    CHECK(svc::goal("r") == Goal::ready);
    CHECK(svc::goal("d") == Goal::down);
    CHECK(svc::goal("D") == Goal::done);
    for (const auto wrong : {"", "x", "ud", "U"}) CHECK_FALSE(svc::goal(wrong));
}

TEST_CASE("without letters what is there is there") {
    CHECK(wish(Goal::up, "", running(7, 1)).judge(running(7, 1), not_told) == Verdict::met);
    CHECK(wish(Goal::ready, "", running(7, 1)).judge(running(7, 1), not_told) ==
          Verdict::met);
    const auto down = resting(Phase::down);
    CHECK(wish(Goal::down, "", down).judge(down, not_told) == Verdict::met);
    CHECK(wish(Goal::done, "", down).judge(down, not_told) == Verdict::met);
}

TEST_CASE("up is not yet ready; a one-shot is both; a paused process is up") {
    const auto up = running(7, 1, Phase::up);
    CHECK(wish(Goal::up, "", up).judge(up, told) == Verdict::met);
    CHECK(wish(Goal::ready, "", up).judge(up, told) == Verdict::wait);
    auto started = resting(Phase::started);
    started.ready = started.since = noon;
    CHECK(wish(Goal::up, "", started).judge(started, told) == Verdict::met);
    CHECK(wish(Goal::ready, "", started).judge(started, told) == Verdict::met);
    const auto paused = running(7, 1, Phase::paused);
    CHECK(wish(Goal::up, "", paused).judge(paused, told) == Verdict::met);
}

TEST_CASE("after t, k, i, q and du the old process does not count") {
    for (const auto letters : {"t", "k", "i", "q", "du", "do", "+t="}) {
        auto wanted = wish(Goal::up, letters, running(7, 1));
        CHECK(wanted.judge(running(7, 1), told) == Verdict::wait);
        CHECK(wanted.judge(running(8, 2), told) == Verdict::met);
    }
}

TEST_CASE("h, u and what is meant for the logger leave the process as it is") {
    for (const auto letters : {"h", "u", "c", "12w", "LtkL", "Lduk"})
        CHECK(wish(Goal::up, letters, running(7, 1)).judge(running(7, 1), told) ==
              Verdict::met);
    CHECK(wish(Goal::up, "Ltlk", running(7, 1)).judge(running(7, 1), told) ==
          Verdict::wait);
}

TEST_CASE("a pid that came again is another process") {
    auto again = running(7, 2);
    again.birth = base::Text<80>("boot:later");
    CHECK(wish(Goal::up, "t", running(7, 1)).judge(again, told) == Verdict::met);

    auto before = running(7, 1), after = running(7, 1);
    before.birth = after.birth = base::Text<80>("unknown");
    CHECK(wish(Goal::up, "t", before).judge(after, told) == Verdict::wait);
    after.since += std::chrono::seconds(1);
    CHECK(wish(Goal::up, "t", before).judge(after, told) == Verdict::met);
}

TEST_CASE("a process that a new supervise adopted is still the old one") {
    auto adopted = running(7, 0);
    adopted.since += std::chrono::seconds(5);
    CHECK(wish(Goal::up, "t", running(7, 3)).judge(adopted, told) == Verdict::wait);
}

TEST_CASE("what is about to end is not up") {
    auto stopping = running(7, 1, Phase::stopping);
    stopping.ready = noon;
    CHECK(wish(Goal::up, "u", stopping).judge(stopping, told) == Verdict::wait);
    CHECK(wish(Goal::ready, "", stopping).judge(stopping, told) == Verdict::wait);
}

TEST_CASE("who came and went between two looks was there") {
    auto wanted = wish(Goal::up, "o", resting(Phase::down, 4));
    CHECK(wanted.judge(resting(Phase::down, 4), told) == Verdict::wait);
    CHECK(wanted.judge(resting(Phase::down, 5), told) == Verdict::met);

    auto ready = wish(Goal::ready, "o", resting(Phase::down, 4));
    ready.hear("sud");
    CHECK(ready.judge(resting(Phase::down, 5), told) == Verdict::wait);
    ready.hear("surd");
    CHECK(ready.judge(resting(Phase::down, 5), told) == Verdict::met);
    ready.hear("s");
    CHECK(ready.judge(resting(Phase::starting, 5), told) == Verdict::wait);
}

TEST_CASE("failed for good is told at once") {
    const auto failed = resting(Phase::failed);
    CHECK(wish(Goal::up, "", failed).judge(failed, not_told) == Verdict::failed);
    CHECK(wish(Goal::ready, "u", resting(Phase::down)).judge(failed, told) ==
          Verdict::failed);
    CHECK(
        wish(Goal::up, "u", resting(Phase::down)).judge(resting(Phase::failed, 1), told) ==
        Verdict::failed);
}

TEST_CASE("after u an old failure is over, and only another one counts") {
    const auto failed = resting(Phase::failed);
    for (const auto letters : {"u", "o", "du"}) {
        auto wanted = wish(Goal::up, letters, failed);
        CHECK(wanted.judge(failed, not_told) == Verdict::wait);
        wanted.hear("f");  // that of before, told late
        CHECK(wanted.judge(failed, not_told) == Verdict::wait);
        CHECK(wanted.judge(failed, told) == Verdict::failed);
    }
}

TEST_CASE("down is met when run is dead, done when nothing runs any more") {
    const auto before = running(7, 1);
    for (const auto phase : {Phase::finishing, Phase::waiting, Phase::down, Phase::failed})
        CHECK(wish(Goal::down, "d", before).judge(resting(phase, 1), told) == Verdict::met);
    CHECK(wish(Goal::down, "d", before).judge(running(7, 1, Phase::stopping), told) ==
          Verdict::wait);
    CHECK(wish(Goal::done, "d", before).judge(resting(Phase::finishing, 1), told) ==
          Verdict::wait);
    CHECK(wish(Goal::done, "d", before).judge(resting(Phase::waiting, 1), told) ==
          Verdict::wait);
    for (const auto phase : {Phase::down, Phase::failed})
        CHECK(wish(Goal::done, "d", before).judge(resting(phase, 1), told) == Verdict::met);
    CHECK(wish(Goal::down, "", resting(Phase::started))
              .judge(resting(Phase::started), told) == Verdict::wait);
}

TEST_CASE("a pause between two runs is not down as long as nobody heard the d") {
    const auto pause = resting(Phase::waiting, 1, Want::up);
    CHECK(wish(Goal::down, "d", pause).judge(pause, not_told) == Verdict::wait);
    CHECK(wish(Goal::down, "d", pause).judge(resting(Phase::down, 1), told) ==
          Verdict::met);
    CHECK(wish(Goal::down, "", pause).judge(pause, not_told) == Verdict::met);
}

TEST_CASE("a run that was replaced before we looked has been down") {
    CHECK(wish(Goal::down, "t", running(7, 1)).judge(running(8, 2), told) == Verdict::met);
    CHECK(wish(Goal::done, "t", running(7, 1)).judge(running(8, 2), told) == Verdict::wait);
}

TEST_CASE("after d another run that lives is not down, though that of before is dead") {
    CHECK(wish(Goal::down, "d", running(7, 1)).judge(running(8, 2), told) == Verdict::wait);
    CHECK(wish(Goal::down, "td", running(7, 1)).judge(running(8, 2), told) ==
          Verdict::wait);
}

TEST_CASE("o and then down: the run that o started is meant") {
    const auto down = resting(Phase::down, 1, Want::once);
    auto wanted = wish(Goal::down, "o", down);
    CHECK(wanted.judge(down, not_told) == Verdict::wait);
    wanted.hear("sur");
    CHECK(wanted.judge(running(8, 2), told) == Verdict::wait);
    wanted.hear("dD");
    CHECK(wanted.judge(resting(Phase::down, 2, Want::once), told) == Verdict::met);
}

TEST_CASE(
    "no supervise is as good as down, unless its process lives on; up it may become") {
    for (const auto goal : {Goal::down, Goal::done}) {
        CHECK(Wish(goal, "d").judge_absent(false) == Verdict::met);
        CHECK(Wish(goal, "d").judge_absent(true) == Verdict::wait);
    }
    CHECK(Wish(Goal::up, "").judge_absent(false) == Verdict::wait);
    CHECK(Wish(Goal::ready, "u").judge_absent(false) == Verdict::wait);
}

TEST_CASE("letters that nobody knows change nothing") {
    auto wanted = wish(Goal::ready, "\xff z", running(7, 1));
    wanted.hear("\x01\xffQ");
    CHECK(wanted.judge(running(7, 1), told) == Verdict::met);
}

TEST_CASE("after r the end of the replacement is waited for, and how it went told") {
    const auto before = running(7, 1);
    auto during = before;
    during.next.pid = 8;
    for (const auto goal : {Goal::up, Goal::ready}) {
        auto replaced = wish(goal, "r", before);
        CHECK(replaced.judge(before, not_told) == Verdict::wait);
        replaced.hear("n");
        CHECK(replaced.judge(during, told) == Verdict::wait);
        replaced.hear("dsurN");
        CHECK(replaced.judge(running(8, 2), told) == Verdict::met);

        auto kept = wish(goal, "r", before);
        kept.hear("n");
        CHECK(kept.judge(during, told) == Verdict::wait);
        kept.hear("O");
        CHECK(kept.judge(before, told) == Verdict::kept);

        auto refused = wish(goal, "r", before);
        refused.hear("O");
        CHECK(refused.judge(before, told) == Verdict::kept);
    }
}

TEST_CASE("after r a service that is not ready yet is waited for") {
    auto wanted = wish(Goal::ready, "r", running(7, 1));
    wanted.hear("ndsuN");
    CHECK(wanted.judge(running(8, 2, Phase::up), told) == Verdict::wait);
    wanted.hear("r");
    CHECK(wanted.judge(running(8, 2), told) == Verdict::met);
}

TEST_CASE("after r it is seen how it went, where a letter was missed") {
    const auto before = running(7, 1);
    auto during = before;
    during.next.pid = 8;
    auto replaced = wish(Goal::ready, "r", before);
    CHECK(replaced.judge(running(8, 2), told) == Verdict::met);
    auto kept = wish(Goal::ready, "r", before);
    CHECK(kept.judge(during, told) == Verdict::wait);
    CHECK(kept.judge(before, told) == Verdict::kept);
}

TEST_CASE("an r for the logger, or a goal that is an end, does not wait for replacements") {
    CHECK(wish(Goal::ready, "Lr", running(7, 1)).judge(running(7, 1), told) ==
          Verdict::met);
    auto down = wish(Goal::down, "rd", running(7, 1));
    down.hear("nO");
    CHECK(down.judge(running(7, 1, Phase::stopping), told) == Verdict::wait);
    auto ending = resting(Phase::finishing, 1);
    ending.next.pid = 8;
    CHECK(down.judge(ending, told) == Verdict::wait);
    CHECK(down.judge(resting(Phase::down, 1), told) == Verdict::met);
}
