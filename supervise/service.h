#pragma once

// The machine that decides what happens to one supervised process. It makes no system call
// and reads no clock: events come in with the time at which they happen, orders go out, and
// whoever carries them out reports back with further events. What the service's directory
// says comes in with the event that needs it.
//
// A service is in one stage at a time:
//
//     idle -> (starting ->) up -> (finishing ->) waiting -> up …        while it is wanted
//                                             `-> (closing ->) idle     once it is not
//     starting -> started -> (closing ->) idle                          without a ./run
//
// In `starting` ./start runs, in `finishing` ./finish, in `closing` ./stop; a directory
// without them passes those stages by. A command changes what is wanted at once, in every
// stage; which stage follows is decided when the present one ends. `u` and `o` also end
// `waiting`.
//
// In `up` there may be a second process, which is to replace the first (replacement.h):
// once it is ready the first one is told to end, and when that is dead the second one is
// the service's. Whatever else the service does waits for its end.
//
// It promises: no more processes of a service at a time than its own and the one that is to
// replace it; what is wanted up is started again when it dies, at once if it lived for
// `pace` and otherwise `pace` after its last start, or later where the directory says
// `backoff`; whatever failed to start is tried again after `pace`, unless its program
// cannot be executed and it was wanted once; what is wanted down, has failed for good or is
// told to leave is never started.

#include <sys/types.h>

#include <chrono>
#include <optional>

#include "base/clock.h"
#include "supervise/checks.h"
#include "supervise/control.h"
#include "supervise/death.h"
#include "supervise/facts.h"
#include "supervise/farewell.h"
#include "supervise/notes.h"
#include "supervise/orders.h"
#include "supervise/pause.h"
#include "supervise/replacement.h"
#include "supervise/state.h"
#include "supervise/watchdog.h"

namespace supervise {

class Service {
  public:
    // `want` is up, or down where a file `down` says so. `noise` is any number: pauses
    // vary.
    Service(Want want, base::Moment now, std::uint32_t noise);

    // The first start, where one is wanted.
    Orders begin() { return launch_if(state_.want == Want::up); }

    Orders hear(Command command, const Stopping& directory, base::Moment now);

    // After Orders::launch: what to run for it. Nothing: it is as good as up (a one-shot).
    std::optional<Script> choose(const Beginning& directory) const;
    Orders one_shot(base::Moment now);

    // Or: not yet, and why, where that is told.
    Orders postpone(std::chrono::nanoseconds until, base::Moment now,
                    std::string_view reason = {});

    Orders started(Script script, pid_t pid, const Beginning& directory, base::Moment now);
    Orders start_failed(Script script, const Failure& failure, const Aftermath& directory,
                        base::Moment now);

    // Command::replace. After Orders::replace, started() or start_failed() is to follow.
    Orders replace(const Replacing& directory);
    // The replacement said that it is ready.
    Orders replacement_ready(base::Moment now);
    // After Orders::hand_over: ends the old process.
    Orders hand_over(const Stopping& directory, base::Moment now);
    // An earlier supervise was not able to do that any more.
    bool hand_over_due() const;

    // Or to tell when it had told the process to end.
    bool down_due() const;

    bool knows(pid_t pid) const;
    // Which script that process runs; it must be known.
    Script script_of(pid_t pid) const;
    Orders exited(pid_t pid, const Death& death, const Aftermath& directory,
                  base::Moment now);

    // A process that an earlier supervise started lives on: this one's from now on.
    // `before` is what that supervise told last, `started` on the steady clock.
    void adopt(Script script, pid_t pid, const State& before,
               std::chrono::nanoseconds started, std::chrono::nanoseconds finish_within,
               const Beginning& directory, base::Moment now);

    // Likewise the process that was to replace it.
    void adopt_replacement(const Newcomer& newcomer, const Beginning& directory,
                           std::chrono::nanoseconds within, bool is_ready,
                           std::chrono::nanoseconds started, base::Moment now);
    // It was told of, and is dead.
    void miss_replacement();

    // For the program that replaces this one: everything, and back.
    void remember(Notes& notes, std::string_view prefix) const;
    // False, and nothing has changed, where the notes do not tell of it.
    bool recall(const Notes& notes, std::string_view prefix);

    // It said that it is ready.
    Orders ready(base::Moment now);
    // It said something; `watchdog` is what the directory names by now.
    void said(std::chrono::nanoseconds watchdog, base::Moment now);
    // After Orders::unfit: ends the process, which is then started again where it is
    // wanted. The signal is that of `t`.
    Orders restart(const Stopping& directory, base::Moment now);

