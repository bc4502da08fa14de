#pragma once

// Where a supervise of a place is, from the scan directory. Each works in the directory of
// its service, but the logger's in log/ there; where a service is the log of last resort,
// its logger is the service itself.

#include <string>

#include "base/text.h"
#include "svscan/plan.h"

namespace svscan {

// The directory that it works in; and the same from the service's: ".", or "log".
base::Path service(const Plan& plan, Who who);
const char* works(const Plan& plan, Who who);

// From there, whose supervise/ it has: ".", or that of a worker.
std::string own(Part part);

// Both together, as supervise is given it.
base::Path directory(const Plan& plan, Who who);

// The path of its supervise/.
base::Path place_of(const Plan& plan, Who who);

}  // namespace svscan
