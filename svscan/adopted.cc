#include "svscan/adopted.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <optional>

#include "base/text.h"
#include "supervise/files.h"

namespace svscan {
namespace {

// Whether somebody holds the lock; nothing where there is none to be had. It is asked for
// and, where nobody has it, held for the time that takes: a supervise that comes just then
// tries again.
base::Result<std::optional<bool>> is_locked(const base::Path& place) {
    const base::Path path(place, "/", supervise::files::lock);
    const auto lock = base::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    if (!lock && base::is_shortage(lock.error())) return lock.error();
    if (!lock) return std::optional<bool>();
    return std::optional<bool>(!base::lock_now((*lock).number()));
}

}  // namespace

base::Result<Adopted::Found> Adopted::take(Who who, const base::Path& place) {
    const base::Path path(place, "/", supervise::files::ok);
    auto ok = base::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_NOFOLLOW);
    if (!ok) {
        if (base::is_shortage(ok.error())) return ok.error();
        const auto locked = is_locked(place);
        if (!locked) return locked.error();
        return (*locked).value_or(false) ? Found::coming : Found::nobody;
    }
    struct stat about;
    if (::fstat(ok->number(), &about) == -1 || !S_ISFIFO(about.st_mode))
        return Found::nobody;
    // Whoever may read the fifo can have it open.
    const auto locked = is_locked(place);
    if (!locked) return locked.error();
    if (!(*locked).value_or(true)) return Found::nobody;
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
