#pragma once

// What the machine (service.h) is told with an event: what the service's directory says at
// that moment, how a process ended, why one could not be made. Plain values; durations are
// nanoseconds.

#include <signal.h>

#include <chrono>
#include <cstdint>

#include "base/result.h"
#include "supervise/state.h"

namespace supervise {

// What the directory says before a start.
struct Beginning {
    bool start = false;  // ./start is there
    bool run = true;     // ./run is there
    ReadyBy ready_by{};
};

// What it says when the service is to end.
struct Stopping {
    int signal = SIGTERM;
    std::chrono::nanoseconds kill_after{0};  // 0: never
    bool stop = false;                       // ./stop is there
};

// What it says after a death.
struct Aftermath {
    bool modern = false;  // exit code 100 means failed
    bool finish = false;  // ./finish is there
    bool stop = false;
    std::chrono::nanoseconds finish_within{0};  // 0: as long as it likes
    std::chrono::nanoseconds backoff{0};        // the longest pause; 0: always `pace`
};

// How a process ended, and what it had used.
struct Death {
    LastExit exit;
    std::chrono::nanoseconds user{0};
    std::chrono::nanoseconds system{0};
    std::uint64_t maxrss = 0;  // KiB
};

// What wait(2) tells of a death; how it ended alone, without what it had used.
Death death_from(int status);

// Why something could not be run.
struct Failure {
    bool fork = false;  // there was no room for it, for now; else it cannot be executed
    base::Errno error;
};

}  // namespace supervise
