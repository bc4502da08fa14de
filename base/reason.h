#pragma once

// The words this family of programs has for an errno ("file does not exist", "access
// denied"). Clients compare them, so they are those of daemontools, Debian's included;
// where it knows no better than "unknown error", the words of strerror(3) are used.

#include "base/result.h"

namespace base {

const char* reason(Errno error);

}  // namespace base
