#pragma once

// Decides when ./check is run for one process, and notes how it ended; what that means for
// the service is the machine's business (service.h). One check runs at a time; one that
// runs too long is to be killed. A check whose process died meanwhile says nothing of the
// next process: it is waited for, or killed when its time is over, and then the next one is
// due. Times are on the steady clock. Pure.

#include <sys/types.h>

#include <chrono>
#include <optional>

#include "supervise/state.h"

namespace supervise {

class Checks {
  public:
    using Time = std::chrono::nanoseconds;
    using Deadline = std::optional<Time>;

    // This process is checked from now on.
    void begin(pid_t judged, Time now);
    // It is dead, or needs no further check.
    void end();

    // The process that is checked, 0 where there is none.
    pid_t judged() const { return judged_; }
    // The check that runs, 0 where none does.
    pid_t running() const { return check_; }

    void started(pid_t check, Time now);
    void start_failed(Time now);
    // The check that runs has ended. False: nobody wants to know how.
    bool ended(const LastExit& exit, Time now);

    enum class Due { nothing, check, kill };
    Due tick(Time now);
    Deadline deadline() const;

    template <class Self, class Field>
    static void each_field(Self& self, Field field) {
        field("checked", self.judged_);
        field("check", self.check_);
        field("check-late", self.late_);
        field("check-at", self.next_);
        field("check-kill-at", self.kill_at_);
    }

  private:
    pid_t judged_ = 0;
    pid_t check_ = 0;
    bool late_ = false;        // the check that runs is not of the process that is checked
    Deadline next_, kill_at_;  // the next check, the end of the one that runs
};

}  // namespace supervise
