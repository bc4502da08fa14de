#pragma once

// The pipe between a service and its logger: a fifo, supervise/pipe of the logger, so that
// an svscan that comes after this one finds the same pipe with what is in it. Both ends
// block, as the ends of any pipe do.
//
// What is missing is made: supervise/ with mode 0700 (where it is a symbolic link that
// leads nowhere, its target), the fifo with 0600. What stands in the fifo's place and is
// none is replaced; it is no link that is followed.

#include "base/fd.h"

namespace svscan {

// `logger` is the path of its directory.
base::Result<base::Pipe> open_log_pipe(const char* logger);

}  // namespace svscan
