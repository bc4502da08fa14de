#include "svscan/essentials.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "base/deadline.h"
#include "supervise/change.h"
#include "supervise/told.h"
#include "supervise/whereabouts.h"
#include "svscan/verdict.h"

namespace svscan {
namespace {

using namespace std::chrono_literals;

constexpr Time moment = 50ms;  // a supervise needs to be ready to tell
constexpr auto mark = "essential";

bool has_died(std::string_view letters) {
    return letters.find(static_cast<char>(supervise::Change::dead)) != letters.npos;
}

}  // namespace

void Essentials::watch(Who who, const char* name, Identity identity, const char* own,
                       Time now) {
    for (const auto& one : all_)
        if (one.who == who) return;
    auto directory = base::open(name, O_RDONLY | O_DIRECTORY);
    struct stat about;
    if (!directory || ::fstat(directory->number(), &about) == -1 ||
        Identity{about.st_dev, about.st_ino} != identity ||
        ::fstatat(directory->number(), mark, &about, 0) == -1 || S_ISDIR(about.st_mode))
        return;
    std::string supervise(supervise::place_of(name, own).view());
    all_.push_back({who, std::move(*directory), std::move(supervise), now,
                    std::make_unique<supervise::Waiter>(), 0});
}

void Essentials::forget(Index place) {
    std::erase_if(all_, [&](const auto& one) { return one.who.place == place; });
}

std::uint64_t Essentials::seen(Who who) const {
    const auto one = std::ranges::find(all_, who, &One::who);
    return one == all_.end() ? 0 : one->seen;
}

void Essentials::recall(Who who, std::uint64_t seen) {
    const auto one = std::ranges::find(all_, who, &One::who);
    if (one != all_.end()) one->seen = seen;
}

void Essentials::add_to(std::vector<pollfd>& polled) const {
    for (const auto& one : all_)
        if (!one.due) polled.push_back({one.waiter->letters(), POLLIN, 0});
}

std::optional<Time> Essentials::deadline() const {
    base::Deadline first;
    for (const auto& one : all_) first = base::earliest({first, one.due});
    return first;
}

std::optional<Essentials::End> Essentials::check(Time now) {
    for (auto& one : all_)
        if (const auto code = look_at(one, now)) return End{one.who.place, *code};
    return {};
}

// Who listens first and reads the state then misses nothing.
std::optional<int> Essentials::look_at(One& one, Time now) {
    if (one.due) {
        if (*one.due > now) return {};
        if (!one.waiter->open(one.directory.number(), one.supervise)) {
            one.due = now + moment;
            return {};
        }
    }
    const auto letters = one.waiter->take();
    if (!one.due && letters.empty()) return {};
    one.due.reset();
    const auto told = supervise::read_state(one.directory.number(), one.supervise);
    if (!told) return {};
    const auto state = supervise::decode((*told).text, "");
    if (!state) return {};
    // It lived when it was last seen, and lives no more, or again.
    const auto seen =
        std::exchange(one.seen, 2 * state->starts + (state->pid != 0 ? 1 : 0));
    const bool lost = (seen & 1) != 0 && one.seen != seen;
    return ended_with(*state, lost || has_died(letters));
}

}  // namespace svscan
