#pragma once

// The words this family of programs has for an errno ("file does not exist", "access
// denied"). Clients compare them, so they are those of daemontools, Debian's included;
// where it knows no better than "unknown error", the words of strerror(3) are used.
//
// For files that programs read, an errno is written by its name ("ENOENT"), or as a number
// where POSIX has no name for it; errno 0 is "none".

#include <string_view>

#include "base/result.h"
#include "base/text.h"

namespace base {

const char* reason(Errno error);

Text<24> name(Errno error);
Errno errno_named(std::string_view name);

}  // namespace base
