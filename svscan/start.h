#pragma once

// Starting a supervise. svscan needs two descriptors for each log pipe, and raises its own
// limit as far as it may; what it starts gets the limit back that svscan was started with.

#include <sys/resource.h>

#include <array>

#include "base/spawn.h"

namespace svscan {

class Starter {
  public:
    Starter();

    // `supervise DIRECTORY`, found in $PATH, in a process group of its own: an interrupt
    // from the terminal reaches svscan alone.
    base::Spawned start(const char* directory, std::array<int, 3> standard) const;

    // What is started, or takes over, gets the old limit; what runs has the raised one.
    void lower() const;
    void raise() const;

    rlim_t descriptors() const { return raised_.rlim_cur; }

  private:
    rlimit given_{};
    rlimit raised_{};
};

}  // namespace svscan
