#include "supervise/leftovers.h"

#include <signal.h>

#include "base/group.h"
#include "base/stranger.h"

namespace supervise {
namespace {

constexpr auto kill_after = std::chrono::seconds(5);
constexpr auto give_up_after = std::chrono::seconds(6);

// A group that lost its leader has nobody of the leader's number; where somebody has it,
// the group was over, and this is another one.
bool lives_on(pid_t group) {
    return ::kill(group, 0) == -1 && errno == ESRCH && ::kill(-group, 0) == 0;
}

}  // namespace

// As long as the group has a member, the kernel gives its number to nobody.
void Leftovers::look_for(pid_t leader, Groups& groups) {
    groups.keep(lives_on);
    if (!lives_on(leader)) return;
    groups.add(leader);
    seen_ = base::boot_time();
}

// Whoever has the number now and began after the last of them was seen is somebody else.
void Leftovers::signal(const Groups& groups, int signal) const {
    for (const pid_t group : groups)
        if (lives_on(group) && base::group_has_member(group, seen_)) ::kill(-group, signal);
}

Leftovers::End Leftovers::end(Groups& groups, base::Moment now) {
    groups.keep(lives_on);
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

}  // namespace supervise
