#include "supervise/process.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <utility>

namespace supervise {

base::Result<bool> Process::adopt(const Signature& signature,
                                  std::chrono::nanoseconds now) {
    auto found = base::Stranger::find(signature.pid, signature.seen);
    if (!found) {
        if (found.error() == base::Errno{ESRCH}) return false;
        return found.error();
    }
    adopted.take(std::move(*found), now);
    if (::getpgid(signature.pid) == signature.pid) group = base::Group::session;
    return true;
}

// Nobody promises that the service leaves its descriptor as it got it: one that blocks is
// read only when there is something.
std::string_view Process::said(std::span<char> room) const {
    pollfd some{ready.number(), POLLIN, 0};
    if (::poll(&some, 1, 0) <= 0) return {};
    const auto size = base::read(ready.number(), room);
    return {room.data(), size ? *size : 0};
}

// Whoever is dead may have lost the number to somebody else.
void Process::signal(pid_t pid, int signal, bool to_group) const {
    if (pid == 0 || (pid == adopted.pid() && adopted.dead())) return;
    if (to_group && group == base::Group::session && ::kill(-pid, signal) != -1) return;
    ::kill(pid, signal);
}

// As long as a group has a member the kernel gives its number to nobody, and a number that
// somebody has is not the group's.
void Process::bury(pid_t pid) {
    const bool group_lives = pid != 0 && ::kill(pid, 0) == -1 && errno == ESRCH;
    if (group == base::Group::session && group_lives) ::kill(-pid, SIGKILL);
    ready.close();
}

void Process::remember(NoteWriter& write, std::string_view prefix) const {
    write(base::Text<32>(prefix, "group"), group);
    adopted.remember(write, prefix);
}

void Process::recall(NoteReader& read, std::chrono::nanoseconds now,
                     std::string_view prefix) {
    read(base::Text<32>(prefix, "group"), group);
    adopted.recall(read, now, prefix);
}

}  // namespace supervise
