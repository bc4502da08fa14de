#pragma once

// How long a service waits between two starts that nobody asked for. Without `backoff` it
// is started `pace` after its last start at the earliest. With it, a service that lived
// less than max(pace, its last pause) waits 1, 2, 4 … seconds from its death, up to the
// longest pause, each varied by a fifth either way so that many do not start together,
// never under `pace`; a longer life begins at the first pause again. Pure.

#include <chrono>
#include <cstdint>

namespace supervise {

constexpr auto pace = std::chrono::seconds(1);

class Pause {
  public:
    using Time = std::chrono::nanoseconds;

    // `noise` is any number: the pauses vary with it.
    explicit Pause(std::uint32_t noise) : noise_(noise) {}

    // When the next start may be, for a process that lived from `started` to `died`; 0 as
    // `longest` is no backoff. All on the steady clock.
    Time earliest(Time started, Time died, Time longest);

    // The last pause, 0 after a life that was long enough.
    Time last() const { return last_; }
    void set_last(Time last) { last_ = last; }

  private:
    Time last_{0};
    std::uint32_t noise_;
};

}  // namespace supervise
