#include "svscan/look.h"

#include <dirent.h>
#include <sys/stat.h>

namespace svscan {
namespace {

bool may_lead_to_directory(const dirent& entry) {
#if defined(DT_REG)
    return entry.d_type == DT_DIR || entry.d_type == DT_LNK || entry.d_type == DT_UNKNOWN;
#else
    return true;
#endif
}

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

base::Result<Look> look() {
    DIR* const directory = ::opendir(".");
    if (!directory) return base::last_error();
    Look look;
    base::Errno error;
    for (;;) {
        errno = 0;
        const dirent* const entry = ::readdir(directory);
        if (!entry) {
            error = base::last_error();
            break;
        }
        if (entry->d_name[0] != '.' && may_lead_to_directory(*entry))
            examine(entry->d_name, look);
    }
    // A directory that has been deleted reads like an empty one.
    struct stat about;
    if (::fstat(::dirfd(directory), &about) == 0 && about.st_nlink == 0) error = {ENOENT};
    ::closedir(directory);
    if (error != base::Errno{}) return error;
    return look;
}

}  // namespace svscan
