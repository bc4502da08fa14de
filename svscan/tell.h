#pragma once

// Saying something to a supervise through its control fifo, without ever waiting for it.
//
// A service is found under its name as long as that still leads to its directory;
// afterwards, on Linux, through the working directory of its supervise. Errors: ENXIO, no
// supervise listens; EAGAIN, it does not read; EINVAL, control is no fifo; else those of
// open(2).

#include <sys/types.h>

#include <string>
#include <string_view>

#include "base/result.h"
#include "svscan/look.h"

namespace svscan {

struct Listener {
    const char* name;    // of the service's directory
    Identity identity;   // of the same
    const char* inside;  // "" or "log/": where in it supervise works
    pid_t pid;           // of the supervise
};

base::Result<void> tell(const Listener& listener, std::string_view letters);

}  // namespace svscan
