#pragma once

// svc's command line: letters, in the order in which supervise is to hear them, then
// directories. A letter counts once, and again after each `l` or `L`, as in daemontools and
// daemontools-encore. Pure.

#include <cstddef>

#include "base/text.h"

namespace svc {

// POSIX promises that a fifo takes this many bytes whole or not at all.
constexpr std::size_t most_letters = 512;
using Letters = base::Text<most_letters>;

struct Options {
    Letters letters;   // not whole() where there were too many
    char illegal = 0;  // the first letter that is none of svc's, 0 when all are
    int words = 1;     // how many of argv were options, the program's name among them
};

Options options(int count, char* const* words);

// "u up, d down, …": every letter, in a line, for those who gave another.
base::Text<300> known_options();

}  // namespace svc
