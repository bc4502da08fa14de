#include "supervise/usage.h"

#include <time.h>
#include <unistd.h>

#include "base/birth.h"

namespace supervise {

Usage usage_of(pid_t pid) {
    Usage usage;
    clockid_t clock;
    timespec used;
    if (::clock_getcpuclockid(pid, &clock) == 0 && ::clock_gettime(clock, &used) == 0)
        usage.cpu =
            std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
    const auto process = base::process_of(pid);
    const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    if (process) usage.resident = (*process).resident_pages * page / 1024;
    return usage;
}

}  // namespace supervise
