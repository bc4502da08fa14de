#include "supervise/pause.h"

#include <algorithm>

namespace supervise {

Pause::Time Pause::pick(Time started, Time died, Time longest) {
    if (longest == Time(0)) {
        last_ = Time(0);
        return started + pace;
    }
    if (died - started >= std::max<Time>(pace, last_)) {
        last_ = Time(0);
        return died;
    }
    longest = std::max<Time>(pace, longest);
    last_ = last_ == Time(0) ? Time(pace) : std::min(last_ * 2, longest);
    noise_ = noise_ * 1664525 + 1013904223;  // the next of a simple sequence of numbers
    const auto varied = last_ / 1000 * (800 + (noise_ >> 16) % 401);
    return died + std::clamp<Time>(varied, pace, longest);
}

}  // namespace supervise
