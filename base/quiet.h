#pragma once

// Keeps a running program from saying the same thing again and again: each cause (a kind of
// trouble, whose it is, and its errno) may speak once a minute. It remembers a bounded
// number of causes; where more would speak within a minute, one speaks for all of its kind,
// and when there are too many kinds as well, nobody. Pure: the time, on the steady clock,
// is given.

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/result.h"

namespace base {

template <std::size_t Causes>
class Quiet {
  public:
    // Whether the cause may speak now.
    bool may_speak(std::string_view kind, std::string_view whose, Errno error,
                   std::chrono::nanoseconds now) {
        const auto all = std::span(causes_);
        const auto said = speak(all.first(single), name_of(kind, whose, error), now);
        if (said) return *said;
        return speak(all.subspan(single), name_of(kind, "", error), now).value_or(false);
    }

  private:
    static constexpr std::size_t single = Causes - Causes / 4;  // the rest: kinds
    struct Cause {
        std::uint64_t name = 0;
        std::chrono::nanoseconds spoke{0};
    };

    // Nothing: all of these are others that have spoken within a minute.
    static std::optional<bool> speak(std::span<Cause> causes, std::uint64_t name,
                                     std::chrono::nanoseconds now) {
        constexpr std::chrono::nanoseconds silence = std::chrono::minutes(1);
        Cause* free = nullptr;
        for (auto& cause : causes) {
            const bool silent = cause.name == 0 || now - cause.spoke >= silence;
            if (cause.name == name && !silent) return false;
            if (silent && (!free || cause.name == name)) free = &cause;
        }
        if (!free) return {};
        *free = {name, now};
        return true;
    }

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
};

}  // namespace base
