#pragma once

// How a client finds the services that it is asked for, and goes from one to the next: the
// working directory becomes the service's, as daemontools' clients have it, so that a path
// may be as long as the kernel takes one and every file is read from one directory.
//
// A name that is not here is looked for under $SVDIR and, by clients that change nothing,
// under /service; only a word may be such a name, nothing with a slash in it, and never
// `log`, which is in every service.
//
// For a worker (workers.h) it is the directory of its service that is entered. A service
// that is run by workers stands for all of them: for each number that the file says, and
// for those that still run beyond; where it says nothing that makes sense, for all that
// run.
//
// The errors are those of chdir(2), for the place where something of that name is, and
// ENOENT where it is nowhere.

#include <string>
#include <string_view>
#include <vector>

#include "base/fd.h"
#include "base/result.h"

namespace supervise {

enum class Search { svdir, svdir_and_service };

// The name of a worker, "web/worker/2", by that of its service.
std::string name_of(std::string_view service, std::string_view own);

class Rounds {
  public:
    explicit Rounds(Search search);

    // A relative name starts where the program was started, wherever the last one led.
    base::Result<void> enter(const char* name);

    // Where from there supervise/ is, and a `down`: ".", or that of the worker, "worker/2".
    const std::string& own() const { return own_; }

    // The same of all workers of the service that was entered; none where it runs without
    // them, or where one of them is what was entered.
    std::vector<std::string> workers() const;

    // To where the program was started.
    base::Result<void> go_home();

  private:
    bool enter_service_of(const char* name);

    Search search_;
    base::Result<base::Fd> home_;
    bool away_ = false;
    std::string own_;
};

}  // namespace supervise
