#include "base/report.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fd.h"
#include "base/reason.h"

namespace base {
namespace {

bool has_room(int to) {
    pollfd full{to, POLLOUT, 0};
    return ::poll(&full, 1, 0) != 0;
}

// Another writer may fill a pipe between a poll and a write, and O_NONBLOCK set on our
// descriptor would change that writer's too. Linux opens the same pipe, or terminal, a
// second time.
Fd opened_again(int to) {
    auto own =
        open(Text<32>("/proc/self/fd/", to).c_str(), O_WRONLY | O_NONBLOCK | O_NOCTTY);
    return own ? std::move(*own) : Fd();
}

}  // namespace

bool write_unless_full(int to, std::string_view bytes) {
    struct stat about;
    if (::fstat(to, &about) == -1) return false;
    if (S_ISSOCK(about.st_mode))
        return ::send(to, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL) != -1;
    if (!has_room(to)) return false;
    const bool may_fill = S_ISFIFO(about.st_mode) || ::isatty(to);
    const auto own = may_fill ? opened_again(to) : Fd();
    const auto written = write(own ? own.number() : to, bytes);
    return written && *written == bytes.size();
}

const char* Report::reason_of(Errno error) { return reason(error); }

Text<4095>& Report::cut_short(Text<4095>& text) {
    text.cut(text.size() - 4);
    return text.add("...\n");
}

void Report::say(std::string_view bytes) {
    if (dropped_ != 0) {
        const Text<128> note(program_, ": warning: ", dropped_, " messages were dropped\n");
        if (write_unless_full(STDERR_FILENO, note)) dropped_ = 0;
    }
    if (!write_unless_full(STDERR_FILENO, bytes)) ++dropped_;
}

void Report::usage(std::string_view synopsis) {
    line(": usage: ", synopsis);
    leave(asked_wrongly);
}

void Report::leave(int exit_code) { ::_exit(exit_code); }

}  // namespace base
