#pragma once

// How a client finds the services that it is asked for, and goes from one to the next: the
// working directory becomes the service's, as daemontools' clients have it, so that a path
// may be as long as the kernel takes one and every file is read from one directory.
//
// A name that is not here is looked for under $SVDIR and, by clients that change nothing,
// under /service; only a word may be such a name, nothing with a slash in it, and never
// `log`, which is in every service. The errors are those of chdir(2), for the place where
// something of that name is, and ENOENT where it is nowhere.

#include "base/fd.h"
#include "base/result.h"

namespace supervise {

enum class Search { svdir, svdir_and_service };

class Rounds {
  public:
    explicit Rounds(Search search);

    // A relative name starts where the program was started, wherever the last one led.
    base::Result<void> enter(const char* name);

    // To where the program was started.
    base::Result<void> go_home();

  private:
    Search search_;
    base::Result<base::Fd> home_;
    bool away_ = false;
};

}  // namespace supervise
