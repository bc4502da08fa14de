#pragma once

// The new process that is to take a service's place while the old one still runs (svc -r):
//
//     none -> asked -> trying -> ready -> none        it is the service's process now
//                  `-> none   `-> ending -> none      it was not, and is dead
//
// In `trying` it gets ready, in `ready` the old one is told to end, in `ending` it is told
// to end itself: it was not ready in time, or the service is to end. The machine of a
// service (service.h) has one of these; what a stage means for the old process is decided
// there. The last part of a replacement, ./finish for the old process, is farewell.h.
//
// It promises: nobody is told to end before the new process has said that it is ready; a
// deadline is set as long as it gets ready in a limited time. Pure.

#include "base/clock.h"
#include "supervise/checks.h"
#include "supervise/facts.h"
#include "supervise/state.h"

namespace supervise {

class Replacement {
  public:
    using Time = std::chrono::nanoseconds;
    using Deadline = std::optional<Time>;

    bool under_way() const { return stage_ != Stage::none; }
    // Whether it takes the old one's place when that is dead.
    bool inherits() const { return stage_ == Stage::trying || stage_ == Stage::ready; }
    bool is_ready() const { return stage_ == Stage::ready; }
    bool is_ending() const { return stage_ == Stage::ending; }

    // What the world is told of it; nothing where there is no process.
    const Newcomer& newcomer() const { return newcomer_; }
    pid_t pid() const { return newcomer_.pid; }
    // What the directory said when it was started.
    const Beginning& directory() const { return directory_; }
    Time started() const { return started_; }
    Time within() const { return within_; }
    const Checks& checks() const { return checks_; }
    Checks& checks() { return checks_; }
    void name_birth(std::string_view birth) { newcomer_.birth = base::Text<80>(birth); }

    // A process is to be started; it must be ready `within` that time, 0: whenever it is.
    void ask(Time within);
    void started(pid_t pid, const Beginning& directory, base::Moment now);
    void not_started() { stage_ = Stage::none; }

    // True once: now it is ready.
    bool ready(base::Moment now);

    // It is told to end, or killed; KILL follows after `kill_after`, 0: never.
    void end(Time kill_after, base::Moment now);

    // It is dead, or has become the service's process. A check that still runs stays known.
    void over();

    // One that an earlier supervise has started, at that time on the steady clock.
    void adopt(const Newcomer& newcomer, const Beginning& directory, bool is_ready,
               Time started, base::Moment now);

    enum class Due { nothing, give_up, kill, check, kill_check };
    Due tick(Time now);
    Deadline deadline() const;

    // For the program that replaces this one; the newcomer itself is in the state.
    void recall(const Newcomer& newcomer) { newcomer_ = newcomer; }
    template <class Self, class Field>
    static void each_field(Self& self, Field field) {
        field("new-stage", self.stage_);
        field("new-ready-kind", self.directory_.ready_by.kind);
        field("new-ready-descriptor", self.directory_.ready_by.descriptor);
        field("new-watchdog", self.directory_.watchdog);
        field("new-interval", self.directory_.checking.interval);
        field("new-check-time", self.directory_.checking.within);
        field("new-failures", self.directory_.checking.failures);
        field("new-started", self.started_);
        field("new-within", self.within_);
        field("new-give-up-at", self.give_up_at_);
        field("new-kill-at", self.kill_at_);
        Checks::each_field(self.checks_, [&](std::string_view key, auto& value) {
            field(base::Text<32>("new-", key), value);
        });
    }

  private:
    enum class Stage { none, asked, trying, ready, ending };

    Stage stage_ = Stage::none;
    Newcomer newcomer_;
    Beginning directory_;
    Time started_{0};  // steady
    Time within_{0};
    Deadline give_up_at_, kill_at_;  // steady
    Checks checks_;                  // of the new process
};

}  // namespace supervise
