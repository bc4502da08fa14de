// What the machine does about a process that is up: is it ready, and is it fit to go on?

#include <utility>

#include "supervise/service.h"

namespace supervise {

// Looks after a process that is not ready yet.
void Service::watch(const Beginning& directory, base::Moment now) {
    const auto by = state_.ready_by.kind;
    checks_.begin(state_.pid, by == ReadyBy::Kind::check, directory.checking, now.steady);
    watchdog_.begin(by == ReadyBy::Kind::descriptor ? directory.watchdog : Time(0));
}

// By what has become of it.
void Service::watch_on(base::Moment now) {
    if (state_.ready != Time(0)) {
        checks_.ready(now.steady);
        watchdog_.heard(now.steady);
    }
    if (!paused_) return;
    checks_.pause();
    watchdog_.pause();
}

void Service::be_paused(bool paused, base::Moment now) {
    if (std::exchange(paused_, paused) == paused) return;
    if (paused) {
        checks_.pause();
        watchdog_.pause();
        return;
    }
    checks_.resume(now.steady);
    if (state_.ready != Time(0)) watchdog_.heard(now.steady);
}

Orders Service::ready(base::Moment now) {
    if (stage_ != Stage::up || state_.ready != Time(0)) return {};
    state_.ready = now.wall;
    watch_on(now);
    return {.changes = {Change::ready}, .announce = true};
}

void Service::said(Time watchdog, base::Moment now) {
    if (watchdog_.patience() == Time(0) || state_.ready == Time(0)) return;
    watchdog_.change(watchdog);
    if (!paused_) watchdog_.heard(now.steady);
}

Orders Service::check_ended(const LastExit& exit, base::Moment now) {
    const auto finding = checks_.ended(exit, now.steady);
    if (finding == Checks::Finding::none) return {};
    const bool news = exit != state_.last_check || checks_.failed() != state_.failed_checks;
    state_.last_check = exit;
    state_.failed_checks = checks_.failed();
    if (finding == Checks::Finding::good && state_.ready == Time(0)) return ready(now);
    if (finding != Checks::Finding::unfit) return {.announce = news};
    const bool once = checks_.failed() == 1;
    return unfit(
        base::Text<64>("check failed ", checks_.failed(), once ? " time" : " times"));
}

Orders Service::unfit(std::string_view reason) {
    state_.reason = base::Text<127>(reason, wanted() ? ": restarted" : ": ended");
    return {.unfit = true, .announce = true};
}

Orders Service::restart(const Stopping& directory, base::Moment now) {
    if (stage_ != Stage::up || state_.stop_sent != Time(0)) return {};
    note_told(SIGTERM, directory.kill_unfit_after, now);
    return {.signals = {SIGTERM}, .announce = true};
}

Orders Service::fitness_tick(base::Moment now) {
    const auto patience = std::chrono::floor<std::chrono::seconds>(watchdog_.patience());
    if (watchdog_.tick(now.steady))
        return unfit(base::Text<64>("watchdog: silent for ", patience.count(),
                                    patience.count() == 1 ? " second" : " seconds"));
    switch (checks_.tick(now.steady)) {
        case Checks::Due::check: return {.run = {Script::check}};
        case Checks::Due::kill: return {.kill_check = true};
        case Checks::Due::nothing: break;
    }
    return {};
}

}  // namespace supervise
