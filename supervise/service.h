#pragma once

// The machine that decides what happens to one supervised process. It makes no system call
// and reads no clock: events come in with the time at which they happen, orders go out, and
// whoever carries them out reports back with further events.
//
// What it promises: a process wanted up is started again when it dies, at once if it lived
// for `pace`, otherwise `pace` after its last start; a start that failed is tried again
// after `pace`, unless it was wanted once and its program could not be executed; no second
// process is ordered while one lives; commands take effect in the order in which they are
// heard, also while a start is awaited; `exit` makes it leave as soon as no process lives.

#include <sys/types.h>

#include <chrono>
#include <optional>

#include "base/clock.h"
#include "supervise/control.h"
#include "supervise/orders.h"
#include "supervise/status.h"

namespace supervise {

// The shortest time between two starts that nobody asked for.
constexpr auto pace = std::chrono::seconds(1);

// How a process ended: by itself, with an exit code, or by a signal.
struct Death {
    bool killed = false;
    int number = 0;  // the exit code, or the signal
    friend bool operator==(const Death&, const Death&) = default;
};

// Exit code of ./run in a modern directory: it failed, and starting it again does not help.
constexpr Death failed_for_good{false, 100};

// What failed when a process could not be started.
enum class Failure {
    fork,  // there is no room for a process: nothing was tried
    exec,  // the program cannot be executed
};

class Service {
  public:
    // `want` is up, or down where a file `down` says so.
    Service(Want want, base::Moment now) : since_(now.wall), want_(want) {}

    // The first start, where one is wanted.
    Orders begin();

    Orders hear(Command command, base::Moment now);
    Orders started(pid_t pid, base::Moment now);
    Orders start_failed(Failure failure, base::Moment now);
    // `modern` says whether the service's directory is (directory.h).
    Orders exited(Death death, bool modern, base::Moment now);
    Orders tick(base::Moment now);

    // When `tick` matters next, on the steady clock.
    std::optional<std::chrono::nanoseconds> deadline() const { return next_start_; }

    Status status() const;
    pid_t pid() const { return pid_; }

  private:
    Orders start_unless_alive();
    Orders signal(SignalList signals) const;

    std::chrono::nanoseconds since_;       // wall clock: last start or death
    std::chrono::nanoseconds started_{0};  // steady clock: last start
    std::optional<std::chrono::nanoseconds> next_start_;
    pid_t pid_ = 0;
    Want want_;
    bool paused_ = false;
    bool leaving_ = false;
    bool to_group_ = false;
};

}  // namespace supervise
