#pragma once

// Decides when ./check is run for one process, and what its outcome means. Until that
// process is ready it is run a second after the last one failed, where it decides about
// readiness, and otherwise not at all; from then on at the interval that the directory
// names, if it names one, from start to start. Only then do failures count: as many in a
// row as the directory says, and the process is unfit.
//
// One check runs at a time; one that runs too long is to be killed, and has failed. A check
// whose process died, or was paused meanwhile, says nothing: it is waited for, or killed
// when its time is over. Times are on the steady clock. Pure.

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <optional>

#include "supervise/death.h"
#include "supervise/facts.h"

namespace supervise {

class Checks {
  public:
    using Time = std::chrono::nanoseconds;
    using Deadline = std::optional<Time>;

    // This process is checked from now on; at once, where that decides whether it is ready.
    void begin(pid_t judged, bool decides, const Checking& directory, Time now);
    // It is ready.
    void ready(Time now);
    // It is stopped for a while, and goes on.
    void pause();
    void resume(Time now);
    // It is dead, or told to end.
    void end();

    // The process that is checked, 0 where there is none.
    pid_t judged() const { return judged_; }
    // The check that runs, 0 where none does.
    pid_t running() const { return check_; }
    // What the directory said last.
    const Checking& directory() const { return directory_; }
    // How many have failed in a row since it was ready.
    std::uint32_t failed() const { return failed_; }

    // Whether a check that is due is still wanted, by what the directory says now.
    bool wants(const Checking& directory);
    void started(pid_t check, const Checking& directory, Time now);
    void start_failed(Time now);

    // The check that runs has ended.
    enum class Finding { none, good, bad, unfit };
    Finding ended(const LastExit& exit, Time now);

    enum class Due { nothing, check, kill };
    Due tick(Time now);
    Deadline deadline() const { return check_ != 0 ? kill_at_ : next_; }

    // What share of one core the process has used since it was last asked, in percent; 0
    // the first time. `cpu` is the time it has used in all.
    std::int64_t share(Time cpu, Time now);

    template <class Self, class Field>
    static void each_field(Self& self, Field field) {
        field("checked", self.judged_);
        field("check", self.check_);
        field("check-late", self.late_);
        field("check-decides", self.decides_);
        field("check-ready", self.ready_);
        field("check-failed", self.failed_);
        field("check-interval", self.directory_.interval);
        field("check-within", self.directory_.within);
        field("check-failures", self.directory_.failures);
        field("check-at", self.next_);
        field("check-kill-at", self.kill_at_);
        field("check-cpu", self.cpu_);
        field("check-cpu-at", self.cpu_at_);
    }

  private:
    pid_t judged_ = 0;
    pid_t check_ = 0;
    bool late_ = false;     // the check that runs is not of the process as it is now
    bool decides_ = false;  // whether the process is ready
    bool ready_ = false;
    std::uint32_t failed_ = 0;
    Checking directory_;
    Deadline next_, kill_at_;  // the next check, the end of the one that runs
    Time cpu_{0};
    Deadline cpu_at_;  // when that was so
};

}  // namespace supervise
