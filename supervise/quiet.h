#pragma once

// Says whether a warning is worth saying: one for each cause, and again once a minute as
// long as the cause lasts. Pure.

#include <chrono>

#include "base/result.h"

namespace supervise {

class Quiet {
  public:
    bool worth_saying(base::Errno error, std::chrono::nanoseconds now) {
        if (error == last_ && now < said_ + std::chrono::minutes(1)) return false;
        last_ = error;
        said_ = now;
        return true;
    }

    // The cause is gone: the next one is news.
    void forget() { last_ = {}; }

  private:
    base::Errno last_;
    std::chrono::nanoseconds said_{0};
};

}  // namespace supervise
