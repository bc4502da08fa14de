#pragma once

// What `svstat -v` says below the usual line, an indented line for each thing: what is
// wrong and what happens next, what has happened, what the process uses. Pure.

#include <string>

#include "svstat/facts.h"

namespace svstat {

std::string explain(const Facts& facts);

}  // namespace svstat
