#pragma once

// What a service directory, the working directory of supervise, says about its service.
// Each question is asked of the disk when it is needed, so that an edit needs no restart.

#include "base/result.h"
#include "base/spawn.h"

namespace supervise {

// Whether the file `down` is there.
base::Result<bool> is_down();

// A directory that uses nothing beyond daemontools 0.76 is run exactly as 0.76 runs it; one
// that holds a file which came later (service(7) names them) is modern: its processes get a
// session of their own, and exit code 100 of ./run means "failed".
bool is_modern();

// The group for a process of the service: the parent's in a plain directory, a session of
// its own in a modern one without `no-setsid`.
base::Group group_for(bool modern);

}  // namespace supervise
