#pragma once

// The file `listen` on disk: read, and put into words where it cannot be used.

#include "supervise/listen.h"

namespace supervise {

// `directory` is the descriptor of the service directory, or AT_FDCWD. Nothing is wrong
// where there is no such file. Where there is a file `workers`, what it says is for each of
// them.
Listen read_listen(int directory);

}  // namespace supervise
