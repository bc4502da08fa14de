#pragma once

// How long a service waits between two starts that nobody asked for. Without `backoff` it
// is started `pace` after its last start at the earliest. With it, a service that lived
// less than max(pace, its last pause) waits 1, 2, 4 … seconds from its death, up to the
// longest pause, each varied by a fifth either way so that many do not start together,
// never under `pace`; a longer life begins at the first pause again. Times are on the
// steady clock. Pure.

#include <chrono>
#include <cstdint>

namespace supervise {

constexpr auto pace = std::chrono::seconds(1);

class Pause {
  public:
    using Time = std::chrono::nanoseconds;

    // `noise` is any number: the pauses vary with it.
    explicit Pause(std::uint32_t noise) : noise_(noise) {}

    // The next start may be then.
    Time end() const { return end_; }

    // A process has lived from `started` to `died`; 0 as `longest` is no backoff.
    void begin(Time started, Time died, Time longest) {
        end_ = pick(started, died, longest);
    }
    // For other reasons.
    void begin_until(Time end) { end_ = end; }

    // With backoff: whether that life was shorter than the pause before it, or than `pace`.
    bool is_growing() const { return last_ != Time(0); }

    // For the program that replaces this one.
    template <class Self, class Field>
    static void each_field(Self& self, Field field) {
        field("earliest", self.end_);
        field("last-pause", self.last_);
    }

  private:
    Time pick(Time started, Time died, Time longest);

    Time end_{0};
    Time last_{0};  // the last pause; 0 after a longer life, and without backoff
    std::uint32_t noise_;
};

}  // namespace supervise
