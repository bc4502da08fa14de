#pragma once

// Reaching a supervise, through the files that it keeps in supervise/, without ever
// waiting.
//
// They are found under the service's name as long as that still leads to its directory;
// afterwards, on Linux, through the working directory of the supervise or, where its pid is
// not known, through its open `ok`.

#include <sys/types.h>

#include <string>
#include <string_view>

#include "base/fd.h"
#include "svscan/look.h"
#include "svscan/order.h"

namespace svscan {

struct Listener {
    const char* name;   // of the service's directory
    Identity identity;  // of the same
    const char* works;  // where in it supervise works: ".", or "log"
    std::string own;    // where, from there, supervise/ is: ".", or that of a worker
    pid_t pid;          // of the supervise; 0: not known
    int ok;             // where its pid is not known
};

// Errors: ENXIO, no supervise listens; EAGAIN, it does not read; EINVAL, control is no
// fifo; else those of open(2).
base::Result<void> tell(const Listener& listener, std::string_view letters);

// Whether all the files by which a supervise is reached and known are in their places.
bool is_whole(const Listener& listener);

// How one ended that was nobody's child here: one that was told to leave has waited until
// its service was down.
Death death_of(const Listener& listener);

}  // namespace svscan
