#include "svscan/leftovers.h"

#include <dirent.h>
#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "base/clock.h"
#include "base/text.h"

namespace svscan {
namespace {

constexpr std::chrono::seconds patience(5);

template <class With>
void each_number_in(const char* directory, With with) {
    DIR* const list = ::opendir(directory);
    if (!list) return;
    while (const dirent* const entry = ::readdir(list))
        if (const int number = std::atoi(entry->d_name); entry->d_name[0] != '.')
            with(number, entry->d_name);
    ::closedir(list);
}

bool is_same(const struct stat& one, const struct stat& other) {
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

// The mode of the link says how the file was opened.
bool can_write(const char* link, const struct stat& pipe) {
    struct stat file, opened;
    return ::stat(link, &file) == 0 && is_same(file, pipe) && ::lstat(link, &opened) == 0 &&
           (opened.st_mode & S_IWUSR);
}

bool is_writer(pid_t pid, const struct stat& pipe) {
    const base::Text<64> open("/proc/", pid, "/fd");
    bool writes = false;
    each_number_in(open.c_str(), [&](int, const char* name) {
        writes = writes || can_write(base::Text<96>(open, "/", name).c_str(), pipe);
    });
    return writes;
}

// The kernel knows; to find them takes a look at every file of every process.
bool has_writers(int pipe) {
    pollfd end{pipe, 0, 0};
    return ::poll(&end, 1, 0) != 1 || !(end.revents & POLLHUP);
}

bool nobody_is_left() {
    while (::waitpid(-1, nullptr, WNOHANG) > 0) continue;
    return ::waitpid(-1, nullptr, WNOHANG) == -1;
}

}  // namespace

bool is_first_process() { return ::getpid() == 1; }

int kill_writers(int pipe) {
    struct stat about;
    if (!has_writers(pipe) || ::fstat(pipe, &about) == -1) return 0;
    int killed = 0;
    each_number_in("/proc", [&](int pid, const char*) {
        if (pid > 1 && is_writer(pid, about) && ::kill(pid, SIGKILL) == 0) ++killed;
    });
    return killed;
}

void end_everything(base::Signals& signals) {
    for (const int signal : {SIGTERM, SIGKILL}) {
        ::kill(-1, signal);
        ::kill(-1, SIGCONT);
        const auto end = base::now().steady + patience;
        while (!nobody_is_left()) {
            const auto left = end - base::now().steady;
            if (left.count() <= 0) break;
            signals.take(SIGCHLD);
            if (!signals.wait({}, left)) break;
        }
    }
}

}  // namespace svscan
