#pragma once

// The two clocks. Deadlines and ages use the steady one, which nobody can set; only what is
// told to people (labels, "up since") uses the wall clock. Both are nanoseconds: `steady`
// since some moment before the machine's start, `wall` since 1970-01-01 UTC.

#include <chrono>

namespace base {

struct Moment {
    std::chrono::nanoseconds steady{0};
    std::chrono::nanoseconds wall{0};
    friend bool operator==(const Moment&, const Moment&) = default;
};

Moment now();

}  // namespace base
