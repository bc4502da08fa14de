#pragma once

// Keeps a running program from saying the same thing again and again: each cause (a kind of
// trouble, whose it is, and its errno) may speak once a minute. It remembers a bounded
// number of causes, and where there are more, the one that was first is forgotten. Pure:
// the time, on the steady clock, is given.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <string_view>

#include "base/result.h"

namespace base {

template <std::size_t Causes>
class Quiet {
  public:
    // Whether the cause may speak now.
    bool may_speak(std::string_view kind, std::string_view whose, Errno error,
                   std::chrono::nanoseconds now) {
        constexpr std::chrono::nanoseconds silence = std::chrono::minutes(1);
        const auto name = name_of(kind, whose, error);
        const auto known = std::ranges::find(causes_, name, &Cause::name);
        if (known != causes_.end() && now - known->spoke < silence) return false;
        if (known != causes_.end()) {
            known->spoke = now;
            return true;
        }
        causes_[next_] = {name, now};
        next_ = (next_ + 1) % Causes;
        return true;
    }

  private:
    struct Cause {
        std::uint64_t name = 0;
        std::chrono::nanoseconds spoke{0};
    };

    // FNV-1a; never 0, which is the name of nothing.
    static std::uint64_t name_of(std::string_view kind, std::string_view whose,
                                 Errno error) {
        std::uint64_t hash = 14695981039346656037u;
        const auto add = [&hash](unsigned byte) { hash = (hash ^ byte) * 1099511628211u; };
        for (const char c : kind) add(static_cast<unsigned char>(c));
        add(0);
        for (const char c : whose) add(static_cast<unsigned char>(c));
        add(256 + static_cast<unsigned>(error.number));
        return hash | 1;
    }

    std::array<Cause, Causes> causes_;
    std::size_t next_ = 0;
};

}  // namespace base
