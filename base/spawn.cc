#include "base/spawn.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

#include "base/exec.h"
#include "base/report.h"
#include "base/signals.h"

namespace base {
namespace {

bool is_taken(std::span<const Given> all, int number) {
    return std::ranges::find(all, number, &Given::to) != all.end();
}

// A source that stands where another descriptor belongs is first moved to where none does:
// the lowest such number, as high ones may be forbidden. Copies left behind on the way are
// close-on-exec.
bool move_away(std::span<const Given> all, int& from) {
    int free = 2;
    do free = ::fcntl(from, F_DUPFD_CLOEXEC, free + 1);
    while (free != -1 && is_taken(all, free));
    from = free;
    return from != -1;
}

// dup2 onto itself would leave a descriptor close-on-exec; a standard one that is not open
// stays so.
bool put(int from, int to) {
    if (from == to) return ::fcntl(to, F_SETFD, 0) != -1 || errno == EBADF;
    return ::dup2(from, to) != -1;
}

bool arrange(const Program& program) {
    std::array<Given, most_given + 3> room;
    const auto given = program.given.first(std::min(program.given.size(), most_given));
    const auto all = std::span(room).first(given.size() + 3);
    std::ranges::copy(given, all.begin() + 3);
    for (int to = 0; to < 3; ++to)
        all[static_cast<std::size_t>(to)] = {program.standard[static_cast<std::size_t>(to)],
                                             to};
    for (auto& [from, to] : all)
        if (from != -1 && from != to && is_taken(all, from) && !move_away(all, from))
            return false;
    for (const auto& [from, to] : all)
        if (from != -1 && !put(from, to)) return false;
    return true;
}

bool join(Group group) {
    switch (group) {
        case Group::same: return true;
        case Group::own: return ::setpgid(0, 0) != -1;
        case Group::session: return ::setsid() != -1;
    }
    return false;
}

// The child shares the parent's memory until it executes: it touches nothing but its own
// frame and `failure`.
[[noreturn, gnu::noinline]] void become(const Program& program, volatile int& failure) {
    if (program.first) program.first(program.argument);
    const int directory = program.directory;
    if (join(program.group) && (directory == -1 || ::fchdir(directory) == 0) &&
        arrange(program)) {
        Signals::forget();
        failure = execute(program.path, program.words, program.environment).number;
    } else {
        failure = errno;
    }
    ::_exit(failed_for_now);
}

}  // namespace

Spawned spawn(const Program& program) {
    volatile int failure = 0;
    const pid_t pid = ::vfork();
    if (pid == -1) return {Spawned::Step::fork, last_error(), 0};
    if (pid == 0) become(program, failure);
    if (failure == 0) return {Spawned::Step::done, {}, pid};
    while (::waitpid(pid, nullptr, 0) == -1 && errno == EINTR) continue;
    return {Spawned::Step::exec, {failure}, 0};
}

}  // namespace base
