#include "supervise/service.h"

#include <signal.h>

namespace supervise {

Orders Service::begin() {
    if (want_ == Want::up) return start_unless_alive();
    return {};
}

Orders Service::hear(Command command, base::Moment) {
    switch (command) {
        case Command::up: want_ = Want::up; return start_unless_alive();
        case Command::once: want_ = Want::once; return start_unless_alive();
        case Command::down: {
            want_ = Want::down;
            next_start_.reset();
            paused_ = false;
            auto orders = signal({SIGTERM, SIGCONT});
            orders.announce = true;
            return orders;
        }
        case Command::exit: leaving_ = true; return {.announce = true, .leave = pid_ == 0};
        case Command::pause: {
            paused_ = pid_ != 0;
            auto orders = signal({SIGSTOP});
            orders.announce = true;
            return orders;
        }
        case Command::resume: {
            paused_ = false;
            auto orders = signal({SIGCONT});
            orders.announce = true;
            return orders;
        }
        case Command::hangup: return signal({SIGHUP});
        case Command::alarm: return signal({SIGALRM});
        case Command::interrupt: return signal({SIGINT});
        case Command::terminate: return signal({SIGTERM});
        case Command::kill: return signal({SIGKILL});
        case Command::quit: return signal({SIGQUIT});
        case Command::user1: return signal({SIGUSR1});
        case Command::user2: return signal({SIGUSR2});
        case Command::window: return signal({SIGWINCH});
        case Command::to_group: to_group_ = true; return {};
        case Command::to_process: to_group_ = false; return {};
    }
    return {};
}

Orders Service::started(pid_t pid, base::Moment now) {
    pid_ = pid;
    since_ = now.wall;
    started_ = now.steady;
    paused_ = false;
    return {.announce = true};
}

Orders Service::start_failed(Failure failure, base::Moment now) {
    if (leaving_) return {.announce = true, .leave = true};
    if (failure == Failure::fork || want_ == Want::up) next_start_ = now.steady + pace;
    return {.announce = true};
}

Orders Service::exited(Death death, bool modern, base::Moment now) {
    pid_ = 0;
    since_ = now.wall;
    paused_ = false;
    if (leaving_) return {.announce = true, .leave = true};
    if (modern && death == failed_for_good) want_ = Want::down;
    if (want_ != Want::up) return {.announce = true};
    if (now.steady >= started_ + pace) return {.start = true, .announce = true};
    next_start_ = started_ + pace;
    return {.announce = true};
}

Orders Service::tick(base::Moment now) {
    if (!next_start_ || now.steady < *next_start_) return {};
    next_start_.reset();
    return start_unless_alive();
}

Status Service::status() const {
    return {base::tai64n(since_), static_cast<std::uint32_t>(pid_), paused_, want_};
}

Orders Service::start_unless_alive() {
    if (pid_ != 0 || leaving_) return {.announce = true};
    next_start_.reset();
    return {.start = true, .announce = true};
}

Orders Service::signal(SignalList signals) const {
    if (pid_ == 0) return {};
    return {.signals = signals, .to_group = to_group_};
}

}  // namespace supervise
