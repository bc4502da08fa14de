#include "svc/wish.h"

namespace svc {
namespace {

using supervise::Phase;
using supervise::State;

bool is_up(const State& state) {
    switch (state.phase) {
        case Phase::up:
        case Phase::ready:
        case Phase::started:
        case Phase::paused: return true;
        case Phase::down:
        case Phase::starting:
        case Phase::stopping:
        case Phase::finishing:
        case Phase::waiting:
        case Phase::failed: return false;
    }
    return false;
}

bool is_ready(const State& state) { return is_up(state) && state.ready != State::Time(0); }

// Nothing of it runs, and nothing is to.
bool is_done(const State& state) {
    return state.phase == Phase::down || state.phase == Phase::failed;
}

bool is_dead(const State& state) {
    return is_done(state) || state.phase == Phase::waiting ||
           (state.phase == Phase::finishing && state.next.pid == 0);
}

}  // namespace

std::optional<Goal> goal(std::string_view word) {
    for (const auto known : {Goal::up, Goal::ready, Goal::down, Goal::done})
        if (word.size() == 1 && word[0] == static_cast<char>(known)) return known;
    return {};
}

std::string_view name(Goal goal) {
    switch (goal) {
        case Goal::up: return "up";
        case Goal::ready: return "ready";
        case Goal::down: return "down";
        case Goal::done: return "down and done";
    }
    return {};
}

// What is meant for the logger of a file `log` does not concern the service.
Wish::Wish(Goal goal, std::string_view letters) : goal_(goal) {
    bool to_log = false;
    for (const char letter : letters) {
        if (letter == 'l' || letter == 'L') to_log = letter == 'L';
        if (to_log) continue;
        if (letter == 'd') {
            ends_ = true;
            starts_ = false;
        } else if (letter == 'u' || letter == 'o') {
            if (ends_) replaces_ = true;
            starts_ = true;
            ends_ = false;
        } else if (letter == 't' || letter == 'k' || letter == 'i' || letter == 'q') {
            replaces_ = true;
        } else if (letter == 'r') {
            swaps_ = true;
        }
    }
}

void Wish::hear(std::string_view changes) {
    for (const char change : changes) switch (change) {
            case 's':
            case 'u': saw_ready_ = false; break;
            case 'r': saw_ready_ = true; break;
            case 'n': swap_ = Swap::begun; break;
            case 'N': swap_ = Swap::done; break;
            case 'O': swap_ = Swap::failed; break;
            case 'f': saw_failed_ = saw_end_ = true; break;
            case 'd':
            case 'D': saw_end_ = true; break;
            default: break;
        }
}

// A pid can come again, its birth cannot; a one-shot has nothing but its moment.
bool Wish::of_before(const State& now) const {
    if (!before_ || now.pid != before_->pid) return false;
    if (now.pid == 0)
        return now.phase == Phase::started && before_->phase == Phase::started &&
               now.since == before_->since;
    if (now.birth.view() != before_->birth.view()) return false;
    return now.birth.view() != "unknown" || now.since == before_->since;
}

// A failure of before is over once `u` or `o` is heard: only another one counts then.
bool Wish::failed_for_good(const State& now, bool told) const {
    if (now.phase != Phase::failed) return false;
    const bool again = starts_ && before_ && before_->phase == Phase::failed;
    return !again || (saw_failed_ && told);
}

bool Wish::run_met(const State& now) const {
    const bool there = goal_ == Goal::up ? is_up(now) : is_ready(now);
    return there && !(replaces_ && of_before(now));
}

bool Wish::run_was_met(const State& now) const {
    const bool started = now.starts > (before_ ? before_->starts : 0);
    return started && !of_before(now) && (goal_ == Goal::up || saw_ready_);
}

bool Wish::end_met(const State& now, bool told) const {
    const bool there = goal_ == Goal::down ? is_dead(now) : is_done(now);
    const bool ran = before_ && before_->pid != 0;
    // Who told it to stay down does not mean a run that lives, whichever it is.
    if (!there)
        return goal_ == Goal::down && !ends_ && ran && now.pid != 0 && !of_before(now);
    if (ends_ && now.want != supervise::Want::down) return false;
    return !starts_ || (before_ ? saw_end_ && told : now.starts > 0);
}

// A letter may have been missed: who was not told how it ended sees it.
bool Wish::was_kept(const State& now) const {
    return swap_ == Swap::failed ||
           (swap_ == Swap::begun && now.next.pid == 0 && of_before(now));
}

bool Wish::was_swapped(const State& now) const {
    return swap_ == Swap::done ||
           (before_ && before_->pid != 0 && now.pid != 0 && !of_before(now));
}

Verdict Wish::judge(const State& now, bool told) {
    if (!wants_run()) return end_met(now, told) ? Verdict::met : Verdict::wait;
    if (now.next.pid != 0 && swap_ == Swap::unknown) swap_ = Swap::begun;
    if (swaps_ && was_kept(now)) return Verdict::kept;
    if (swaps_ && !was_swapped(now))
        return failed_for_good(now, told) ? Verdict::failed : Verdict::wait;
    if (run_met(now)) return Verdict::met;
    if (failed_for_good(now, told)) return Verdict::failed;
    return run_was_met(now) ? Verdict::met : Verdict::wait;
}

Verdict Wish::judge_absent(bool alive) const {
    return wants_run() || alive ? Verdict::wait : Verdict::met;
}

}  // namespace svc
