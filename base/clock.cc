#include "base/clock.h"

#include <time.h>

namespace base {
namespace {

std::chrono::nanoseconds reading(clockid_t clock) {
    timespec time{};
    ::clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

}  // namespace

Moment now() { return {reading(CLOCK_MONOTONIC), reading(CLOCK_REALTIME)}; }

}  // namespace base
