#pragma once

// The way of commands to the supervise of the service in the working directory, or of one
// of its workers (`own`, supervise/rounds.h). Nothing is written but into a fifo, and never
// by halves. Where that is full, because supervise is stopped or a flood of commands came
// before, there is some patience, not for ever.

#include <chrono>
#include <optional>
#include <string_view>

#include "base/result.h"

namespace svc {

constexpr auto patience = std::chrono::seconds(5);

struct Sent {
    enum class Step {
        open,   // ENXIO: no supervise runs
        fifo,   // what is there is none
        room,   // the fifo stayed full
        write,  // EPIPE: supervise has just left
        done,
    };
    Step step = Step::done;
    base::Errno error;
};

// Nobody heard, because no supervise runs.
bool unheard(const Sent& sent);

class Control {
  public:
    // `place` is the path of supervise/.
    Sent send(std::string_view letters, const char* place);

  private:
    bool wait_for_room(int fifo);

    // One deadline for all services, so that a thousand stuck ones take no longer than one.
    std::optional<std::chrono::nanoseconds> deadline_;
};

// The file `down`: it is there, or it is not.
base::Result<void> keep_down(std::string_view own);
base::Result<void> keep_up(std::string_view own);

}  // namespace svc
