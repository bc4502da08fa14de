#pragma once

// What a slot has for the process that is to replace its own (svc -r), beside what the
// machine knows of it; the slot takes it over when that process is the service's.

#include <signal.h>

#include "base/fd.h"
#include "base/spawn.h"
#include "supervise/adopted.h"
#include "supervise/handover.h"
#include "supervise/notes.h"

namespace supervise {

struct Successor {
    base::Fd ready;       // its fifo
    base::Group group{};  // whether it leads one of its own
    Adopted adopted;      // where an earlier supervise has started it
    Handover handover;
    bool has_sockets_alone = false;  // which the old process was never given

    void signal(pid_t pid, int signal, bool to_group) const;
    // KILL, for all of its group.
    void kill(pid_t pid) const { signal(pid, SIGKILL, true); }
    // It is dead, or was never made (0): what it left behind follows it, and nothing of it
    // is kept.
    void bury(pid_t pid);

    void remember(NoteWriter& write) const;
    void recall(NoteReader& read, std::chrono::nanoseconds now);

    template <class With>
    void each_descriptor(With with) {
        with("new-ready-fifo", ready);
        handover.each_descriptor(with);
    }
};

}  // namespace supervise
