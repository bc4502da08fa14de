#pragma once

// Lets this process run ahead of those that it wakes (SCHED_FIFO of sched(7), at the least
// priority), where it has the privilege: none of a thousand supervises that are told
// something takes the processor away from the telling. Where it has not, each of them may
// come before the next is told, as ever.

#include <sched.h>

namespace svc {

class Ahead {
  public:
    void begin();
    // Before a wait; who only ends does so sooner without.
    void end();

  private:
    int before_ = 0;
    sched_param how_before_{};
    bool is_ahead_ = false;
};

}  // namespace svc
