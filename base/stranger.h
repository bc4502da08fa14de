#pragma once

// A process that lives and is not a child of ours, so that wait(2) says nothing of it: its
// death is seen all the same. On Linux by a descriptor (pidfd_open(2)) that becomes
// readable when it dies; where there is none, whoever watches has to ask now and then. How
// it ended is in /proc until its parent has waited for it, for those who might trace it;
// from Linux 6.15 on the descriptor tells everybody afterwards.
//
// What died and has not been waited for counts as dead, once its last thread has.

#include <sys/types.h>

#include <chrono>
#include <optional>

#include "base/birth.h"
#include "base/fd.h"

namespace base {

class Stranger {
  public:
    Stranger() = default;

    // The process of that number if it lives and had begun by `seen`, a moment of
    // boot_time(); one that began later only has its number.
    // ESRCH: there is none, or without /proc nobody can tell; any other errno: it may live,
    // and could not be looked at.
    static Result<Stranger> find(pid_t pid, std::chrono::nanoseconds seen);

    // The same for one that was found before, and may be dead by now.
    Stranger(pid_t pid, std::chrono::nanoseconds seen);

    explicit operator bool() const { return pid_ != 0; }
    pid_t pid() const { return pid_; }
    std::chrono::nanoseconds seen() const { return seen_; }

    // Readable (POLLIN) once it is dead, hung up (POLLHUP) once it has been waited for;
    // none where there is no such descriptor.
    int descriptor() const { return descriptor_.number(); }

    bool dead() const;

    // Our own copy of a descriptor that it has open, where the system permits that.
    Result<Fd> copy_of(int descriptor) const;

    // How it ended, for one that is dead, as wait(2) has it; nothing while only its
    // parent's wait could tell. Fails where that will never be known.
    Result<std::optional<int>> status() const;

  private:
    pid_t pid_ = 0;
    std::chrono::nanoseconds seen_{0};
    Fd descriptor_;
};

// Whether a process had begun by that moment of boot_time().
bool began_by(const Process& process, std::chrono::nanoseconds then);

// The time since this machine was started, asleep or not, in which the kernel counts
// births.
std::chrono::nanoseconds boot_time();

}  // namespace base
