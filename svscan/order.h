#pragma once

// What svscan's decisions consist of. Times are nanoseconds of the steady clock.

#include <chrono>
#include <cstddef>

namespace svscan {

using Time = std::chrono::nanoseconds;

// Which supervise of a service: that of its logger, its own, or that of a worker by its
// number, where it has workers (supervise/workers.h).
enum class Part : int { logger = -2, service = -1 };
constexpr Part worker(int number) { return Part(number); }
constexpr int number_of(Part worker) { return static_cast<int>(worker); }
constexpr bool is_worker(Part part) { return number_of(part) >= 0; }

// Behind each act: what the doer reports when it has done it, or has failed to.
enum class Act {
    start,  // start a supervise: started, start_failed; before, found_logger
    end,    // tell it `dx`: heard, unheard
    drain,  // let go of the pipe's writing end and tell the logger `x`: heard, unheard
    watch,  // see what is in the pipe: piped; of a service, what is left of it: looked_at
    kill,   // tell it `dxk`, since what came before may not have been told: heard, unheard
    kill_all,  // the same, and for a logger that is its own (a file `log`): heard, unheard
    kill_log,  // the last part of that, `Ldxk`: heard, unheard
    signal,    // its control cannot be reached, so TERM for supervise itself: heard
    release,   // nothing is left: close the pipe, forget the place: released
};

// One supervise of all: of which place, and which there.
struct Who {
    std::size_t place;
    Part part;
    friend bool operator==(const Who&, const Who&) = default;
};

struct Order {
    Act act;
    Part part;
    friend bool operator==(const Order&, const Order&) = default;
};

// What is in a pipe; `as_before`: something, and no byte more or less than at the last
// look.
enum class Content { something, as_before, nothing };

// How a supervise ended: it left, as it was told; it said that it failed; or it was killed,
// and may have left its service behind.
enum class Death { left, failed, killed };

}  // namespace svscan
