#pragma once

// How a process that is to replace another one learns that the other one is dead: it has a
// descriptor, $HANDOVER_FD, the reading end of a pipe that reads end-of-file then. The
// other end is held by a small process that does nothing but wait for the old one's death,
// so that it does not matter whether this supervise lives until then. Where the system has
// no descriptors for processes (pidfd_open(2)) supervise holds that end itself.

#include <sys/types.h>

#include "base/fd.h"
#include "supervise/notes.h"

namespace supervise {

class Handover {
  public:
    // For a process of this number, or of `descriptor` where there is one. Returns the end
    // that is to be read.
    base::Result<base::Fd> begin(pid_t old, int descriptor);
    // The old one is dead, or the new one.
    void over() { held_.close(); }

    template <class With>
    void each_descriptor(With with) {
        with("handover", held_);
    }

    // What the small process does, `supervise --await PID`; it has both descriptors.
    static constexpr auto word = "--await";
    [[noreturn]] static void await();

  private:
    base::Fd held_;
};

}  // namespace supervise
