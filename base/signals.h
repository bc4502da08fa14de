#pragma once

// Signals, heard only while waiting. From the making of a Signals on, every signal is
// blocked; those that are listened for interrupt `wait`, the rest (SIGPIPE among them: a
// write into a broken pipe says EPIPE) are never let through. What was inherited as ignored
// is set back to its default, so that no child inherits it either. A program makes one.

#include <poll.h>

#include <chrono>
#include <initializer_list>
#include <optional>
#include <span>

#include "base/result.h"

namespace base {

class Signals {
  public:
    explicit Signals(std::initializer_list<int> listened_for);

    // Whether the signal came since this was last asked.
    bool take(int signal);

    // poll(2) until something happens, a signal comes, or the time is over (none: for
    // ever). Returns at once when a signal came that nobody took. The errors are those of
    // ppoll(2), an interruption is none. After an error or a signal no `revents` is set.
    Result<void> wait(std::span<pollfd> watched,
                      std::optional<std::chrono::nanoseconds> most);

    // In a child before its exec: defaults for all that is listened for, nothing blocked.
    static void forget();
};

}  // namespace base
