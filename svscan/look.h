#pragma once

// Looking at the scan directory, which is the working directory. Names that begin with a
// dot and names that lead to no directory are left out. A name that cannot be examined (it
// may lead to a directory all the same) comes without an identity.
//
// A directory that cannot be read to its end is an error, never a shorter look.

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace svscan {

// What makes a directory the same one under any name.
struct Identity {
    dev_t device = 0;
    ino_t inode = 0;
    friend bool operator==(const Identity&, const Identity&) = default;
};

struct Seen {
    std::string name;
    std::optional<Identity> identity;
};

// What changes with every name that is made or removed.
struct Stamp {
    Identity identity;
    std::chrono::nanoseconds modified{0};
    friend bool operator==(const Stamp&, const Stamp&) = default;
};

struct Look {
    Stamp stamp;  // from before the look
    std::vector<Seen> seen;
    std::vector<std::string> links;  // names that may be symbolic links
    std::vector<std::pair<std::string, base::Errno>> unexamined;  // dangling links, too
};

base::Result<Look> look();
base::Result<Stamp> stamp();

// The directory that a name leads to; none where it leads to anything else.
base::Result<std::optional<Identity>> identify(const char* path);

// Whether an error of `identify` says that it leads nowhere. Any other leaves it open.
bool leads_nowhere(base::Errno error);

}  // namespace svscan
