#pragma once

// What can be seen of the service in the working directory, or of one of its workers
// (`own`, supervise/rounds.h): whether it is normally up, and its status; or how far the
// looking came, and why no further. The steps and their order are those of daemontools'
// svstat.

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "supervise/status.h"

namespace svstat {

enum class Slot { main, log };  // which process of a service is meant

struct Sight {
    enum class Step {
        down,    // whether there is a file `down`
        ok,      // ENXIO: no supervise runs
        open,    // status
        read,    // its bytes
        format,  // they are too few
        seen,    // all is well: `status` and `normally_up` hold
    };

    Step step = Step::seen;
    base::Errno error{};
    bool normally_up = true;
    supervise::Status status{};
    std::string place = "supervise";  // as messages name it (supervise/whereabouts.h)
    friend bool operator==(const Sight&, const Sight&) = default;
};

Sight look(std::string_view own = ".");

// No supervise runs.
bool unsupervised(const Sight& sight);

// The same of a service that is well, seen from here: by paths, without going to its
// directory, in few system calls. Where anything is not as it is with such a service (it
// has to be looked for elsewhere, no supervise runs, a path is too long) there is nothing
// to be had: go there and look. `place` is what place_of() says of any service.
std::optional<Sight> glance(std::string_view name, std::string_view place);

// Where the service's logger is: a service of its own in the directory log/, which becomes
// the working directory, or a file `log` that the same supervise runs.
enum class Logger { none, directory, file };
base::Result<Logger> find_logger();
bool has_log_file();

// The logger of a file `log`; nothing where supervise runs none.
std::optional<Sight> look_at_log_file(std::string_view own);

// Whether the service is a one-shot that has been started: as good as up, without a
// process.
bool is_started(std::string_view own);

}  // namespace svstat
