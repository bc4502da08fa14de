#pragma once

// The process that a slot has adopted, if there is one. It is no child: its death is seen
// by a descriptor, or by asking once a second; where only the wait of its parent tells
// how it ended, a parent that does not wait is given a second.

#include <poll.h>

#include <chrono>
#include <optional>

#include "base/stranger.h"
#include "supervise/death.h"
#include "supervise/notes.h"

namespace supervise {

class Adopted {
  public:
    using Time = std::chrono::nanoseconds;

    explicit operator bool() const { return static_cast<bool>(process_); }
    pid_t pid() const { return process_.pid(); }
    const base::Stranger& process() const { return process_; }
    bool dead() const { return process_.dead(); }

    void take(base::Stranger process, Time now);

    // What to wait for, by descriptor and by time (the steady clock).
    pollfd watched() const;
    std::optional<Time> deadline() const { return look_again_; }

    // Its death, once; afterwards there is nobody.
    std::optional<Death> look(Time now);

    // `prefix` stands before each of its keys.
    void remember(NoteWriter& write, std::string_view prefix) const;
    void recall(NoteReader& read, Time now, std::string_view prefix);

  private:
    base::Stranger process_;
    std::optional<Time> look_again_;
    bool dying_ = false;  // it is dead, and how is not known yet
};

}  // namespace supervise
