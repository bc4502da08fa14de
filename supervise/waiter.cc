#include "supervise/waiter.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "supervise/files.h"

namespace supervise {
namespace {

// The fifo is written by supervise, which need not be the user who waits; supervise/ keeps
// everybody else away.
constexpr mode_t fifo_mode = 0622;
constexpr mode_t directory_mode = 0700;
constexpr int to_enter = O_RDONLY | O_DIRECTORY | O_NONBLOCK;
constexpr int attempts = 100;

// A supervise of another user has to find the fifos in a directory that we made.
void give_to_owner_of(int supervise, int events) {
    struct stat about, ours;
    if (::fstat(supervise, &about) == -1 || ::fstat(events, &ours) == -1) return;
    if (about.st_uid == ours.st_uid) return;
    // Where that is not allowed, it does not hear, and we look in vain: nothing is lost.
    if (::fchown(events, about.st_uid, about.st_gid) == -1) return;
}

base::Result<base::Fd> open_or_make_events(int supervise) {
    auto events = base::open_at(supervise, files::event, to_enter | O_NOFOLLOW);
    if (events || events.error().number != ENOENT) return events;
    if (::mkdirat(supervise, files::event, directory_mode) == -1 && errno != EEXIST)
        return base::last_error();
    events = base::open_at(supervise, files::event, to_enter | O_NOFOLLOW);
    if (events) give_to_owner_of(supervise, (*events).number());
    return events;
}

bool is_our_fifo(int file) {
    struct stat about;
    return ::fstat(file, &about) == 0 && S_ISFIFO(about.st_mode) &&
           about.st_uid == ::geteuid();
}

}  // namespace

base::Result<void> Waiter::open(int directory, std::string_view place) {
    close();
    const base::Path path(place, "/", files::ok);
    auto ok = base::open_at(directory, path.c_str(), O_WRONLY | O_NONBLOCK | O_NOCTTY);
    if (!ok) return ok.error();
    auto opened = open_events(directory, place);
    if (opened) opened = make_fifo();
    if (opened) opened = publish();
    if (!opened) {
        close();
        return opened;
    }
    ok_ = std::move(*ok);
    return {};
}

base::Result<void> Waiter::open_events(int directory, std::string_view place) {
    const base::Path path(place);
    const auto supervise = base::open_at(directory, path.c_str(), to_enter);
    if (!supervise) return supervise.error();
    auto events = open_or_make_events((*supervise).number());
    if (!events) return events.error();
    events_ = std::move(*events);
    return {};
}

base::Result<void> Waiter::make_fifo() {
    for (int i = 0; i < attempts; ++i) {
        const base::Text<63> name(".", ::getpid(), "-", base::now().wall.count());
        if (::mkfifoat(events_.number(), name.c_str(), fifo_mode) == 0) {
            name_ = name;
            return {};
        }
        if (errno != EEXIST) return base::last_error();
    }
    return base::Errno{EEXIST};
}

// Open for reading and writing a fifo never reads end-of-file; POSIX leaves that open,
// every system has it.
base::Result<void> Waiter::publish() {
    auto fifo = base::open_at(events_.number(), name_.c_str(),
                              O_RDWR | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY);
    if (!fifo) return fifo.error();
    if (!is_our_fifo((*fifo).number())) return base::Errno{EPERM};
    if (::fchmod((*fifo).number(), fifo_mode) == -1) return base::last_error();
    const base::Text<63> without_dot(name_.view().substr(1));
    const int events = events_.number();
    if (::renameat(events, name_.c_str(), events, without_dot.c_str()) == -1)
        return base::last_error();
    name_ = without_dot;
    fifo_ = std::move(*fifo);
    return {};
}

void Waiter::close() {
    if (events_ && !name_.empty()) ::unlinkat(events_.number(), name_.c_str(), 0);
    name_.cut(0);
    ok_.close();
    events_.close();
    fifo_.close();
}

base::Text<255> Waiter::take() {
    base::Text<255> letters;
    char bytes[255];
    const auto size = base::read(fifo_.number(), bytes);
    if (size) letters.add(std::string_view(bytes, *size));
    return letters;
}

}  // namespace supervise
