#include "base/spawn.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/exec.h"
#include "base/report.h"
#include "base/signals.h"

namespace base {
namespace {

// dup2 onto itself would leave a descriptor close-on-exec. The sources may be among 0, 1
// and 2 themselves, in any order, so they are first moved out of each other's way.
bool arrange(std::array<int, 3> standard) {
    for (int i = 0; i < 3; ++i) {
        auto& from = standard[static_cast<std::size_t>(i)];
        if (from < 3 && from != i) from = ::fcntl(from, F_DUPFD_CLOEXEC, 3);
        if (from == -1) return false;
    }
    for (int i = 0; i < 3; ++i) {
        const int from = standard[static_cast<std::size_t>(i)];
        if (from == i ? ::fcntl(i, F_SETFD, 0) == -1 && errno != EBADF
                      : ::dup2(from, i) == -1)
            return false;
    }
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
    if (join(program.group) && arrange(program.standard)) {
        Signals::forget();
        failure = execute(program.path, program.words).number;
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
