#include "multilog/peek.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#endif

#include <algorithm>

namespace multilog {

#if defined(__linux__)

namespace {

constexpr std::size_t largest_pipe = 1024 * 1024;

// A pipe of packets (O_DIRECT) is read packet by packet: what is left of one is lost.
bool is_pipe_of_bytes(int descriptor) {
    struct stat about;
    return ::fstat(descriptor, &about) == 0 && S_ISFIFO(about.st_mode) &&
           !(::fcntl(descriptor, F_GETFL) & O_DIRECT);
}

// From Linux 4.14 on, and where the C library has it.
ssize_t read_without_waiting(int pipe, const iovec& into) {
#if defined(RWF_NOWAIT)
    return ::preadv2(pipe, &into, 1, -1, RWF_NOWAIT);
#else
    static_cast<void>(pipe), static_cast<void>(into);
    errno = EOPNOTSUPP;
    return -1;
#endif
}

int size_of(int pipe) { return ::fcntl(pipe, F_GETPIPE_SZ); }
bool resize(int pipe, int size) { return ::fcntl(pipe, F_SETPIPE_SZ, size) != -1; }

}  // namespace

bool Peek::begin(int from, std::size_t most) {
    if (!is_pipe_of_bytes(from)) return false;
    auto copy = base::make_pipe();
    if (!copy) return false;
    edge_ = base::Fd(::epoll_create1(EPOLL_CLOEXEC));
    if (!edge_) return false;
    from_ = from;
    copy_ = std::move(*copy);
    most_ = most;
    fit();
    taken_.reset(new char[most]);
    return true;
}

base::Result<std::size_t> Peek::look(std::span<char> into) {
    epoll_event seen{};
    if (changes_are_told_) ::epoll_wait(edge_.number(), &seen, 1, 0);
    if (seen.events & EPOLLHUP) last_change_ = true;
    const auto shown =
        ::tee(from_, copy_.write.number(), std::min(into.size(), most_), SPLICE_F_NONBLOCK);
    if (shown == -1) return base::last_error();
    const auto count = static_cast<std::size_t>(shown);
    if (const auto copied = copy_out(into.first(count)); !copied) return copied.error();
    if (count >= std::min(capacity_, most_)) enlarge();
    return count;
}

base::Result<void> Peek::copy_out(std::span<char> into) {
    while (!into.empty()) {
        const auto got = base::read(copy_.read.number(), into);
        if (!got) return got.error();
        into = into.subspan(*got);
    }
    return {};
}

// Ours never holds more than the other one does: `is_full` relies on it.
void Peek::fit() {
    const int size = size_of(from_);
    if (size_of(copy_.write.number()) != size) resize(copy_.write.number(), size);
    capacity_ = static_cast<std::size_t>(size_of(copy_.write.number()));
}

void Peek::enlarge() {
    const auto larger = capacity_ * 2;
    if (!may_grow_ || larger > largest_pipe) return;
    may_grow_ = resize(from_, static_cast<int>(larger));
    if (may_grow_) fit();
}

// The bytes are there, unless somebody else took them: then this must not wait for more.
// Linux can read from a pipe without waiting, but not from a fifo; there it can move bytes
// to our own pipe so.
base::Result<std::size_t> Peek::take_now(std::size_t count) {
    if (reads_at_once_) {
        const iovec into{taken_.get(), count};
        const auto got = read_without_waiting(from_, into);
        if (got != -1) return static_cast<std::size_t>(got);
        if (errno != EOPNOTSUPP) return base::last_error();
        reads_at_once_ = false;
    }
    const auto moved = ::splice(from_, nullptr, copy_.write.number(), nullptr, count,
                                SPLICE_F_NONBLOCK | SPLICE_F_MOVE);
    if (moved == -1) return base::last_error();
    return base::read(copy_.read.number(), {taken_.get(), static_cast<std::size_t>(moved)});
}

bool Peek::take(std::string_view shown) {
    instead_ = {};
    while (!shown.empty()) {
        const auto got = take_now(std::min(shown.size(), most_));
        if (!got || *got == 0) return false;
        const std::string_view taken(taken_.get(), *got);
        if (!shown.starts_with(taken)) {
            instead_ = taken;
            return false;
        }
        shown.remove_prefix(taken.size());
    }
    return true;
}

bool Peek::is_abandoned() {
    pollfd pipe{from_, 0, 0};
    last_change_ = ::poll(&pipe, 1, 0) == 1 && (pipe.revents & POLLHUP);
    return last_change_;
}

// When a copy of what is there leaves no room in our own pipe, there is none in the other:
// the count of bytes does not tell, as a few of them can fill a pipe.
bool Peek::is_full() {
    fit();
    const auto copied = ::tee(from_, copy_.write.number(), most_, SPLICE_F_NONBLOCK);
    if (copied <= 0) return false;
    pollfd copy{copy_.write.number(), POLLOUT, 0};
    const bool full = ::poll(&copy, 1, 0) == 0;
    static_cast<void>(copy_out({taken_.get(), static_cast<std::size_t>(copied)}));
    return full;
}

int Peek::change(std::size_t shown) {
    int there = 0;
    if (last_change_ || ::ioctl(from_, FIONREAD, &there) == -1 ||
        static_cast<std::size_t>(there) > shown)
        return from_;
    if (!changes_are_told_) {
        epoll_event wanted{};
        wanted.events = EPOLLIN | EPOLLET;
        changes_are_told_ = ::epoll_ctl(edge_.number(), EPOLL_CTL_ADD, from_, &wanted) == 0;
    }
    return edge_.number();
}

#else

bool Peek::begin(int, std::size_t) { return false; }
base::Result<std::size_t> Peek::look(std::span<char>) { return base::Errno{EINVAL}; }
bool Peek::take(std::string_view) { return false; }
bool Peek::is_abandoned() { return true; }
bool Peek::is_full() { return true; }
int Peek::change(std::size_t) { return from_; }

#endif

}  // namespace multilog
