#pragma once

// How a process ended, and what it had used.

#include <chrono>
#include <cstdint>

struct rusage;

namespace supervise {

struct LastExit {
    enum class Kind { none, code, signal, unknown };
    Kind kind = Kind::none;
    int number = 0;     // the exit code, or the signal
    bool core = false;  // the signal left a core
    friend bool operator==(const LastExit&, const LastExit&) = default;
};

// With these they say that the service has failed, and is not to be started again.
constexpr int exit_of_failed_run = 100;
constexpr int exit_of_failed_finish = 125;

struct Death {
    LastExit exit;
    std::chrono::nanoseconds user{0};
    std::chrono::nanoseconds system{0};
    std::uint64_t maxrss = 0;  // KiB
};

// What wait(2) tells of a death; with wait4(2), what it had used as well.
Death death_from(int status);
Death death_from(int status, const rusage& usage);

}  // namespace supervise
