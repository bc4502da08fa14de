// What the machine does at a command.

#include <signal.h>

#include "supervise/service.h"

namespace supervise {

Orders Service::hear(Command command, const Stopping& directory, base::Moment now) {
    switch (command) {
        case Command::up: return want(Want::up, now);
        case Command::once: return want(Want::once, now);
        case Command::down: return down(directory, now);
        case Command::exit: return exit(directory, now);
        case Command::pause: {
            be_paused(target() != 0, now);
            auto orders = signal({SIGSTOP});
            orders.announce = true;
            return orders;
        }
        case Command::resume: {
            be_paused(false, now);
            auto orders = signal({SIGCONT});
            orders.announce = true;
            return orders;
        }
        case Command::interrupt:
        case Command::terminate:
        case Command::quit: told_ = signal_of(command); return signal({told_});
        case Command::hangup:
        case Command::alarm:
        case Command::user1:
        case Command::user2:
        case Command::window: return signal({signal_of(command)});
        case Command::kill: return kill();
        case Command::replace:
        case Command::again: return {};
        case Command::to_group: to_group_ = true; return {};
        case Command::to_process: to_group_ = false; return {};
    }
    return {};
}

// A start that is asked for comes at once, but never two within `pace`.
Orders Service::want(Want want, base::Moment now) {
    state_.want = want;
    state_.failed_by = base::Text<16>("none");
    state_.failed_exit = {};
    state_.reason = base::Text<127>("none");
    const bool lives = stage_ == Stage::up || stage_ == Stage::starting;
    once_due_ = want == Want::once && (!lives || state_.stop_sent != Time(0));
    const bool rests = stage_ == Stage::idle || stage_ == Stage::waiting;
    if (rests && !leaving_ && started_ != Time(0) && now.steady < started_ + pace)
        return wait(started_ + pace, now);
    return launch_if(true);
}

Orders Service::down(const Stopping& directory, base::Moment now) {
    state_.want = Want::down;
    state_.reason = base::Text<127>("none");
    once_due_ = false;
    paused_ = false;
    if (stage_ == Stage::waiting || stage_ == Stage::started)
        return settle(directory.stop, now);
    prepared_ = false;  // The first run that follows has a ./start before it.
    const bool both = replacement_.pid() != 0;
    replacement_.end(directory.kill_after, now);
    Orders orders{.announce = true};
    if (stage_ == Stage::up || stage_ == Stage::starting)
        orders = end_process(stage_ == Stage::up ? directory.signal : SIGTERM,
                             directory.kill_after, now);
    else if (both)
        orders = {.signals = {directory.signal, SIGCONT},
                  .to_group = to_group_,
                  .announce = true};
    orders.to_both = both;
    return orders;
}

Orders Service::end_process(int with, Time kill_after, base::Moment now) {
    note_told(with, kill_after, now);
    auto orders = signal({with, SIGCONT});
    orders.announce = true;
    return orders;
}

// The first signal and the first deadline count; who is told again gets no more time.
void Service::note_told(int with, Time kill_after, base::Moment now) {
    checks_.end();
    watchdog_.end();
    if (state_.stop_sent == Time(0)) {
        state_.stop_sent = now.wall;
        state_.stop_signal = with;
    }
    told_ = state_.stop_signal;
    if (!kill_at_ && kill_after != Time(0)) {
        kill_at_ = now.steady + kill_after;
        state_.kill_at = now.wall + kill_after;
    }
}

Orders Service::kill() {
    told_ = SIGKILL;
    auto orders = signal({SIGKILL});
    if (replacement_.pid() == 0) return orders;
    replacement_.end(Time(0), {});
    orders.signals = {SIGKILL};
    orders.to_both = true;
    return orders;
}

Orders Service::exit(const Stopping& directory, base::Moment now) {
    leaving_ = true;
    if (stage_ == Stage::waiting) return settle(directory.stop, now);
    return {.announce = true, .leave = stage_ == Stage::idle};
}

Orders Service::signal(SignalList signals) const {
    if (target() == 0 && !to_group_) return {};
    return {.signals = signals, .to_group = to_group_};
}

}  // namespace supervise