    // When `tick` matters next, on the steady clock. One tick does one thing.
    std::optional<std::chrono::nanoseconds> deadline() const;
    Orders tick(base::Moment now);

    Status status() const;
    State state() const;

    bool leaving() const { return leaving_; }
    // Whether its sockets are kept open: it lives, or is to.
    bool needs_sockets() const { return state_.pid != 0 || wanted(); }
    // What this process was told under another version of its program.
    void be_wished(const State& told);
    // What an earlier supervise was told last, where it could not say so in its state.
    void wish(Want want, bool leave);
    pid_t target() const;                 // whom signals are for, 0 for nobody
    pid_t hook() const { return hook_; }  // whom `kill_hook` is for
    Checks& checks() { return checks_; }
    const Watchdog& watchdog() const { return watchdog_; }
    std::chrono::nanoseconds last_start() const { return started_; }
    const Replacement& replacement() const { return replacement_; }
    Checks& trials() { return replacement_.checks(); }
    const Farewell& farewell() const { return farewell_; }
    Groups& groups() { return state_.groups; }
    void name_groups_seen(std::string_view seen) {
        state_.groups_seen = base::Text<96>(seen);
    }
    void name_birth(std::string_view birth) { state_.birth = base::Text<80>(birth); }
    void name_new_birth(std::string_view birth) { replacement_.name_birth(birth); }

  private:
    template <class Self, class Field>
    static void each_field(Self& self, Field field);

    enum class Stage { idle, starting, started, up, finishing, closing, waiting };
    using Time = std::chrono::nanoseconds;
    using Deadline = std::optional<Time>;

    Orders launch_if(bool wanted);
    Orders want(Want want, base::Moment now);
    Orders down(const Stopping& directory, base::Moment now);
    Orders exit(const Stopping& directory, base::Moment now);
    Orders kill();
    Orders end_process(int signal, Time kill_after, base::Moment now);
    void note_told(int signal, Time kill_after, base::Moment now);
    Orders signal(SignalList signals) const;
    Orders not_begun(Script script, const Failure& failure, const Aftermath& directory,
                     base::Moment now);
    Orders run_started(pid_t pid, const Beginning& directory, base::Moment now);
    void watch(const Beginning& directory, base::Moment now);
    void watch_on(base::Moment now);
    void be_paused(bool paused, base::Moment now);
    Orders run_died(const Death& death, const Aftermath& directory, base::Moment now);
    void note_death(const Death& death, base::Moment now);
    Orders start_ended(const LastExit& exit, const Aftermath& directory, base::Moment now);
    Orders check_ended(const LastExit& exit, base::Moment now);
    Orders keep_old(const base::Text<127>& why);
    Orders replacement_died(const LastExit& exit, base::Moment now);
    Orders replacement_tick(base::Moment now);
    Orders trial_ended(const LastExit& exit, base::Moment now);
    Orders farewell_over(base::Moment now);
    Orders inherit(const Death& death, const Aftermath& directory, base::Moment now);
    Orders go_on(base::Moment now);
    bool is_held_up() const { return replacement_.pid() != 0 || farewell_.under_way(); }
    Orders settle(bool stop, base::Moment now);
    Orders rest(base::Moment now);
    Orders wait(Time until, base::Moment now);
    void fail(std::string_view script, const LastExit& exit);
    Orders unfit(std::string_view reason);
    Orders fitness_tick(base::Moment now);
    bool wanted() const { return !leaving_ && (state_.want == Want::up || once_due_); }

    State state_;  // what the world is told; its `phase` is made of the following
    Stage stage_ = Stage::idle;
    pid_t hook_ = 0;  // ./start, ./finish or ./stop, by the stage
    bool leaving_ = false;
    bool to_group_ = false;
    int told_ = 0;  // the signal with which ./run was told to end, if it was
    bool paused_ = false;
    bool prepared_ = false;    // ./start has run, and ./stop has not since
    bool once_due_ = false;    // `o` was heard and has not been obeyed
    bool stop_after_ = false;  // ./stop was there at the last death
    bool finish_due_ = false;  // ./finish waits for the end of a replacement
    bool settle_due_ = false;  // so does what comes after it
    Time finish_within_{0};
    Time started_{0};  // steady: the last start of ./run
    Pause pause_;      // before the next start that nobody asks for
    Checks checks_;
    Watchdog watchdog_;
    Replacement replacement_;
    Farewell farewell_;
    Deadline next_start_, kill_at_, hook_kill_at_;  // steady
};

}  // namespace supervise
