#pragma once

// Everything svstat can find out about a service, for those who tell of it in their ways:
// in words (explain.h), as JSON (json.h), as metrics (metrics.h). Plain values; what could
// not be found out is absent. Times are nanoseconds, `now` since 1970 UTC.

#include <signal.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "supervise/state.h"
#include "svstat/sight.h"

namespace svstat {

// What a living process uses, itself and not its children; from /proc.
struct Usage {
    std::chrono::nanoseconds cpu{0};
    std::uint64_t resident = 0;  // bytes
    std::uint64_t threads = 0;
    std::optional<std::uint64_t> descriptors;
};

// What waits in the pipe to whoever reads the service's standard output.
struct Backlog {
    std::uint64_t bytes = 0;
    bool full = false;
};

// One supervised process: the service, or the logger of a file `log`.
struct Told {
    supervise::State state;
    std::optional<Usage> usage;
    std::string obstacle;       // why its scripts cannot be executed, empty where they can
    bool has_stand_in = false;  // control/t is run instead of the signal that ends it
    bool is_logger = false;
};

// What may be the matter where no supervise runs.
struct Absence {
    enum class Scanner { unknown, none, present };
    bool never_ran = false;  // there is no supervise/
    base::Errno unusable{};  // why it can be neither made nor used, as far as we know
    pid_t lock_holder = 0;   // of supervise/lock; 0: nobody known
    Scanner scanner = Scanner::unknown;
    pid_t scanner_pid = 0;
    pid_t orphan = 0;  // the last process of the service, where it still lives
};

struct Facts {
    std::chrono::nanoseconds now{0};
    Sight sight;
    std::string text{};  // supervise/state, as it was read; empty where it makes no sense
    std::optional<Told> service{};
    std::optional<Told> logger{};
    std::optional<Backlog> backlog{};
    std::optional<Absence> absence{};
    std::string obstacle{};  // as of Told, where no supervise tells of anything
    std::string unready{};   // why check cannot be executed, where it is waited for
    bool has_finish = false;
    bool has_stop = false;
    int left = 0;  // living processes of the groups of dead runs
};

}  // namespace svstat
