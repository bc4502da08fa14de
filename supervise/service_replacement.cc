// What the machine does with a second process that is to replace the first (svc -r).

#include <algorithm>
#include <utility>

#include "supervise/service.h"

namespace supervise {
namespace {

using Words = base::Text<127>;

Words words(const LastExit& exit) {
    switch (exit.kind) {
        case LastExit::Kind::code: return Words("exited with code ", exit.number);
        case LastExit::Kind::signal: return Words("was killed by signal ", exit.number);
        case LastExit::Kind::none:
        case LastExit::Kind::unknown: break;
    }
    return Words("ended");
}

Words words(std::chrono::nanoseconds time) {
    const auto ms = std::chrono::ceil<std::chrono::milliseconds>(time).count();
    if (ms % 1000 != 0) return Words(ms, " milliseconds");
    return Words(ms / 1000, ms == 1000 ? " second" : " seconds");
}

}  // namespace

Orders Service::keep_old(const base::Text<127>& why) {
    state_.reason = why;
    return {.changes = {Change::kept}, .announce = true};
}

Orders Service::replace(const Replacing& directory) {
    if (replacement_.under_way()) return {};
    const char* why = nullptr;
    if (directory.logger)
        why = "a logger is not replaced";
    else if (stage_ != Stage::up)
        why = "nothing to replace: run does not run";
    else if (leaving_ || state_.want == Want::down || state_.stop_sent != Time(0))
        why = "not replaced: the service is to end";
    else if (directory.ready_by.kind == ReadyBy::Kind::being_up)
        why = "not replaced: there is neither notification-fd nor check";
    else if (farewell_.under_way())
        why = "not replaced: finish still runs for the process before";
    if (why) return keep_old(Words(why));
    if (!directory.trouble.empty())
        return keep_old(Words("not replaced: ", directory.trouble));
    state_.reason = Words("none");
    replacement_.ask(directory.within);
    return {.replace = true};
}

Orders Service::replacement_ready(base::Moment now) {
    if (!replacement_.ready(now)) return {};
    return {.hand_over = true, .announce = true};
}

Orders Service::hand_over(const Stopping& directory, base::Moment now) {
    if (stage_ != Stage::up || !replacement_.is_ready()) return {};
    paused_ = false;
    return end_process(directory.signal, directory.kill_after, now);
}

Orders Service::trial_ended(const LastExit& exit, base::Moment now) {
    const auto finding = replacement_.checks().ended(exit, now.steady);
    return finding == Checks::Finding::good ? replacement_ready(now) : Orders{};
}

// The old process may have been told to end by now; it is then started again as ever.
Orders Service::replacement_died(const LastExit& exit, base::Moment now) {
    Orders orders{.changes = {Change::kept}, .announce = true};
    if (replacement_.inherits()) {
        const bool was_ready = replacement_.is_ready();
        orders = keep_old(Words("replacement ", words(exit),
                                was_ready ? " before the old process was dead"
                                          : " before it was ready: the old process stays"));
    }
    replacement_.over();
    const auto then = go_on(now);
    for (const auto change : then.changes) orders.changes.add(change);
    orders.run = then.run;
    orders.launch = then.launch;
    orders.leave = then.leave;
    return orders;
}

Orders Service::replacement_tick(base::Moment now) {
    switch (replacement_.tick(now.steady)) {
        case Replacement::Due::give_up:
            state_.reason = Words("replacement was not ready in ",
                                  words(replacement_.within()), ": the old process stays");
            replacement_.end(Time(0), now);
            return {.kill = replacement_.pid(), .announce = true};
        case Replacement::Due::kill: return {.kill = replacement_.pid()};
        case Replacement::Due::check: return {.run = {Script::trial}};
        case Replacement::Due::kill_check: return {.kill = replacement_.checks().running()};
        case Replacement::Due::nothing: break;
    }
    switch (farewell_.tick(now.steady)) {
        case Farewell::Due::run: return {.run = {Script::farewell}};
        case Farewell::Due::kill: return {.kill = farewell_.running()};
        case Farewell::Due::nothing: break;
    }
    return {};
}

Orders Service::farewell_over(base::Moment now) {
    farewell_.over();
    return go_on(now);
}

// What waited for the end of a replacement.
Orders Service::go_on(base::Moment now) {
    if (is_held_up()) return {};
    if (std::exchange(finish_due_, false)) return {.run = {Script::finish}};
    if (std::exchange(settle_due_, false)) return settle(stop_after_, now);
    return {};
}

// The old process is dead, the new one is the service's from now on, ready or not.
Orders Service::inherit(const Death& death, const Aftermath& directory, base::Moment now) {
    const pid_t old = state_.pid;
    const auto heir = replacement_.newcomer();
    note_death(death, now);
    if (state_.last_run >= pace) state_.deaths_in_a_row = 0;
    once_due_ = false;
    ++state_.starts;
    state_.pid = heir.pid;
    state_.birth = heir.birth;
    state_.since = heir.since;
    state_.ready = heir.ready;
    state_.ready_by = replacement_.directory().ready_by;
    state_.last_check = {};
    state_.failed_checks = 0;
    started_ = replacement_.started();
    watch(replacement_.directory(), now);
    watch_on(now);
    replacement_.over();

    Orders orders{.inherit = true, .announce = true};
    orders.changes = {Change::dead, Change::starting, Change::up};
    if (state_.ready != Time(0)) orders.changes.add(Change::ready);
    orders.changes.add(Change::replaced);
    if (directory.finish) {
        farewell_.begin(old, death.exit, directory.finish_within);
        orders.run = {Script::farewell};
    }
    return orders;
}

void Service::adopt_replacement(const Newcomer& newcomer, const Beginning& directory,
                                Time within, bool is_ready, Time started,
                                base::Moment now) {
    replacement_.ask(within);
    replacement_.adopt(newcomer, directory, is_ready, started, now);
    if (state_.want != Want::down) return;
    const auto left = kill_at_ ? std::max(*kill_at_ - now.steady, Time(1)) : Time(0);
    replacement_.end(left, now);
}

void Service::miss_replacement() {
    const bool ends = state_.stop_sent != Time(0);
    state_.reason = Words("replacement ended", ends ? " before the old process was dead"
                                                    : ": the old process stays");
}

}  // namespace supervise
