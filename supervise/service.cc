#include "supervise/service.h"

#include <utility>

#include "base/deadline.h"
#include "base/reason.h"

namespace supervise {
namespace {

constexpr LastExit success{LastExit::Kind::code, 0, false};
constexpr LastExit run_failed{LastExit::Kind::code, exit_of_failed_run, false};
constexpr LastExit finish_failed{LastExit::Kind::code, exit_of_failed_finish, false};

}  // namespace

Service::Service(Want want, base::Moment now, std::uint32_t noise) : pause_(noise) {
    state_.want = want;
    state_.since = now.wall;
    state_.birth = base::Text<80>("none");
    state_.failed_by = base::Text<16>("none");
    state_.reason = base::Text<127>("none");
    state_.groups_seen = base::Text<96>("none");
}

Orders Service::launch_if(bool wanted) {
    if (!wanted) return {};
    if (leaving_ || (stage_ != Stage::idle && stage_ != Stage::waiting))
        return {.announce = true};
    next_start_.reset();
    return {.launch = true, .announce = true};
}

std::optional<Script> Service::choose(const Beginning& directory) const {
    if (directory.start && !prepared_) return Script::start;
    if (directory.run || !directory.start) return Script::run;
    return {};
}

Orders Service::postpone(Time until, base::Moment now, std::string_view reason) {
    if (!reason.empty()) state_.reason = base::Text<127>(reason);
    return wait(until, now);
}

Orders Service::one_shot(base::Moment now) {
    stage_ = Stage::started;
    once_due_ = false;
    state_.since = state_.ready = now.wall;
    return {.changes = {Change::up, Change::ready}, .announce = true};
}

Orders Service::started(Script script, pid_t pid, const Beginning& directory,
                        base::Moment now) {
    if (lacks_sockets(state_)) state_.reason = base::Text<127>("none");
    switch (script) {
        case Script::run: return run_started(pid, directory, now);
        case Script::check: checks_.started(pid, directory.checking, now.steady); return {};
        case Script::start:
            stage_ = Stage::starting;
            hook_ = pid;
            state_.since = now.wall;
            return {.changes = {Change::starting}, .announce = true};
        case Script::finish:
            if (finish_within_ != Time(0)) hook_kill_at_ = now.steady + finish_within_;
            hook_ = pid;
            return {.announce = true};
        case Script::stop: hook_ = pid; return {.announce = true};
        case Script::replacement:
            replacement_.started(pid, directory, now);
            return {.changes = {Change::replacing}, .announce = true};
        case Script::trial:
            replacement_.checks().started(pid, directory.checking, now.steady);
            return {};
        case Script::farewell: farewell_.started(pid, now.steady); return {};
    }
    return {};
}

Orders Service::run_started(pid_t pid, const Beginning& directory, base::Moment now) {
    stage_ = Stage::up;
    once_due_ = false;
    paused_ = false;
    told_ = 0;
    started_ = now.steady;
    ++state_.starts;
    state_.pid = pid;
    state_.since = now.wall;
    state_.exec_error = {};
    state_.ready_by = directory.ready_by;
    state_.last_check = {};
    state_.failed_checks = 0;
    watch(directory, now);
    Orders orders{.changes = {Change::starting, Change::up}, .announce = true};
    if (directory.ready_by.kind == ReadyBy::Kind::being_up)
        for (const auto change : ready(now).changes) orders.changes.add(change);
    return orders;
}

Orders Service::start_failed(Script script, const Failure& failure,
                             const Aftermath& directory, base::Moment now) {
    switch (script) {
        case Script::run:
        case Script::start: return not_begun(script, failure, directory, now);
        case Script::finish:
        case Script::stop:
            if (!failure.fork)
                return script == Script::finish ? settle(stop_after_, now) : rest(now);
            next_start_ = now.steady + pace;
            return {};
        case Script::check: checks_.start_failed(now.steady); return {};
        case Script::trial: replacement_.checks().start_failed(now.steady); return {};
        case Script::replacement:
            replacement_.not_started();
            return keep_old(base::Text<127>(
                "replacement was not started: ", base::reason(failure.error),
                ": the old process stays"));
        case Script::farewell:
            if (!failure.fork) return farewell_over(now);
            farewell_.try_later(now.steady);
            return {};
    }
    return {};
}

Orders Service::not_begun(Script script, const Failure& failure, const Aftermath& directory,
                          base::Moment now) {
    state_.exec_error = failure.error;
    state_.exec_path = base::Text<32>(script == Script::run ? "run" : "start");
    if (failure.fork)
        return leaving_ ? settle(directory.stop, now) : wait(now.steady + pace, now);
    started_ = now.steady;
    once_due_ = false;
    if (script == Script::start) {
        fail("start", {});
        return rest(now);
    }
    pause_.begin(started_, now.steady, directory.backoff);
    return settle(directory.stop, now);
}

Orders Service::exited(pid_t pid, const Death& death, const Aftermath& directory,
                       base::Moment now) {
    if (pid == state_.pid) return run_died(death, directory, now);
    if (pid == checks_.running()) return check_ended(death.exit, now);
    if (pid == replacement_.pid()) return replacement_died(death.exit, now);
    if (pid == replacement_.checks().running()) return trial_ended(death.exit, now);
    if (pid == farewell_.running()) return farewell_over(now);
    hook_ = 0;
    hook_kill_at_.reset();
    switch (stage_) {
        case Stage::starting: return start_ended(death.exit, directory, now);
        case Stage::finishing:
            if (death.exit == finish_failed) fail("finish", death.exit);
            return settle(directory.stop, now);
        case Stage::closing: return rest(now);
        case Stage::idle:
        case Stage::started:
        case Stage::up:
        case Stage::waiting: return {};
    }
    return {};
}

void Service::note_death(const Death& death, base::Moment now) {
    state_.pid = 0;
    state_.birth = base::Text<80>("none");
    state_.since = now.wall;
    state_.ready = state_.stop_sent = state_.kill_at = Time(0);
    state_.last_exit = death.exit;
    state_.last_told = std::exchange(told_, 0);
    state_.last_run = now.steady - started_;
    state_.last_user = death.user;
    state_.last_system = death.system;
    state_.last_maxrss = death.maxrss;
    paused_ = false;
    kill_at_.reset();
    checks_.end();
    watchdog_.end();
}

Orders Service::run_died(const Death& death, const Aftermath& directory, base::Moment now) {
    if (replacement_.inherits()) return inherit(death, directory, now);
    note_death(death, now);
    pause_.begin(started_, now.steady, directory.backoff);
    const bool young = state_.last_run < pace || pause_.is_growing();
    state_.deaths_in_a_row = young ? state_.deaths_in_a_row + 1 : 0;
    if (directory.modern && death.exit == run_failed) fail("run", death.exit);

    Orders orders;
    if (directory.finish) {
        stage_ = Stage::finishing;
        stop_after_ = directory.stop;
        finish_within_ = directory.finish_within;
        finish_due_ = farewell_.under_way();
        if (!finish_due_) orders.run = {Script::finish};
    } else {
        orders = settle(directory.stop, now);
    }
    Changes changes{Change::dead};
    for (const auto change : orders.changes) changes.add(change);
    orders.changes = changes;
    orders.announce = true;
    return orders;
}

Orders Service::start_ended(const LastExit& exit, const Aftermath& directory,
                            base::Moment now) {
    const bool was_ended = state_.stop_sent != Time(0);
    state_.stop_sent = state_.kill_at = Time(0);
    kill_at_.reset();
    paused_ = false;
    if (exit.kind == LastExit::Kind::unknown) {
        // It was adopted, and nobody knows how it ended: it runs again.
        pause_.begin_until(now.steady + pace);
        once_due_ = state_.want == Want::once;
        return settle(directory.stop, now);
    }
    prepared_ = exit == success;
    // What a `d` has ended and a `u` wants again has not failed: it runs anew.
    if (prepared_ || (was_ended && wanted())) {
        pause_.begin_until(now.steady);
        once_due_ = state_.want == Want::once;
        return settle(directory.stop, now);
    }
    if (state_.want != Want::down && !leaving_) fail("start", exit);
    return rest(now);
}

// ./run and ./finish are over, or were never begun: what comes next?
Orders Service::settle(bool stop, base::Moment now) {
    if (is_held_up()) {
        stage_ = Stage::finishing;
        stop_after_ = stop;
        settle_due_ = true;
        return {.announce = true};
    }
    if (wanted()) {
        if (now.steady < pause_.end() && !once_due_) return wait(pause_.end(), now);
        stage_ = Stage::waiting;
        return launch_if(true);
    }
    next_start_.reset();
    if (!stop) return rest(now);
    stage_ = Stage::closing;
    return {.run = {Script::stop}, .announce = true};
}

// Nothing of it runs any more.
Orders Service::rest(base::Moment now) {
    const bool failed = state_.failed_by.view() != "none";
    stage_ = Stage::idle;
    prepared_ = false;
    paused_ = false;
    state_.ready = Time(0);
    Orders orders = wanted() ? launch_if(true) : Orders{};
    if (orders.launch && now.steady < pause_.end()) orders = wait(pause_.end(), now);
    orders.changes = {failed ? Change::failed : Change::down};
    orders.announce = true;
    orders.leave = leaving_;
    return orders;
}

Orders Service::wait(Time until, base::Moment now) {
    stage_ = Stage::waiting;
    next_start_ = until;
    state_.next_start = now.wall + (until - now.steady);
    return {.announce = true};
}

void Service::fail(std::string_view script, const LastExit& exit) {
    state_.failed_by = base::Text<16>(script);
    state_.failed_exit = exit;
    state_.want = Want::down;
    once_due_ = false;
}

std::optional<std::chrono::nanoseconds> Service::deadline() const {
    return base::earliest({next_start_, kill_at_, hook_kill_at_, checks_.deadline(),
                           watchdog_.deadline(), replacement_.deadline(),
                           farewell_.deadline()});
}

Orders Service::tick(base::Moment now) {
    const auto due = [&](Deadline& deadline) {
        if (!deadline || now.steady < *deadline) return false;
        deadline.reset();
        return true;
    };
    if (due(kill_at_)) return signal({SIGKILL});
    if (due(hook_kill_at_)) return {.kill_hook = true};
    if (const auto orders = fitness_tick(now); orders != Orders{}) return orders;
    if (!due(next_start_)) return replacement_tick(now);
    if (stage_ == Stage::finishing) return {.run = {Script::finish}};
    if (stage_ == Stage::closing) return {.run = {Script::stop}};
    return launch_if(true);
}

}  // namespace supervise
