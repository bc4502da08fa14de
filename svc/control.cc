#include "svc/control.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/fd.h"
#include "base/text.h"
#include "supervise/files.h"

namespace svc {
namespace {

using std::chrono::milliseconds;
using Step = Sent::Step;

bool is_fifo(int file) {
    struct stat about;
    return ::fstat(file, &about) == 0 && S_ISFIFO(about.st_mode);
}

bool full(base::Errno error) {
    return error.number == EAGAIN || error.number == EWOULDBLOCK;
}

base::Path path_of_down(std::string_view own) {
    if (own == ".") return base::Path(supervise::files::down);
    return base::Path(own, "/", supervise::files::down);
}

}  // namespace

bool unheard(const Sent& sent) {
    const int error = sent.error.number;
    if (sent.step == Step::write) return error == EPIPE;
    return sent.step == Step::open && (error == ENXIO || error == ENOENT);
}

bool Control::wait_for_room(int fifo) {
    const auto now = base::now().steady;
    if (!deadline_) deadline_ = now + patience;
    const auto left = std::chrono::ceil<milliseconds>(*deadline_ - now);
    if (left <= milliseconds(0)) return false;
    pollfd control{fifo, POLLOUT, 0};
    return ::poll(&control, 1, static_cast<int>(left.count())) != 0;
}

Sent Control::send(std::string_view letters, const char* place) {
    const base::Path path(place, "/", supervise::files::control);
    const auto fifo = base::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_NOCTTY);
    if (!fifo) return {Step::open, fifo.error()};
    const int number = (*fifo).number();
    if (!is_fifo(number)) return {Step::fifo, {}};
    if (letters.empty()) return {};
    for (;;) {
        const auto written = base::write(number, letters);
        if (written) return {};
        if (!full(written.error())) return {Step::write, written.error()};
        if (!wait_for_room(number)) return {Step::room, {}};
    }
}

// A link that leads nowhere is no file `down`, yet stands in its place.
base::Result<void> keep_down(std::string_view own) {
    constexpr mode_t mode = 0644;
    const auto path = path_of_down(own);
    const auto made = base::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL, mode);
    if (made) return {};
    if (made.error().number != EEXIST) return made.error();
    struct stat about;
    if (::stat(path.c_str(), &about) == -1) return base::last_error();
    return {};
}

base::Result<void> keep_up(std::string_view own) {
    if (::unlink(path_of_down(own).c_str()) == -1 && errno != ENOENT)
        return base::last_error();
    return {};
}

}  // namespace svc
