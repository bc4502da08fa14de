// setlock [-nNxX] FILE PROGRAM ...: runs it while FILE is locked; see setlock(8).

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/fd.h"
#include "supervise/chain/chain.h"

namespace {

struct Options {
    bool wait = true;    // -n: not for the lock
    bool quiet = false;  // -x: no lock is no failure
};

bool read_options(base::Report& report, int count, char** words, Options& options) {
    for (;;) {
        switch (supervise::chain::next_option(report, count, words, "nNxX")) {
            case 'n': options.wait = false; break;
            case 'N': options.wait = true; break;
            case 'x': options.quiet = true; break;
            case 'X': options.quiet = false; break;
            case -1: return true;
            default: return false;
        }
    }
}

base::Result<void> lock(int file, bool wait) {
    if (!wait) return base::lock_now(file);
    while (::flock(file, LOCK_EX) == -1)
        if (errno != EINTR) return base::last_error();
    return {};
}

}  // namespace

int main(int count, char** words) {
    base::Report report("setlock");
    Options options;
    if (!read_options(report, count, words, options) || count - ::optind < 2)
        report.usage("setlock [ -nNxX ] file program [ arg ... ]");
    const char* const name = words[::optind];

    auto file = base::open(name, O_WRONLY | O_CREAT | O_APPEND | O_NONBLOCK, 0600);
    if (!file) {
        if (options.quiet) return 0;
        report.die(file.error(), "unable to open ", name);
    }
    const auto locked = lock(file->number(), options.wait);
    if (!locked) {
        if (options.quiet) return 0;
        report.die(locked.error(), "unable to lock ", name);
    }
    // The lock is the program's from here on: it lasts as long as this descriptor.
    ::fcntl(file->number(), F_SETFD, 0);
    supervise::chain::run(report, words + ::optind + 1);
}
