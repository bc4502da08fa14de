#pragma once

// How long a process that is ready may say nothing on its notification descriptor. The
// clock starts when it is ready, and anew at each word; it stands while the process is
// paused, and stops for good when it dies or is told to end. Times are on the steady clock.
// Pure.

#include <chrono>
#include <optional>

namespace supervise {

class Watchdog {
  public:
    using Time = std::chrono::nanoseconds;
    using Deadline = std::optional<Time>;

    // For a process that has begun, and is not ready yet; 0 is no watchdog.
    void begin(Time patience) {
        patience_ = patience;
        until_.reset();
    }
    // It is ready, goes on after a pause, or has said something.
    void heard(Time now) {
        if (patience_ != Time(0)) until_ = now + patience_;
    }
    void pause() { until_.reset(); }
    void end() { begin(Time(0)); }

    Time patience() const { return patience_; }
    // Where the directory names another one by now.
    void change(Time patience) {
        patience_ = patience;
        if (patience == Time(0)) until_.reset();
    }

    Deadline deadline() const { return until_; }
    // Whether it has been silent for too long.
    bool tick(Time now) {
        if (!until_ || now < *until_) return false;
        end();
        return true;
    }

    template <class Self, class Field>
    static void each_field(Self& self, Field field) {
        field("watchdog", self.patience_);
        field("watchdog-until", self.until_);
    }

  private:
    Time patience_{0};
    Deadline until_;
};

}  // namespace supervise
