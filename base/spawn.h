#pragma once

// A child process, made the cheapest way there is: the parent stands still until the child
// has executed its program or failed to, so a failed exec is known at once, with its errno,
// and leaves nothing behind (the failed child is reaped here).
//
// The child has the parent's working directory unless told another, default signals, none
// of them blocked, its three standard descriptors and those it is given; all others are
// close-on-exec in these programs, so it has no other.

#include <sys/types.h>

#include <array>
#include <span>

#include "base/result.h"

namespace base {

enum class Group {
    same,     // the parent's process group and session
    own,      // a process group of its own
    session,  // a session, and so a group, of its own
};

// A descriptor of ours that the child has under another number, be it in the place of a
// standard one; `from` -1: none.
struct Given {
    int from;
    int to;
};

constexpr std::size_t most_given = 24;

struct Program {
    const char* path;          // with a slash: that file; without: looked for in $PATH
    const char* const* words;  // argv, ended by nullptr
    std::array<int, 3> standard{0, 1, 2};  // what the child gets as descriptors 0, 1 and 2
    Group group = Group::same;
    std::span<const Given> given{};  // no more than `most_given`
    // What the child gets, ended by nullptr, in place of the parent's.
    const char* const* environment = nullptr;
    // Called in the child first of all, while it has every descriptor of the parent's. It
    // shares the parent's memory: nothing may be changed but what is on its own stack, and
    // text of the environment that is there to be filled in.
    void (*first)(const void*) = nullptr;
    const void* argument = nullptr;
    int directory = -1;  // an open directory that becomes the child's working one; -1: none
};

struct Spawned {
    enum class Step { done, fork, exec };
    Step step = Step::done;  // how far it came: `fork` and `exec` are what failed
    Errno error;
    pid_t pid = 0;  // 0 unless done
};

Spawned spawn(const Program& program);

}  // namespace base
