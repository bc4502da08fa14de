#include "supervise/successor.h"

#include <errno.h>

namespace supervise {

// Whoever is dead may have lost the number to somebody else.
void Successor::signal(pid_t pid, int signal, bool to_group) const {
    if (pid == 0 || (pid == adopted.pid() && adopted.dead())) return;
    if (to_group && group == base::Group::session && ::kill(-pid, signal) != -1) return;
    ::kill(pid, signal);
}

// As long as a group has a member the kernel gives its number to nobody, and a number that
// somebody has is not the group's.
void Successor::bury(pid_t pid) {
    const bool group_lives = pid != 0 && ::kill(pid, 0) == -1 && errno == ESRCH;
    if (group == base::Group::session && group_lives) ::kill(-pid, SIGKILL);
    handover.over();
    ready.close();
}

void Successor::remember(NoteWriter& write) const {
    write("new-group", group);
    write("new-has-sockets-alone", has_sockets_alone);
    adopted.remember(write, "new-");
    handover.remember(write);
}

void Successor::recall(NoteReader& read, std::chrono::nanoseconds now) {
    read("new-group", group);
    read("new-has-sockets-alone", has_sockets_alone);
    adopted.recall(read, now, "new-");
    handover.recall(read);
}

}  // namespace supervise
