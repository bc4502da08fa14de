#include "svstat/explain.h"

#include <algorithm>

#include "base/reason.h"
#include "base/signal_name.h"
#include "base/text.h"
#include "supervise/control_character.h"

namespace svstat {
namespace {

using std::chrono::floor;
using std::chrono::milliseconds;
using std::chrono::seconds;
using supervise::LastExit;
using supervise::Phase;
using supervise::ReadyBy;
using supervise::State;
using supervise::Want;
using Time = State::Time;
using Words = base::Text<255>;

// Moments of a damaged file, kept where they can be compared and subtracted.
State sane(State state) {
    constexpr auto most = Time::max() / 4;
    for (auto* const time :
         {&state.since, &state.ready, &state.next_start, &state.stop_sent, &state.kill_at,
          &state.last_run, &state.last_user, &state.last_system, &state.next.since,
          &state.next.ready, &state.next.until})
        *time = std::clamp(*time, Time(0), most);
    return state;
}

// Lines, each after some blanks and, for the logger, "log: ".
class Lines {
  public:
    explicit Lines(std::string& text) : text_(text) {}
    Lines(std::string& text, const char* whose) : text_(text), whose_(whose) {}

    template <class... Parts>
    void add(const Parts&... parts) {
        const base::Text<2047> line("    ", whose_, parts...);
        supervise::IsControl is_control;
        for (const char byte : line.view()) text_ += is_control(byte) ? '?' : byte;
        text_ += '\n';
    }

