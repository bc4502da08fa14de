// svscan [directory [log-service]]: one supervise for each directory in a directory.

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include "base/exec.h"
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

std::string take_contents(int number) {
    const base::Fd file(number);
    std::string text;
    char block[4096];
    for (ssize_t size; (size = ::pread(number, block, sizeof block,
                                       static_cast<off_t>(text.size()))) > 0;)
        text.append(block, static_cast<std::size_t>(size));
    return text;
}

// svscan --resume NOTES LOG-SERVICE: what svscan executes itself as, in the scan directory.
int resume(base::Report& report, char** words) {
    const auto text = take_contents(std::atoi(words[2]));
    svscan::NoteReader notes(text);
    const svscan::Invocation invocation{base::Path(words[0]), words[3]};
    if (notes.good()) {
        svscan::Scanner scanner(report, invocation, {});
        scanner.recall(notes);
        return scanner.run();
    }
    // Notes of another version: begin anew, and adopt what runs.
    base::keep_only_standard();
    svscan::Scanner scanner(report, invocation, lock_directory(report, "."));
    scanner.begin();
    return scanner.run();
}

}  // namespace

int main(int count, char** words) {
    base::Report report("svscan");
    if (count == 4 && std::string_view(words[1]) == "--resume")
        return resume(report, words);
    base::keep_only_standard();
    const svscan::Invocation invocation{base::own_path(words[0]),
                                        count > 2 ? words[2] : ""};
    const char* const directory = count > 1 ? words[1] : ".";
    if (count > 1 && ::chdir(directory) == -1)
        report.die(base::last_error(), "unable to chdir to ", directory);
    svscan::Scanner scanner(report, invocation, lock_directory(report, directory));
    scanner.begin();
    return scanner.run();
}
