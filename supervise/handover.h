#pragma once

// How a process that is to replace another one learns that the other one is dead: it has a
// descriptor, $HANDOVER_FD, the reading end of a pipe that reads end-of-file then. The
// other end is held by a small process that does nothing but wait for the old one's death,
// so that it does not matter whether this supervise lives until then. It also keeps the
// fifo open on which the new one says that it is ready: what is said while no supervise
// runs is read by the next one. Where the system has no descriptors for processes
// (pidfd_open(2)) supervise holds the end of the pipe itself.

#include <sys/types.h>

#include "base/fd.h"
#include "supervise/notes.h"

namespace supervise {

class Handover {
  public:
    // For a process of this number, or of `descriptor` where there is one; `ready` is the
    // fifo, or none. Returns the end that is to be read.
    base::Result<base::Fd> begin(pid_t old, int descriptor, int ready);
    // The old one is dead, or the new one.
    void over();
    // Some child has ended.
    void ended(pid_t pid) {
        if (pid == helper_) helper_ = 0;
    }

    // For the program that replaces this one.
    void remember(NoteWriter& write) const { write("handover-helper", helper_); }
    void recall(NoteReader& read) { read("handover-helper", helper_); }
    template <class With>
    void each_descriptor(With with) {
        with("handover", held_);
    }

    // What the small process does, `supervise --await PID`; it has all three descriptors.
    static constexpr auto word = "--await";
    [[noreturn]] static void await();

  private:
    pid_t helper_ = 0;
    base::Fd held_;
};

}  // namespace supervise
