#include "svscan/fifo.h"

#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include "supervise/files.h"

namespace svscan {
namespace {

namespace files = supervise::files;

bool is_fifo(int file) {
    struct stat about;
    return ::fstat(file, &about) == 0 && S_ISFIFO(about.st_mode);
}

base::Result<void> make_target_of_link(int logger) {
    char target[PATH_MAX];
    const auto size = ::readlinkat(logger, files::directory, target, sizeof target - 1);
    if (size == -1) return base::last_error();
    target[size] = '\0';
    if (::mkdirat(logger, target, 0700) == -1) return base::last_error();
    return {};
}

base::Result<void> make_directory(int logger) {
    struct stat about;
    if (::fstatat(logger, files::directory, &about, 0) == 0) return {};
    if (::mkdirat(logger, files::directory, 0700) == 0) return {};
    if (errno != EEXIST) return base::last_error();
    return make_target_of_link(logger);
}

base::Result<base::Fd> open_end(int logger, int flags) {
    for (bool replaced = false;; replaced = true) {
        if (::mkfifoat(logger, files::pipe, 0600) == -1 && errno != EEXIST)
            return base::last_error();
        auto end = base::open_at(logger, files::pipe, flags | O_NONBLOCK | O_NOFOLLOW);
        if (end ? is_fifo(end->number()) : end.error() != base::Errno{ELOOP}) return end;
        if (replaced) return base::Errno{EEXIST};
        if (::unlinkat(logger, files::pipe, 0) == -1) return base::last_error();
    }
}

}  // namespace

base::Result<base::Pipe> open_log_pipe(int logger) {
    if (const auto made = make_directory(logger); !made) return made.error();
    auto read = open_end(logger, O_RDONLY);
    if (!read) return read.error();
    auto write = open_end(logger, O_WRONLY);
    if (!write) return write.error();
    for (const int end : {read->number(), write->number()})
        if (::fcntl(end, F_SETFL, 0) == -1) return base::last_error();
    return base::Pipe{std::move(*read), std::move(*write)};
}

}  // namespace svscan
