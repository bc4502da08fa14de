#pragma once

// What the machine (service.h) is told with an event: what the service's directory says at
// that moment, why a process could not be made; how one ended, see death.h. Plain values;
// durations are nanoseconds.

#include <signal.h>

#include <chrono>
#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "supervise/state.h"

namespace supervise {

// What it says of ./check.
struct Checking {
    std::chrono::nanoseconds interval{0};                       // 0: only until it is ready
    std::chrono::nanoseconds within = std::chrono::seconds(5);  // then it is killed
    std::uint32_t failures = 3;  // so many in a row end the process
    friend bool operator==(const Checking&, const Checking&) = default;
};

// What the directory says before a start.
struct Beginning {
    bool start = false;  // ./start is there
    bool run = true;     // ./run is there
    ReadyBy ready_by{};
    Checking checking{};
    std::chrono::nanoseconds watchdog{0};  // 0: none
};

// What it says of a replacement.
struct Replacing {
    bool logger = false;  // the process is a logger, which is never replaced
    ReadyBy ready_by{};
    std::chrono::nanoseconds within{0};  // to be ready in; 0: whenever it is
    std::string_view trouble{};          // what the new process would lack, in words
};

// What it says when the service is to end.
struct Stopping {
    int signal = SIGTERM;
    std::chrono::nanoseconds kill_after{0};  // 0: never
    bool stop = false;                       // ./stop is there
    // The same for a process that is ended because it is unfit.
    std::chrono::nanoseconds kill_unfit_after = std::chrono::minutes(1);
};

// What it says after a death.
struct Aftermath {
    bool modern = false;  // exit code 100 means failed
    bool finish = false;  // ./finish is there
    bool stop = false;
    std::chrono::nanoseconds finish_within{0};  // 0: as long as it likes
    std::chrono::nanoseconds backoff{0};        // the longest pause; 0: always `pace`
};

// Why something could not be run.
struct Failure {
    bool fork = false;  // there was no room for it, for now; else it cannot be executed
    base::Errno error;
};

}  // namespace supervise
