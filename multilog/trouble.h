#pragma once

// Trouble with a file: what failed is tried again after a pause, for ever, and told once a
// minute as long as it is the same trouble, so that a full disk is no flood of messages.
// Pure: the times, on the steady clock, are given.

#include <chrono>
#include <optional>

#include "base/result.h"

namespace multilog {

class Trouble {
  public:
    using Time = std::chrono::nanoseconds;

    // What failed is tried again `pause` later. True when it should be told.
    bool met(const void* what, base::Errno error, Time now, Time pause) {
        const bool known = what == what_ && error == error_ && now < told_ + silence;
        until_ = now + pause;
        if (known) return false;
        what_ = what;
        error_ = error;
        told_ = now;
        return true;
    }

    // What failed worked. It stays known, in case it fails again soon.
    void over() { until_.reset(); }

    bool pauses(Time now) const { return until_ && now < *until_; }
    std::optional<Time> until() const { return until_; }

  private:
    static constexpr Time silence = std::chrono::minutes(1);

    const void* what_ = nullptr;  // words, known by their address
    base::Errno error_;
    Time told_{0};
    std::optional<Time> until_;
};

}  // namespace multilog
