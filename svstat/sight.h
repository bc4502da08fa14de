#pragma once

// What can be seen of the service in the working directory: whether it is normally up, and
// its status; or how far the looking came, and why no further. The steps and their order
// are those of daemontools' svstat.

#include "base/result.h"
#include "supervise/status.h"

namespace svstat {

enum class Slot { main, log };  // which process of a service is meant

struct Sight {
    enum class Step {
        down,    // whether there is a file `down`
        ok,      // ENXIO: no supervise runs
        open,    // supervise/status
        read,    // its bytes
        format,  // they are too few
        seen,    // all is well: `status` and `normally_up` hold
    };

    Step step = Step::seen;
    base::Errno error{};
    bool normally_up = true;
    supervise::Status status{};
    friend bool operator==(const Sight&, const Sight&) = default;
};

Sight look();

// Goes on to the service's logger, in its directory log/ with a supervise of its own.
// ENOENT where it has none.
base::Result<void> enter_log();

}  // namespace svstat
