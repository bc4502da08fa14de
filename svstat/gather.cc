#include "svstat/gather.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/fd.h"
#include "supervise/files.h"
#include "supervise/obstacle.h"
#include "supervise/settings.h"
#include "supervise/told.h"
#include "supervise/whereabouts.h"

namespace svstat {
namespace {

using supervise::State;

bool waits_for_check(const State& state) {
    return state.phase == supervise::Phase::up &&
           state.ready_by.kind == supervise::ReadyBy::Kind::check;
}

std::optional<Told> told(std::string_view text, std::string_view prefix) {
    const auto state = supervise::decode(text, prefix);
    if (!state) return {};
    Told told{*state, {}, {}, false, !prefix.empty()};
    if (lives(*state)) told.usage = usage_of(state->pid);
    return told;
}

// Where supervise, which made its directory, runs as another user, it may execute what we
// may not.
supervise::Rights rights_here(std::string_view own) {
    struct stat place;
    const auto user = ::geteuid();
    const bool other = user != 0 &&
                       ::stat(supervise::place_here(own).c_str(), &place) == 0 &&
                       place.st_uid != user;
    return other ? supervise::Rights::anybodys : supervise::Rights::ours;
}

// As root, or where the service is ours, for others know nothing of our rights.
base::Errno trouble_with_place(std::string_view own) {
    struct stat here;
    const auto user = ::geteuid();
    if (user != 0 && (::stat(".", &here) == -1 || here.st_uid != user)) return {};
    return supervise::may_use_place(own).error();
}

std::string text_of_state(std::string_view own) {
    const auto told = supervise::read_state(AT_FDCWD, supervise::place_here(own));
    if (!told || !supervise::decode((*told).text, "")) return {};
    return std::string((*told).text.view());
}

Absence absence_of(std::string_view own, Processes& processes) {
    Absence absence;
    absence.never_ran = ::access(supervise::place_here(own).c_str(), F_OK) == -1;
    absence.unusable = trouble_with_place(own);
    absence.lock_holder = holder_of_lock(own);
    const auto last = told(text_of_state(own), "");
    if (last && lives(last->state)) absence.orphan = last->state.pid;
    processes.find_scanner(absence);
    return absence;
}

}  // namespace

Facts gather(const Sight& sight, std::string_view own, Processes& processes) {
    Facts facts;
    facts.now = base::now().wall;
    facts.sight = sight;
    const auto rights = rights_here(own);
    facts.obstacle = supervise::obstacle(AT_FDCWD, rights).view();
    if (unsupervised(sight)) facts.absence = absence_of(own, processes);
    if (sight.step != Sight::Step::seen) return facts;
    facts.text = text_of_state(own);
    facts.service = told(facts.text, "");
    facts.logger = told(facts.text, "log-");
    facts.has_finish = ::access("finish", X_OK) == 0;
    facts.has_stop = ::access("stop", X_OK) == 0;
    const auto pid =
        facts.service && lives(facts.service->state) ? facts.service->state.pid : 0;
    if (facts.service) facts.left = processes.in(facts.service->state.groups);
    if (pid != 0) facts.backlog = backlog_of(pid);
    if (facts.service) {
        facts.service->obstacle = facts.obstacle;
        facts.service->has_stand_in = ::access("control/t", X_OK) == 0;
    }
    if (facts.service && waits_for_check(facts.service->state))
        facts.unready = supervise::obstacle(AT_FDCWD, "check", rights).view();
    if (facts.logger)
        facts.logger->obstacle =
            supervise::obstacle(AT_FDCWD, supervise::files::log, rights).view();
    return facts;
}

Facts gather_log_file(const Sight& sight, std::string_view own) {
    Facts facts;
    facts.now = base::now().wall;
    facts.sight = sight;
    if (sight.step != Sight::Step::seen) return facts;
    facts.text = text_of_state(own);
    facts.service = told(facts.text, "log-");
    if (facts.service)
        facts.service->obstacle =
            supervise::obstacle(AT_FDCWD, supervise::files::log, rights_here(own)).view();
    return facts;
}

}  // namespace svstat
