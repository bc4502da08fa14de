#include "supervise/handover.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <utility>

#include "base/spawn.h"
#include "base/stranger.h"
#include "base/text.h"

namespace supervise {
namespace {

// Where the small process has them.
constexpr int process = 3;
constexpr int pipe_end = 4;
constexpr int fifo = 5;

// This very program, also where another one has been installed since.
constexpr auto self = "/proc/self/exe";

// Its pid, 0 where there is none.
pid_t leave_with(int descriptor, int writer, int ready, pid_t old) {
    const base::Text<24> number(old);
    const char* const words[] = {"supervise", Handover::word, number.c_str(), nullptr};
    const base::Given given[] = {{descriptor, process}, {writer, pipe_end}, {ready, fifo}};
    base::Program program{.path = self, .words = words, .group = base::Group::session};
    program.given = given;
    return base::spawn(program).pid;
}

}  // namespace

base::Result<base::Fd> Handover::begin(pid_t old, int descriptor, int ready) {
    auto pipe = base::make_pipe();
    if (!pipe) return pipe.error();
    const base::Stranger opened(descriptor == base::Fd::none ? old : 0, base::boot_time());
    if (descriptor == base::Fd::none) descriptor = opened.descriptor();
    if (descriptor != base::Fd::none)
        helper_ = leave_with(descriptor, pipe->write.number(), ready, old);
    if (helper_ == 0) held_ = std::move(pipe->write);
    return std::move(pipe->read);
}

void Handover::over() {
    if (helper_ != 0) ::kill(helper_, SIGKILL);
    helper_ = 0;
    held_.close();
}

void Handover::await() {
    for (const int one : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::close(one);
    pollfd end{process, POLLIN, 0};
    while (::poll(&end, 1, -1) != 1) continue;
    ::_exit(0);
}

}  // namespace supervise
