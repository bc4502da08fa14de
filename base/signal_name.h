#pragma once

// Signals by name, as signal(7) has them. Pure.

#include <optional>
#include <string_view>

namespace base {

// "HUP", "SIGHUP" or "1"; nothing for anything else.
std::optional<int> signal_named(std::string_view text);

// "HUP" for SIGHUP; "?" where there is no name.
std::string_view signal_name(int signal);

}  // namespace base
