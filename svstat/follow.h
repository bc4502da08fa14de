#pragma once

// svstat -f: tells of each service, and again whenever it has changed, until INT, TERM, HUP
// or QUIT, or until nobody reads what is told.
//
// Nothing polls a service whose supervise runs: a fifo in its supervise/event/ tells of
// starts and deaths, and where the kernel hears of renamed files (base/watch.h), the new
// status of what has no letter: that it was paused, or is wanted down. One whose supervise
// does not run is looked at once a second. Of a service with workers each is followed; the
// watch tells when their number changes, and those who are too many are followed until they
// have left.

#include "base/result.h"
#include "svstat/options.h"

namespace svstat {

// The error of the output, if there was one.
base::Result<void> follow(const Options& options, int count, const char* const* words);

}  // namespace svstat
