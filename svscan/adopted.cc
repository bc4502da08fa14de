#include "svscan/adopted.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "base/text.h"
#include "supervise/files.h"

namespace svscan {
namespace {

bool is_shortage(base::Errno error) {
    return error.number == EMFILE || error.number == ENFILE || error.number == ENOMEM;
}

// The lock is asked for and, where nobody has it, held for the time that takes: a supervise
// that comes just then tries again.
base::Result<Adopted::Found> who_comes(const base::Path& place) {
    const base::Path path(place, "/", supervise::files::lock);
    const auto lock = base::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    if (!lock && is_shortage(lock.error())) return lock.error();
    if (!lock || base::lock_now((*lock).number())) return Adopted::Found::nobody;
    return Adopted::Found::coming;
}

}  // namespace

base::Result<Adopted::Found> Adopted::take(Who who, const base::Path& place) {
    const base::Path path(place, "/", supervise::files::ok);
    auto ok = base::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_NOFOLLOW);
    if (!ok) {
        if (is_shortage(ok.error())) return ok.error();
        return who_comes(place);
    }
    struct stat about;
    if (::fstat(ok->number(), &about) == -1 || !S_ISFIFO(about.st_mode))
        return Found::nobody;
    take_over(who, std::move(*ok));
    return Found::running;
}

void Adopted::take_over(Who who, base::Fd ok) {
    positions_[key(who)] = seats_.size();
    seats_.push_back({who, std::move(ok)});
}

int Adopted::ok(Who who) const {
    const auto found = positions_.find(key(who));
    return found == positions_.end() ? base::Fd::none : seats_[found->second].ok.number();
}

void Adopted::add_to(std::vector<pollfd>& polled) const {
    for (const auto& seat : seats_) polled.push_back({seat.ok.number(), 0, 0});
}

void Adopted::forget(std::size_t position) {
    positions_.erase(key(seats_[position].who));
    if (position + 1 != seats_.size()) {
        seats_[position] = std::move(seats_.back());
        positions_[key(seats_[position].who)] = position;
    }
    seats_.pop_back();
}

}  // namespace svscan
