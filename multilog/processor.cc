#include "multilog/processor.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fd.h"
#include "base/spawn.h"
#include "multilog/directory.h"

namespace multilog {
namespace {

// What a run before this one left is removed first: whoever may still have it open, a
// processor of a multilog that was killed perhaps, then writes into nothing.
base::Result<base::Fd> make(int directory, const char* name) {
    if (::unlinkat(directory, name, 0) == -1 && errno != ENOENT) return base::last_error();
    return base::open_at(directory, name, O_WRONLY | O_CREAT | O_EXCL, modes::in_use);
}

base::Result<base::Fd> take(int directory, const char* name, int flags) {
    return base::open_at(directory, name, O_RDONLY | O_NOFOLLOW | flags, modes::in_use);
}

}  // namespace

base::Result<void> ProcessorRun::start(int directory, const char* command) {
    auto previous = take(directory, files::previous, 0);
    if (!previous) return previous.error();
    auto processed = make(directory, files::processed);
    if (!processed) return processed.error();
    auto state = take(directory, files::state, O_CREAT);
    if (!state) return state.error();
    auto newstate = make(directory, files::newstate);
    if (!newstate) return newstate.error();

    const char* const words[] = {"sh", "-c", command, nullptr};
    base::Program shell{"/bin/sh", words};
    shell.standard = {previous->number(), processed->number(), STDERR_FILENO};
    const base::Given given[] = {{state->number(), 4}, {newstate->number(), 5}};
    shell.given = given;
    shell.group = base::Group::own;
    shell.directory = directory;
    const auto child = base::spawn(shell);
    if (child.step != base::Spawned::Step::done) return child.error;
    pid_ = child.pid;
    return {};
}

std::optional<int> ProcessorRun::ended() {
    int status = 0;
    if (pid_ == 0 || ::waitpid(pid_, &status, WNOHANG) != pid_) return {};
    pid_ = 0;
    return status;
}

void ProcessorRun::kill() {
    if (pid_ == 0) return;
    ::kill(-pid_, SIGKILL);
    while (::waitpid(pid_, nullptr, 0) == -1 && errno == EINTR) continue;
    pid_ = 0;
}

}  // namespace multilog
