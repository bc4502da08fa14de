#include "supervise/leftovers.h"

#include <signal.h>

#include <algorithm>
#include <charconv>

#include "base/birth.h"
#include "base/group.h"
#include "base/stranger.h"

namespace supervise {
namespace {

constexpr auto kill_after = std::chrono::seconds(5);
constexpr auto give_up_after = std::chrono::seconds(6);

// A group that lost its leader has nobody of the leader's number; where somebody has it,
// the group was over, and this is another one. Whose members we may not signal lives, too.
bool lives_on(pid_t group) {
    if (::kill(group, 0) == 0 || errno != ESRCH) return false;
    return ::kill(-group, 0) == 0 || errno == EPERM;
}

}  // namespace

// Whoever has the number and began after the last of them was seen is somebody else, and so
// may be who cannot be looked at.
bool Leftovers::is_ours(pid_t group) const {
    if (!lives_on(group)) return false;
    const auto member = base::group_has_member(group, seen_);
    return member && *member;
}

void Leftovers::forget_others(Groups& groups) const {
    groups.keep([this](pid_t group) { return is_ours(group); });
}

// As long as the group has a member, the kernel gives its number to nobody.
void Leftovers::look_for(pid_t leader, Groups& groups) {
    forget_others(groups);
    if (!lives_on(leader)) return;
    groups.add(leader);
    seen_ = base::boot_time();
}

void Leftovers::signal(const Groups& groups, int signal) const {
    for (const pid_t group : groups)
        if (is_ours(group)) ::kill(-group, signal);
}

Leftovers::End Leftovers::end(Groups& groups, base::Moment now) {
    // Not each time: /proc is long. Of the killed there may be zombies that nobody takes.
    if (told_ && now.steady < *told_ + kill_after)
        groups.keep(lives_on);
    else
        forget_others(groups);
    if (groups.empty()) {
        told_.reset();
        return End::gone;
    }
    if (!told_) {
        told_ = now.steady;
        signal(groups, SIGTERM);
        signal(groups, SIGCONT);
    }
    if (now.steady < *told_ + kill_after) return End::not_yet;
    signal(groups, SIGKILL);
    if (now.steady < *told_ + give_up_after) return End::not_yet;
    told_.reset();
    return End::stubborn;
}

base::Text<96> Leftovers::seen() const {
    return base::Text<96>(base::where_pids_mean(), ":", seen_.count());
}

Groups Leftovers::take_up(const State& told) {
    const auto text = told.groups_seen.view();
    const auto colon = text.rfind(':');
    const auto where = base::where_pids_mean();
    if (colon == text.npos || where.empty() || text.substr(0, colon) != where.view())
        return {};
    std::chrono::nanoseconds::rep count = 0;
    std::from_chars(text.data() + colon + 1, text.data() + text.size(), count);
    seen_ = std::min(std::chrono::nanoseconds(count), base::boot_time());
    auto groups = told.groups;
    forget_others(groups);
    return groups;
}

}  // namespace supervise
