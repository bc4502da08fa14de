#pragma once

// Keeps a running program from saying the same thing again and again: each cause may speak
// once a minute. It remembers a bounded number of causes, and where there are more, the one
// that spoke first is forgotten. Pure: the time, on the steady clock, is given.

#include <array>
#include <chrono>
#include <string_view>

namespace svscan {

class Quiet {
  public:
    // Whether the cause (a kind of trouble, and whose) may speak now.
    bool may_speak(std::string_view kind, std::string_view whose, int error,
                   std::chrono::nanoseconds now);

  private:
    struct Cause {
        std::size_t hash = 0;
        std::chrono::nanoseconds spoke{0};
        bool used = false;
    };
    std::array<Cause, 64> causes_;
    std::size_t next_ = 0;
};

}  // namespace svscan