  private:
    std::string& text_;
    const char* whose_ = "";
};

Words count(std::uint64_t number, const char* one, const char* many) {
    return Words(number, " ", number == 1 ? one : many);
}

Words lasting(Time time) {
    time = std::max(time, Time(0));
    if (time >= seconds(1) || time == Time(0))
        return count(static_cast<std::uint64_t>(floor<seconds>(time).count()), "second",
                     "seconds");
    const auto hundredths = floor<milliseconds>(time).count() / 10;
    return Words("0.", hundredths < 10 ? "0" : "", hundredths, " seconds");
}

Words until(Time moment, Time now) {
    if (moment <= now) return Words("now");
    const auto left = std::chrono::ceil<seconds>(moment - now).count();
    return Words("in ", count(static_cast<std::uint64_t>(left), "second", "seconds"));
}

Words ago(Time moment, Time now) {
    return Words(lasting(floor<seconds>(std::max(now - moment, Time(0)))), " ago");
}

Words words(const LastExit& exit) {
    switch (exit.kind) {
        case LastExit::Kind::none: return Words("not ended");
        case LastExit::Kind::code: return Words("exited with code ", exit.number);
        case LastExit::Kind::signal:
            return Words("killed by signal ", exit.number,
                         exit.core ? " (core dumped)" : "");
        case LastExit::Kind::unknown: return Words("ended, nobody knows how");
    }
    return Words();
}

void tell_obstacle(Lines& lines, const Told& told, Time now) {
    const auto& state = told.state;
    const bool waits = state.phase == Phase::waiting;
    const Words next(waits ? ", next start " : "",
                     waits ? until(state.next_start, now) : Words());
    if (!told.obstacle.empty())
        lines.add(told.obstacle, next);
    else if (state.exec_error != base::Errno{})
        lines.add(state.exec_path, ": ", base::reason(state.exec_error),
                  " when it was last tried", next);
}

void tell_wait(Lines& lines, const Told& told, Time now) {
    const auto& state = told.state;
    if (state.exec_error != base::Errno{} || !told.obstacle.empty()) return;
    const Words often(", ", state.deaths_in_a_row, " times in a row");
    lines.add(words(state.last_exit), " after ", lasting(state.last_run),
              state.deaths_in_a_row > 1 ? often : Words(), ", next start ",
              until(state.next_start, now));
}

void tell_unready(Lines& lines, const Facts& facts, const State& state) {
    const auto age = std::max(facts.now - state.since, Time(0));
    const Words since(" since ", lasting(floor<seconds>(age)));
    if (!facts.unready.empty()) return lines.add("not ready: ", facts.unready, since);
    switch (state.ready_by.kind) {
        case ReadyBy::Kind::being_up: return;
        case ReadyBy::Kind::descriptor:
            return lines.add("not ready: waits for a newline on descriptor ",
                             state.ready_by.descriptor, since);
        case ReadyBy::Kind::check: break;
    }
    if (state.last_check.kind == LastExit::Kind::none)
        lines.add("not ready: waits for check", since);
    else
        lines.add("not ready: check fails (", words(state.last_check), ")", since);
}

void tell_failed_checks(Lines& lines, const State& state) {
    if (state.failed_checks == 0) return;
    const Words often(", ", state.failed_checks, " times in a row");
    lines.add("check fails (", words(state.last_check), ")",
              state.failed_checks > 1 ? often : Words());
}

// "TERM sent 7 seconds ago, KILL in 3 seconds"
Words end_of(const Told& told, Time now) {
    const auto& state = told.state;
    // An older supervise does not tell.
    const auto signal =
        base::signal_name(state.stop_signal != 0 ? state.stop_signal : SIGTERM);
    Words words(told.has_stand_in ? "control/t run for " : "", signal,
                told.has_stand_in ? " " : " sent ", ago(state.stop_sent, now));
    if (state.kill_at == Time(0)) return words.add(", no KILL follows");
    return words.add(", KILL ").add(state.kill_at > now ? until(state.kill_at, now)
                                                        : ago(state.kill_at, now));
}

void tell_finishing(Lines& lines, const Facts& facts, const State& state) {
    const char* const which = facts.has_finish && facts.has_stop ? "finish or stop"
                              : facts.has_stop                   ? "stop"
                                                                 : "finish";
    lines.add("finishing: ", which, " runs, ", words(state.last_exit), " ",
              ago(state.since, facts.now));
}

void tell_failed(Lines& lines, const State& state) {
    const bool executed = state.failed_exit.kind != LastExit::Kind::none;
    lines.add("failed for good: ", state.failed_by, " ",
              executed ? words(state.failed_exit) : Words("cannot be executed"),
              ", not started again until svc -u");
}

void tell_down(Lines& lines, const Facts& facts, const Told& told) {
    const auto& state = told.state;
    if (state.want == Want::up) return lines.add("down until supervise has left");
    const char* const why = state.starts == 0 && !facts.sight.normally_up
                                ? "the file down keeps it from being started"
                            : state.want == Want::once ? "started once, and not again"
                                                       : "not wanted up";
    lines.add(why, ": svc -", told.is_logger ? "Lu" : "u", " starts it");
}

void tell_replacement(Lines& lines, const Told& told, Time now) {
    const auto& next = told.state.next;
    if (next.pid == 0) return;
    const auto since = lasting(floor<seconds>(std::max(now - next.since, Time(0))));
    const Words given_up(", given up ", until(next.until, now));
    if (next.ready != Time(0))
        lines.add("being replaced: pid ", next.pid, " is ready; ", end_of(told, now));
    else
        lines.add("being replaced: pid ", next.pid, " is not ready since ", since,
                  next.until != Time(0) ? given_up : Words());
}

// What is wrong, and what happens next.
void tell_phase(Lines& lines, const Facts& facts, const Told& told) {
    const auto& state = told.state;
    if (state.phase == Phase::waiting && lacks_sockets(state) && told.obstacle.empty())
        return lines.add(state.reason, ", next start ", until(state.next_start, facts.now));
    switch (state.phase) {
        case Phase::down: tell_down(lines, facts, told); break;
        case Phase::starting: lines.add("starting: start runs"); break;
        case Phase::started: lines.add("start has succeeded, and there is no run"); break;
        case Phase::up: tell_unready(lines, facts, state); break;
        case Phase::ready: tell_failed_checks(lines, state); break;
        case Phase::stopping: lines.add("stopping: ", end_of(told, facts.now)); break;
        case Phase::finishing: tell_finishing(lines, facts, state); break;
        case Phase::waiting: tell_wait(lines, told, facts.now); break;
        case Phase::failed: tell_failed(lines, state); break;
        case Phase::paused:
            lines.add("paused: svc -", told.is_logger ? "Lc" : "c", " continues it");
            break;
    }
    const auto reason = state.reason.view();
    if (!reason.empty() && reason != "none" && reason != told.obstacle)
        lines.add(state.reason);
    tell_replacement(lines, told, facts.now);
    if (state.phase == Phase::ready || state.phase == Phase::up ||
        state.phase == Phase::started)
        return;
    tell_obstacle(lines, told, facts.now);
}

void tell_history(Lines& lines, const State& state) {
    const auto starts = count(state.starts, "start", "starts");
    if (state.last_exit.kind == LastExit::Kind::none) return lines.add(starts);
    const bool code = state.last_exit.kind == LastExit::Kind::code;
    const auto exit =
        code ? Words("exit code ", state.last_exit.number) : words(state.last_exit);
    lines.add(starts, ", last ", exit, " after ", lasting(state.last_run), " with ",
              lasting(state.last_user + state.last_system), " of CPU and ",
              state.last_maxrss, " KiB");
}

// Thousandths of one CPU, since the start of the process.
Words share(Time cpu, Time age) {
    if (age <= Time(0)) return Words("0.0 %");
    const auto thousandths = static_cast<std::int64_t>(
        1000 * static_cast<double>(cpu.count()) / static_cast<double>(age.count()));
    return Words(thousandths / 10, ".", thousandths % 10, " %");
}

void tell_usage(Lines& lines, const Told& told, Time now) {
    if (!told.usage) return;
    const auto& usage = *told.usage;
    Words descriptors;
    if (usage.descriptors)
        descriptors = Words(", ", count(*usage.descriptors, "descriptor", "descriptors"));
    lines.add("uses ", share(usage.cpu, now - told.state.since), " of a CPU, ",
              usage.resident / 1024, " KiB of memory", descriptors, ", ",
              count(usage.threads, "thread", "threads"));
}

void tell_backlog(Lines& lines, const Backlog& backlog) {
    if (backlog.full)
        lines.add("blocked on its logger: ", backlog.bytes, " bytes wait in the pipe");
    else if (backlog.bytes != 0)
        lines.add(backlog.bytes, " bytes wait in the pipe to its logger");
}

void tell_absence(Lines& lines, const Facts& facts) {
    const auto& absence = *facts.absence;
    if (absence.never_ran)
        lines.add(facts.sight.place, "/ is missing: no supervise ever ran here");
    if (absence.unusable != base::Errno{})
        lines.add(facts.sight.place, "/: ", base::reason(absence.unusable));
    if (absence.lock_holder != 0)
        lines.add(facts.sight.place, "/lock is held by pid ", absence.lock_holder);
    if (absence.orphan != 0)
        lines.add("its last process, pid ", absence.orphan, ", still runs");
    switch (absence.scanner) {
        case Absence::Scanner::unknown: break;
        case Absence::Scanner::none: lines.add("no svscan has this directory"); break;
        case Absence::Scanner::present:
            lines.add("svscan, pid ", absence.scanner_pid, ", has this directory");
    }
}

}  // namespace

std::string explain(const Facts& found) {
    Facts facts = found;
    if (facts.service) facts.service->state = sane(facts.service->state);
    if (facts.logger) facts.logger->state = sane(facts.logger->state);
    std::string text;
    Lines lines(text), log(text, "log: ");
    if (facts.absence) tell_absence(lines, facts);
    // A supervise of another make tells no more than its status.
    const bool untold = facts.absence || facts.sight.step == Sight::Step::seen;
    if (facts.service)
        tell_phase(lines, facts, *facts.service);
    else if (untold && !facts.obstacle.empty())
        lines.add(facts.obstacle);
    if (facts.backlog) tell_backlog(lines, *facts.backlog);
    if (facts.left > 0)
        lines.add(
            count(static_cast<std::uint64_t>(facts.left), "process is", "processes are"),
            " left of its group");
    if (facts.service) {
        tell_history(lines, facts.service->state);
        tell_usage(lines, *facts.service, facts.now);
    }
    if (facts.logger) {
        log.add(name(facts.logger->state.phase));
        tell_phase(log, facts, *facts.logger);
        tell_history(log, facts.logger->state);
        tell_usage(log, *facts.logger, facts.now);
    }
    return text;
}

}  // namespace svstat
