#include "supervise/handover.h"

#include <poll.h>
#include <unistd.h>

#include "base/spawn.h"
#include "base/stranger.h"
#include "base/text.h"

namespace supervise {
namespace {

// Where the small process has them.
constexpr int process = 3;
constexpr int pipe_end = 4;

// This very program, also where another one has been installed since.
constexpr auto self = "/proc/self/exe";

bool leave_with(int descriptor, int writer, pid_t old) {
    const base::Text<24> number(old);
    const char* const words[] = {"supervise", Handover::word, number.c_str(), nullptr};
    const base::Given given[] = {{descriptor, process}, {writer, pipe_end}};
    base::Program program{.path = self, .words = words, .group = base::Group::session};
    program.given = given;
    return base::spawn(program).step == base::Spawned::Step::done;
}

}  // namespace

base::Result<base::Fd> Handover::begin(pid_t old, int descriptor) {
    auto pipe = base::make_pipe();
    if (!pipe) return pipe.error();
    const base::Stranger opened(descriptor == base::Fd::none ? old : 0, {});
    if (descriptor == base::Fd::none) descriptor = opened.descriptor();
    if (descriptor == base::Fd::none || !leave_with(descriptor, pipe->write.number(), old))
        held_ = std::move(pipe->write);
    return std::move(pipe->read);
}

void Handover::await() {
    for (const int one : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::close(one);
    // Where nobody reads any more there is nothing left to tell either.
    pollfd ends[] = {{process, POLLIN, 0}, {pipe_end, 0, 0}};
    while (::poll(ends, 2, -1) <= 0) continue;
    ::_exit(0);
}

}  // namespace supervise
