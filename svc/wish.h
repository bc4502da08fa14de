#pragma once

// What `svc -W` waits for, and whether it has come about: from the letters that were sent,
// how the service was before, what supervise has told since, and how the service is now.
//
// Where the letters end a run or replace it, the run of before does not count: a later
// start or the death of that run is meant. A service that was there and is not any more has
// been there. After `r` it is the end of the replacement that is waited for: the new
// process is to be there, or it is known that the old one stays. Pure.

#include <optional>
#include <string_view>

#include "supervise/state.h"

namespace svc {

enum class Goal : char { up = 'u', ready = 'r', down = 'd', done = 'D' };

std::optional<Goal> goal(std::string_view word);

// "up", "ready", …, for messages.
std::string_view name(Goal goal);

enum class Verdict { wait, met, failed, kept };

class Wish {
  public:
    Wish() = default;
    Wish(Goal goal, std::string_view letters);

    // The service before the letters go out; not called where no supervise runs.
    void begin(const supervise::State& before) { before_ = before; }

    // Letters of supervise/event/ that came since.
    void hear(std::string_view changes);

    // `told` says whether supervise has written this state since `begin`.
    Verdict judge(const supervise::State& now, bool told);

    // No supervise runs; `alive` says that its last process does all the same.
    Verdict judge_absent(bool alive) const;

    bool wants_run() const { return goal_ == Goal::up || goal_ == Goal::ready; }

  private:
    bool failed_for_good(const supervise::State& now, bool told) const;
    bool run_met(const supervise::State& now) const;
    bool run_was_met(const supervise::State& now) const;
    bool end_met(const supervise::State& now, bool told) const;
    bool was_kept(const supervise::State& now) const;
    bool was_swapped(const supervise::State& now) const;
    bool of_before(const supervise::State& now) const;

    Goal goal_ = Goal::up;
    bool ends_ = false;      // the last order is `d`
    bool starts_ = false;    // the last order is `u` or `o`
    bool replaces_ = false;  // the run of before is to end
    bool swaps_ = false;     // likewise, by a process that is started beside it
    std::optional<supervise::State> before_;
    enum class Swap { unknown, begun, done, failed };
    Swap swap_ = Swap::unknown;
    bool saw_ready_ = false;  // after the last start
    bool saw_end_ = false;
    bool saw_failed_ = false;
};

}  // namespace svc
