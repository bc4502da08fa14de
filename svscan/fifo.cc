#include "svscan/fifo.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "supervise/files.h"
#include "supervise/whereabouts.h"

namespace svscan {
namespace {

namespace files = supervise::files;

bool is_fifo(int file) {
    struct stat about;
    return ::fstat(file, &about) == 0 && S_ISFIFO(about.st_mode);
}

base::Result<base::Fd> open_end(int place, int flags) {
    for (bool replaced = false;; replaced = true) {
        if (::mkfifoat(place, files::pipe, 0600) == -1 && errno != EEXIST)
            return base::last_error();
        auto end = base::open_at(place, files::pipe, flags | O_NONBLOCK | O_NOFOLLOW);
        if (end ? is_fifo(end->number()) : end.error() != base::Errno{ELOOP}) return end;
        if (replaced) return base::Errno{EEXIST};
        if (::unlinkat(place, files::pipe, 0) == -1) return base::last_error();
    }
}

}  // namespace

base::Result<base::Pipe> open_log_pipe(const char* logger) {
    const auto place = supervise::open_place(supervise::path_to_place_of(logger));
    if (!place) return place.error();
    auto read = open_end((*place).number(), O_RDONLY);
    if (!read) return read.error();
    auto write = open_end((*place).number(), O_WRONLY);
    if (!write) return write.error();
    for (const int end : {read->number(), write->number()})
        if (::fcntl(end, F_SETFL, 0) == -1) return base::last_error();
    return base::Pipe{std::move(*read), std::move(*write)};
}

}  // namespace svscan
