// What the machine tells of itself and of its processes.

#include "supervise/service.h"

namespace supervise {

bool Service::knows(pid_t pid) const {
    if (pid == 0) return false;
    for (const pid_t one : {state_.pid, hook_, checks_.running(), replacement_.pid(),
                            replacement_.checks().running(), farewell_.running()})
        if (pid == one) return true;
    return false;
}

Script Service::script_of(pid_t pid) const {
    if (pid == state_.pid) return Script::run;
    if (pid == checks_.running()) return Script::check;
    if (pid == replacement_.pid()) return Script::replacement;
    if (pid == replacement_.checks().running()) return Script::trial;
    if (pid == farewell_.running()) return Script::farewell;
    if (stage_ == Stage::starting) return Script::start;
    return stage_ == Stage::finishing ? Script::finish : Script::stop;
}

bool Service::hand_over_due() const {
    return replacement_.is_ready() && state_.stop_sent == Time(0);
}

bool Service::down_due() const {
    const bool lives = stage_ == Stage::up || stage_ == Stage::starting;
    return lives && state_.want == Want::down && state_.stop_sent == Time(0);
}

Status Service::status() const {
    // A one-shot has no process: to those who read nothing else it is down, and content.
    const auto told = stage_ == Stage::started ? Want::once : state_.want;
    return {base::tai64n(state_.since), static_cast<std::uint32_t>(state_.pid), paused_,
            told};
}

State Service::state() const {
    State state = state_;
    state.next = replacement_.newcomer();
    switch (stage_) {
        case Stage::idle:
            state.phase = state.failed_by.view() != "none" ? Phase::failed : Phase::down;
            break;
        case Stage::starting:
            state.phase = state.stop_sent != Time(0) ? Phase::stopping : Phase::starting;
            break;
        case Stage::started: state.phase = Phase::started; break;
        case Stage::up:
            state.phase = state.ready != Time(0) ? Phase::ready : Phase::up;
            // The service goes on where another process is ready in this one's place.
            if (state.stop_sent != Time(0) && !replacement_.is_ready())
                state.phase = Phase::stopping;
            if (paused_) state.phase = Phase::paused;
            break;
        case Stage::finishing:
        case Stage::closing: state.phase = Phase::finishing; break;
        case Stage::waiting: state.phase = Phase::waiting; break;
    }
    if (stage_ != Stage::waiting) state.next_start = Time(0);
    return state;
}

pid_t Service::target() const {
    if (state_.pid != 0) return state_.pid;
    return stage_ == Stage::starting || stage_ == Stage::closing ? hook_ : 0;
}

}  // namespace supervise
