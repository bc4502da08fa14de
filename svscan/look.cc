#include "svscan/look.h"

#include <dirent.h>
#include <sys/stat.h>

namespace svscan {
namespace {

#if defined(DT_UNKNOWN)
bool may_be_directory(const dirent& entry) {
    return entry.d_type == DT_DIR || entry.d_type == DT_UNKNOWN;
}
bool may_be_link(const dirent& entry) {
    return entry.d_type == DT_LNK || entry.d_type == DT_UNKNOWN;
}
#else
bool may_be_directory(const dirent&) { return true; }
bool may_be_link(const dirent&) { return true; }
#endif

void examine(const char* name, Look& look) {
    const auto identity = identify(name);
    if (identity) {
        if (*identity) look.seen.push_back({name, *identity});
        return;
    }
    look.unexamined.emplace_back(name, identity.error());
    if (!leads_nowhere(identity.error())) look.seen.push_back({name, {}});
}

}  // namespace

base::Result<std::optional<Identity>> identify(const char* path) {
    struct stat about;
    if (::stat(path, &about) == -1) return base::last_error();
    if (!S_ISDIR(about.st_mode)) return std::optional<Identity>();
    return std::optional<Identity>({about.st_dev, about.st_ino});
}

bool leads_nowhere(base::Errno error) {
    return error.number == ENOENT || error.number == ENOTDIR || error.number == ELOOP;
}

// A directory that has been deleted reads like an empty one.
base::Result<Stamp> stamp() {
    struct stat about;
    if (::stat(".", &about) == -1) return base::last_error();
    if (about.st_nlink == 0) return base::Errno{ENOENT};
    return Stamp{{about.st_dev, about.st_ino},
                 std::chrono::seconds(about.st_mtim.tv_sec) +
                     std::chrono::nanoseconds(about.st_mtim.tv_nsec)};
}

base::Result<Look> look() {
    const auto before = stamp();
    if (!before) return before.error();
    DIR* const directory = ::opendir(".");
    if (!directory) return base::last_error();
    Look look{*before, {}, {}, {}};
    base::Errno error;
    for (;;) {
        errno = 0;
        const dirent* const entry = ::readdir(directory);
        if (!entry) {
            error = base::last_error();
            break;
        }
        if (entry->d_name[0] == '.') continue;
        if (may_be_link(*entry)) look.links.emplace_back(entry->d_name);
        if (may_be_directory(*entry) || may_be_link(*entry)) examine(entry->d_name, look);
    }
    ::closedir(directory);
    if (error != base::Errno{}) return error;
    if (const auto after = stamp(); !after) return after.error();
    return look;
}

}  // namespace svscan
