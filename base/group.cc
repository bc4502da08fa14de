#include "base/group.h"

#include <dirent.h>
#include <stdlib.h>

#include "base/birth.h"
#include "base/stranger.h"

namespace base {
namespace {

// The first thread may have ended before others.
bool lives(const Process& process) { return !process.ended || process.threads > 1; }

}  // namespace

Result<bool> group_has_member(pid_t group, std::chrono::nanoseconds then) {
    DIR* const all = ::opendir("/proc");
    if (!all) return last_error();
    bool found = false;
    for (const dirent* entry; !found && (entry = ::readdir(all));) {
        if (entry->d_name[0] < '1' || entry->d_name[0] > '9') continue;
        const auto process = process_of(static_cast<pid_t>(::atol(entry->d_name)));
        found = process && (*process).group == group && lives(*process) &&
                began_by(*process, then);
    }
    ::closedir(all);
    return found;
}

}  // namespace base
