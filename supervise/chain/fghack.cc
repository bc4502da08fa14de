// fghack PROGRAM ...: stays until a program that puts itself into the background has really
// ended; see fghack(8).

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "base/fd.h"
#include "supervise/chain/chain.h"

namespace {

// A program on its way to the background closes the descriptors that it knows of, often all
// up to some small number. Among so many, one is left.
constexpr int copies = 30;

[[noreturn]] void become_child(base::Report& report, base::Pipe& pipe, char** words) {
    pipe.read.close();
    const int end = pipe.write.number();
    for (int i = 0; i < copies; ++i) ::dup(end);
    ::fcntl(end, F_SETFD, 0);
    supervise::chain::run(report, words);
}

void read_to_the_end(int from) {
    std::array<char, 4096> thrown_away;
    for (;;) {
        const auto size = base::read(from, thrown_away);
        if (!size || *size == 0) return;
    }
}

base::Result<int> wait_for(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) == -1)
        if (errno != EINTR) return base::last_error();
    return status;
}

}  // namespace

int main(int count, char** words) {
    base::Report report("fghack");
    if (count < 2) report.usage("fghack child");
    auto pipe = base::make_pipe();
    if (!pipe) report.die(pipe.error(), "unable to create pipe");
    const pid_t child = ::fork();
    if (child == -1) report.die(base::last_error(), "unable to fork");
    if (child == 0) become_child(report, *pipe, words + 1);

    pipe->write.close();
    read_to_the_end(pipe->read.number());
    const auto status = wait_for(child);
    if (!status) report.die(status.error(), "wait failed");
    if (WIFSIGNALED(*status)) report.die_with(base::failed_for_now, "child crashed");
    return WEXITSTATUS(*status);
}
