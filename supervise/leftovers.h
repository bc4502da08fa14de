#pragma once

// Process groups that outlived their leader: what earlier processes of a service left
// behind. They are told signals that are for the whole group, and ended before the next
// start where the directory wants that (a file kill-group). Whoever got such a group's
// number since is never signalled; where /proc cannot tell, nobody is.

#include <sys/types.h>

#include <chrono>
#include <optional>

#include "base/clock.h"
#include "supervise/notes.h"
#include "supervise/state.h"

namespace supervise {

class Leftovers {
  public:
    // To be asked right after the leader was waited for.
    void look_for(pid_t leader, Groups& groups);

    void signal(const Groups& groups, int signal) const;

    // Ending them before a start: TERM, KILL after five seconds. `gone` when none is left,
    // `stubborn` when KILL was not enough either, `not_yet` while they are waited for.
    enum class End { gone, not_yet, stubborn };
    End end(Groups& groups, base::Moment now);

    // When all of them were seen, for the state; and what another supervise, this one
    // before it was killed for instance, has told of them: none, where their numbers may
    // mean others by now.
    base::Text<96> seen() const;
    Groups take_up(const State& told);

    void remember(NoteWriter& write) const { write("leftovers-seen", seen_); }
    void recall(NoteReader& read) { read("leftovers-seen", seen_); }

  private:
    bool is_ours(pid_t group) const;
    void forget_others(Groups& groups) const;

    std::chrono::nanoseconds seen_{0};              // since boot: all of them lived by then
    std::optional<std::chrono::nanoseconds> told_;  // steady: when TERM was sent
};

}  // namespace supervise
