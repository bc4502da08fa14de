// What passes from one supervise to the next: a service that is adopted, and one that is
// remembered across the change of its program.

#include "supervise/service.h"

#include <utility>

namespace supervise {

void Service::adopt(Script script, pid_t pid, const State& before, Time started,
                    Time finish_within, const Beginning& directory, base::Moment now) {
    state_ = before;
    state_.next = {};
    state_.pid = script == Script::run ? pid : 0;
    if (script != Script::run) hook_ = pid;
    started_ = started;
    pause_.begin_until(started + pace);
    prepared_ = true;
    if (state_.stop_sent != Time(0)) told_ = state_.stop_signal;
    if (state_.kill_at != Time(0)) {
        // Told by the wall clock: where that makes no sense it was set, and the whole time
        // is given once more.
        const auto whole = state_.kill_at - state_.stop_sent;
        const auto left = state_.kill_at - now.wall;
        kill_at_ = now.steady + (left > Time(0) && left < whole ? left : whole);
    }
    switch (script) {
        case Script::run:
            stage_ = Stage::up;
            paused_ = before.phase == Phase::paused;
            if (state_.stop_sent != Time(0)) return;
            watch(directory, now);
            watch_on(now);
            return;
        case Script::start:
            stage_ = Stage::starting;
            prepared_ = false;
            return;
        case Script::finish:
            stage_ = Stage::finishing;
            if (finish_within != Time(0)) hook_kill_at_ = started + finish_within;
            return;
        case Script::stop: stage_ = Stage::closing; return;
        case Script::check:
        case Script::replacement:
        case Script::trial:
        case Script::farewell: return;
    }
}

void Service::be_wished(const State& told) {
    state_.want = told.want;
    state_.failed_by = told.failed_by;
    state_.failed_exit = told.failed_exit;
}

void Service::wish(Want want, bool leave) {
    state_.want = want;
    leaving_ = leave;
}

template <class Self, class Field>
void Service::each_field(Self& self, Field field) {
    field("stage", self.stage_);
    field("hook", self.hook_);
    field("leaving", self.leaving_);
    field("to-group", self.to_group_);
    field("told", self.told_);
    field("paused", self.paused_);
    field("prepared", self.prepared_);
    field("once-due", self.once_due_);
    field("stop-after", self.stop_after_);
    field("finish-due", self.finish_due_);
    field("settle-due", self.settle_due_);
    field("finish-within", self.finish_within_);
    field("started", self.started_);
    field("next-start-steady", self.next_start_);
    field("kill-at-steady", self.kill_at_);
    field("hook-kill-at", self.hook_kill_at_);
    Pause::each_field(self.pause_, field);
    Checks::each_field(self.checks_, field);
    Watchdog::each_field(self.watchdog_, field);
    Replacement::each_field(self.replacement_, field);
    Farewell::each_field(self.farewell_, field);
}

void Service::remember(Notes& notes, std::string_view prefix) const {
    StateText text;
    auto state = state_;
    state.next = replacement_.newcomer();
    encode(state, prefix, text);
    notes.add(text);
    NoteWriter write(notes, prefix);
    each_field(*this, write);
}

bool Service::recall(const Notes& notes, std::string_view prefix) {
    const auto told = decode(notes.text(), prefix);
    if (!told) return false;
    state_ = *told;
    replacement_.recall(std::exchange(state_.next, {}));
    NoteReader read(notes, prefix);
    each_field(*this, read);
    return true;
}

}  // namespace supervise
