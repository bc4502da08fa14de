#pragma once

// Where supervise/ of a service is: in the service directory, unless $SUPERVISEDIR says
// otherwise, as in daemontools-encore. A relative value is the name used there instead of
// `supervise`. After an absolute one comes the service's physical path, with a colon for
// each slash but the first: /run/sv and the service /srv/web give /run/sv/srv:web. An empty
// value counts for nothing.
//
// A service directory is given as a path without a slash at its end, "." for the working
// directory.

#include <string_view>

#include "base/fd.h"
#include "base/result.h"
#include "base/text.h"

namespace supervise {

// The path of supervise/, from within the service directory. `own` is "." or the directory
// of one of its workers, "worker/2" (workers.h), be it there or not.
base::Path place_of(const char* service = ".", std::string_view own = ".");

// From here, where the service is by its path, or where it is the working directory.
base::Path path_to_place_of(const char* service, std::string_view own = ".");
base::Path place_here(std::string_view own);

// As a message says it that has said already of whom.
base::Path place_said(std::string_view own);

// A file of it, as messages name it: under the name that people have given the service, or
// the worker, where it is in its directory, else where it really is.
base::Path shown(std::string_view name, const char* file, std::string_view own = ".");

// Opens supervise/ by a path from here. It is made with mode 0700 where it is missing,
// though not what it would be in. Where it is a symbolic link that leads nowhere, its
// target is made.
base::Result<base::Fd> open_place(const base::Path& place);

// Whether a supervise of ours could make or open place_here(own), and have the lock in it
// for writing. Makes nothing.
base::Result<void> may_use_place(std::string_view own);

}  // namespace supervise
