#pragma once

// A processor: a command that makes a finished log of a full one, while input goes on. It
// runs by `sh -c` in the log directory, in a process group of its own; its descriptor 0 is
// `previous`, 1 `processed`, 4 `state`, 5 `newstate`. It has succeeded when it exits 0.

#include <sys/types.h>

#include <optional>

#include "base/result.h"

namespace multilog {

class ProcessorRun {
  public:
    ProcessorRun() = default;
    ProcessorRun(const ProcessorRun&) = delete;
    ~ProcessorRun() { kill(); }

    // The errors are those of opening the files, of fork and of exec.
    base::Result<void> start(int directory, const char* command);

    bool runs() const { return pid_ != 0; }

    // Its wait status, once it has ended; asks without waiting.
    std::optional<int> ended();

    // Ends it, with all that it started and did not put into a group of its own.
    void kill();

  private:
    pid_t pid_ = 0;
};

}  // namespace multilog
