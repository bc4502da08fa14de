#include "svscan/lookout.h"

#include <algorithm>

namespace svscan {
namespace {

using namespace std::chrono_literals;

// File systems count time in steps, of two seconds at worst: what changes in the same step
// as the look does not show.
constexpr std::chrono::nanoseconds step = 2s;

bool all_known(const Look& look) {
    return std::all_of(look.seen.begin(), look.seen.end(),
                       [](const auto& seen) { return seen.identity.has_value(); });
}

}  // namespace

void Lookout::hear() { heed(watcher_.hear()); }

void Lookout::heed(Watcher::News news) {
    switch (news) {
        case Watcher::News::none: return;
        case Watcher::News::filled: return rhythm_.ask_later(base::now().steady);
        case Watcher::News::changed: return rhythm_.ask(base::now().steady);
    }
}

std::optional<Time> Lookout::next(bool waiting) {
    const bool needed = waiting || doubtful_ || watcher_.fills() || !watcher_.hears_all();
    rhythm_.need(needed, base::now().steady);
    return rhythm_.next();
}

bool Lookout::is_unchanged() const {
    if (!calm_) return false;
    const auto now = stamp();
    return now && *now == *calm_;
}

base::Result<std::optional<Look>> Lookout::look(bool waiting) {
    const auto begun = base::now();
    const bool is_regular = rhythm_.is_regular(begun.steady);
    if (is_regular && !rhythm_.is_asked() && !waiting && is_unchanged()) {
        rhythm_.looked(begun.steady, begun.steady);
        return std::optional<Look>();
    }
    auto found = svscan::look();
    // A directory that was made while we looked is heard of before it counts as seen.
    const auto news = watcher_.hear();
    if (found) leave_out_unfinished(*found, is_regular);
    rhythm_.looked(begun.steady, base::now().steady);
    heed(news);
    calm_.reset();
    doubtful_ = !found || !all_known(*found);
    if (!found) return found.error();
    const bool exact = found->links.empty() && found->unexamined.empty();
    if (exact && begun.wall - found->stamp.modified > step) calm_ = found->stamp;
    if (watcher_.follow(*found)) rhythm_.ask(base::now().steady);
    return std::optional<Look>(std::move(*found));
}

void Lookout::leave_out_unfinished(Look& look, bool is_regular) {
    if (is_regular) watcher_.stop_waiting();
    if (watcher_.fills())
        std::erase_if(look.seen,
                      [&](const auto& seen) { return watcher_.is_filling(seen.name); });
}

}  // namespace svscan
