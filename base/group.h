#pragma once

// Process groups whose leader is gone. As long as such a group has a member its number is
// given to nobody; once it had none, another group may get it.

#include <sys/types.h>

#include <chrono>

#include "base/result.h"

namespace base {

// Whether a process of that group lives (a zombie does not) that had begun by `then`, a
// moment of boot_time(). Looks through /proc; fails without it, and where it cannot be read
// now.
Result<bool> group_has_member(pid_t group, std::chrono::nanoseconds then);

}  // namespace base
