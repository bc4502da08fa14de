#include "supervise/directory.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "supervise/files.h"

namespace supervise {
namespace {

bool exists(const char* path) { return ::access(path, F_OK) == 0; }

// encore's logger is a file `log`; 0.76's is a directory of that name.
bool has_log_file() {
    struct stat about;
    return ::stat(files::log, &about) == 0 && S_ISREG(about.st_mode) &&
           (about.st_mode & S_IXUSR) != 0;
}

constexpr auto no_setsid = "no-setsid";
constexpr std::array later_files{"start",          "stop",
                                 "notify",         no_setsid,  // daemontools-encore
                                 "finish",         "notification-fd",
                                 "timeout-kill",   "timeout-finish",
                                 "down-signal",                // s6
                                 "check",          "control",  // runit
                                 "backoff",        "workers",
                                 "listen",         "essential",
                                 "kill-group",     "watchdog",  // lares
                                 "check-interval", "check-failures",
                                 "timeout-check",  "timeout-ready"};

}  // namespace

base::Result<bool> is_down() {
    struct stat about;
    if (::stat(files::down, &about) == 0) return true;
    if (errno == ENOENT) return false;
    return base::last_error();
}

bool is_modern() { return std::ranges::any_of(later_files, exists) || has_log_file(); }

base::Group group_for(bool modern) {
    return modern && !exists(no_setsid) ? base::Group::session : base::Group::same;
}

}  // namespace supervise
