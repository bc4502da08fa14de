// svscan [directory [log-service]]: one supervise for each directory in a directory.

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "base/fd.h"
#include "base/report.h"
#include "svscan/scanner.h"

namespace {

// One that was killed a moment ago may not be gone yet.
base::Result<void> lock_soon(int directory) {
    constexpr int tries = 20, moment = 50;  // milliseconds
    for (int i = 0; i < tries; ++i) {
        const auto locked = base::lock_now(directory);
        if (locked || locked.error().number != EWOULDBLOCK) return locked;
        ::poll(nullptr, 0, moment);
    }
    return base::lock_now(directory);
}

// Two of them on one directory would fight. Where there can be no lock (the directory
// cannot be read, or the file system has none), that is no reason to leave the services
// down.
base::Fd lock_directory(base::Report& report, const char* name) {
    auto directory = base::open(".", O_RDONLY | O_DIRECTORY);
    const auto locked = directory ? lock_soon(directory->number()) : directory.error();
    if (locked) return std::move(*directory);
    if (locked.error().number == EWOULDBLOCK)
        report.die_with(base::failed_for_now, "unable to lock ", name,
                        ": another svscan runs there");
    report.warn(locked.error(), "unable to lock ", name);
    return {};
}

}  // namespace

int main(int count, char** words) {
    base::Report report("svscan");
    base::keep_only_standard();
    if (count > 1 && ::chdir(words[1]) == -1)
        report.die(base::last_error(), "unable to chdir to ", words[1]);
    const auto lock = lock_directory(report, count > 1 ? words[1] : ".");
    svscan::Scanner scanner(report);
    if (count > 2) scanner.log_to(words[2]);
    return scanner.run();
}
