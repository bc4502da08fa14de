#pragma once

// ./finish for a process that another one has replaced, run while the new one is the
// service's already. There is one at a time; what cannot be made for now is tried again,
// what runs too long is to be killed. Times are on the steady clock. Pure.

#include <sys/types.h>

#include <chrono>
#include <optional>

#include "supervise/death.h"
#include "supervise/pause.h"

namespace supervise {

class Farewell {
  public:
    using Time = std::chrono::nanoseconds;
    using Deadline = std::optional<Time>;

    // To be said to this process; it may take `within`, 0: as long as it likes.
    void begin(pid_t departed, const LastExit& exit, Time within) {
        departed_ = departed;
        exit_ = exit;
        within_ = within;
    }
    bool under_way() const { return departed_ != 0; }
    pid_t departed() const { return departed_; }
    const LastExit& exit() const { return exit_; }

    pid_t running() const { return hook_; }
    void started(pid_t hook, Time now) {
        hook_ = hook;
        if (within_ != Time(0)) kill_at_ = now + within_;
    }
    void try_later(Time now) { again_ = now + pace; }
    void over() { *this = {}; }

    enum class Due { nothing, run, kill };
    Due tick(Time now) {
        const auto due = deadline();
        if (!due || now < *due) return Due::nothing;
        again_.reset();
        kill_at_.reset();
        return hook_ != 0 ? Due::kill : Due::run;
    }
    Deadline deadline() const { return hook_ != 0 ? kill_at_ : again_; }

    template <class Self, class Field>
    static void each_field(Self& self, Field field) {
        field("departed", self.departed_);
        field("departed-kind", self.exit_.kind);
        field("departed-number", self.exit_.number);
        field("farewell", self.hook_);
        field("farewell-within", self.within_);
        field("farewell-kill-at", self.kill_at_);
        field("farewell-again", self.again_);
    }

  private:
    pid_t departed_ = 0;
    LastExit exit_;
    pid_t hook_ = 0;
    Time within_{0};
    Deadline kill_at_, again_;
};

}  // namespace supervise
