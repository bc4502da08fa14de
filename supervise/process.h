#pragma once

// What a slot has for one process of its service, beside what the machine knows of it: for
// the one that runs, and for the one that is to replace it (svc -r), which is the one that
// runs in the end.

#include <chrono>
#include <span>
#include <string_view>

#include "base/fd.h"
#include "base/spawn.h"
#include "supervise/adopted.h"
#include "supervise/notes.h"
#include "supervise/signature.h"

namespace supervise {

struct Process {
    base::Fd ready;       // the fifo on which it says that it is ready
    base::Group group{};  // whether it leads one of its own
    Adopted adopted;      // where an earlier supervise has started it

    // Takes up who has signed; false where that one lives no more. Fails where it may live
    // and cannot be looked at.
    base::Result<bool> adopt(const Signature& signature, std::chrono::nanoseconds now);

    // What it has said since the last time, or some of it; never waits for it.
    std::string_view said(std::span<char> room) const;

    // To the process, or to its whole group; one without a group of its own is spoken to
    // alone, and so is one that has left its own.
    void signal(pid_t pid, int signal, bool to_group) const;

    // It is dead, or was never made (0): what it left behind follows it, and nothing of it
    // is kept.
    void bury(pid_t pid);

    // `prefix` stands before each key.
    void remember(NoteWriter& write, std::string_view prefix) const;
    void recall(NoteReader& read, std::chrono::nanoseconds now, std::string_view prefix);
};

}  // namespace supervise
