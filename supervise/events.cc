#include "supervise/events.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "base/fd.h"
#include "supervise/files.h"

namespace supervise {
namespace {

constexpr int most_waiters = 1000;  // more would hold us up

bool is_fifo(const struct stat& about) { return S_ISFIFO(about.st_mode); }

// Who may write to event/ may put another file in a fifo's place at any moment: what counts
// is what was opened.
void tell(int events, const char* name, std::string_view letters) {
    constexpr auto flags = O_WRONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY;
    struct stat about;
    if (::fstatat(events, name, &about, AT_SYMLINK_NOFOLLOW) == -1 || !is_fifo(about))
        return;
    const auto waiter = base::open_at(events, name, flags);
    if (waiter) {
        if (::fstat((*waiter).number(), &about) == -1 || !is_fifo(about)) return;
        // A waiter that does not keep up misses this; it never holds us up.
        if (const auto told = base::write((*waiter).number(), letters); !told) return;
    } else if (waiter.error() == base::Errno{ENXIO}) {
        ::unlinkat(events, name, 0);
    }
}

}  // namespace

bool tell_waiters(int directory, std::span<const Change> changes) {
    if (changes.empty()) return true;
    const int events =
        ::openat(directory, files::event, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (events == -1) return !base::is_shortage(base::last_error());
    DIR* const list = ::fdopendir(events);
    if (!list) {
        ::close(events);
        return false;
    }
    char letters[32];
    std::size_t count = 0;
    for (const auto change : changes.first(std::min(changes.size(), sizeof letters)))
        letters[count++] = static_cast<char>(change);
    int left = most_waiters;
    for (const dirent* entry; left > 0 && (entry = ::readdir(list)); --left)
        if (entry->d_name[0] != '.') tell(events, entry->d_name, {letters, count});
    ::closedir(list);
    return true;
}

}  // namespace supervise
