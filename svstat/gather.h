#pragma once

// Finds out what there is to know about the service in the working directory, or one of its
// workers (`own`, supervise/rounds.h).

#include <string_view>

#include "svstat/facts.h"
#include "svstat/processes.h"

namespace svstat {

Facts gather(const Sight& sight, std::string_view own, Processes& processes);

// The same of a logger that the service's supervise runs.
Facts gather_log_file(const Sight& sight, std::string_view own);

}  // namespace svstat
