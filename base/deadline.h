#pragma once

// Deadlines: moments of the steady clock, or nothing where there is none. Pure.

#include <chrono>
#include <initializer_list>
#include <optional>

namespace base {

using Deadline = std::optional<std::chrono::nanoseconds>;

// The first of these; nothing where none of them is set.
Deadline earliest(std::initializer_list<Deadline> all);

}  // namespace base
