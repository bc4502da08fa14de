#pragma once

// supervise/state: what supervise knows of its service, for whoever wants to know why it is
// not up. Text, a line "key value" for each thing known, replaced whole on each change; the
// keys are an interface, described in service(7), and never change their meaning. The same
// keys with "log-" before them tell of the logger where supervise runs one (a file `log`).
//
// Times are nanoseconds since 1970 UTC (written as seconds, a dot, and nine digits), 0
// where there is none; durations likewise. Pure: nothing is read or written here.

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "base/text.h"
#include "supervise/death.h"
#include "supervise/few.h"
#include "supervise/status.h"

namespace supervise {

enum class Phase {
    down,       // nothing runs, nothing is wanted
    starting,   // ./start runs
    started,    // ./start succeeded and there is no ./run: as good as up
    up,         // ./run runs
    ready,      // and has said that it is ready
    stopping,   // it was told to end and has not yet
    finishing,  // ./finish or ./stop runs
    waiting,    // until the next start
    failed,     // for good, until told `u` or `o`
    paused,     // by `p`
};

// What makes a service ready.
struct ReadyBy {
    enum class Kind { being_up, descriptor, check };
    Kind kind = Kind::being_up;
    int descriptor = 0;
    friend bool operator==(const ReadyBy&, const ReadyBy&) = default;
};

// Process groups, the oldest first; of more than sixteen the first are kept.
using Groups = Few<pid_t, 16>;

// The process that is to replace the service's (svc -r).
struct Newcomer {
    using Time = std::chrono::nanoseconds;

    pid_t pid = 0;
    base::Text<80> birth = base::Text<80>("none");
    Time since{0};  // its start
    Time ready{0};
    Time until{0};  // when it is given up
};

struct State {
    using Time = std::chrono::nanoseconds;

    Phase phase = Phase::down;
    Want want = Want::down;
    pid_t pid = 0;         // of ./run, 0 when it does not run
    base::Text<80> birth;  // makes the pid unique for ever
    Time since{0};         // of this phase's last start or death, as in status
    Time ready{0};         // since when it is ready
    ReadyBy ready_by;
    LastExit last_check;              // of ./check
    std::uint32_t failed_checks = 0;  // in a row, since it was ready
    std::uint64_t starts = 0;
    std::uint64_t deaths_in_a_row = 0;  // young ones
    Time next_start{0};
    Time stop_sent{0};    // when the signal of `d` was sent
    int stop_signal = 0;  // and which
    Time kill_at{0};      // when KILL follows it
    LastExit last_exit;   // of ./run
    int last_told = 0;    // the signal with which it had been told to end, 0: by nobody
    Time last_run{0};     // how long it lived
    Time last_user{0};    // its CPU time
    Time last_system{0};
    std::uint64_t last_maxrss = 0;  // its largest memory, KiB
    base::Errno exec_error;         // 0 after a start that worked
    base::Text<32> exec_path;
    base::Text<16> failed_by;  // the script that failed for good, "none"
    LastExit failed_exit;      // how that ended
    // In words: what keeps supervise from what it was told, or made it end the service of
    // its own accord. "none" after the next command that it obeys.
    base::Text<127> reason;
    Newcomer next;  // beside ./run
    Groups groups;  // process groups that outlived their leader
    // In which boot and namespace of pids, and how many nanoseconds after the boot, all of
    // them lived: whoever began later is none of them.
    base::Text<96> groups_seen;
};

// Room for two slots, whatever they have to tell.
using StateText = base::Text<3583>;

// Adds the slot's lines, each key with `prefix` ("" or "log-") before it.
void encode(const State& state, std::string_view prefix, StateText& text);

// Nothing where a value makes no sense, or one of `state`, `want` and `pid` is missing. Any
// other key may be missing, and unknown ones are passed over: who wrote the text may know
// fewer keys, or more.
std::optional<State> decode(std::string_view text, std::string_view prefix);

// The value of one key, nothing where it is missing.
std::optional<std::string_view> value_of(std::string_view text, std::string_view key);

std::string_view name(Phase phase);

// Whether the reason is that sockets of its file `listen` cannot be had.
inline bool lacks_sockets(const State& state) {
    return state.reason.view().starts_with("listen: ");
}

}  // namespace supervise
