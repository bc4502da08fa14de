#pragma once

// What a process has used until now, for the checks of its service: the process itself with
// all of its threads, not its children. What cannot be known is 0.

#include <sys/types.h>

#include <chrono>
#include <cstdint>

namespace supervise {

struct Usage {
    std::chrono::nanoseconds cpu{0};
    std::uint64_t resident = 0;  // KiB
};

Usage usage_of(pid_t pid);

}  // namespace supervise
