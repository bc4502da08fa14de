#pragma once

// What the small files of a service directory say: a number, a signal. Blanks and newlines
// around it do not count, nor does what follows its line, as s6 has it; anything else that
// is not what is asked for is nothing. Pure.

#include <optional>
#include <string_view>

namespace supervise {

std::optional<long> number_in(std::string_view text, long least, long most);

// A number, or a name of signal(7), with or without SIG, in letters of either case: "HUP",
// "SIGHUP", "hup", "1".
std::optional<int> signal_in(std::string_view text);

// "TERM" for SIGTERM; "?" where there is no name.
std::string_view signal_name(int signal);

}  // namespace supervise
