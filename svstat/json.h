#pragma once

// What `svstat -j` says: an object for a service, in a line. The keys are those of
// supervise/state, with numbers as numbers, and some of svstat's own (svstat(8)). A byte of
// a name that is not UTF-8 becomes a lone surrogate, U+DC80 to U+DCFF, as in Python. Pure.

#include <string>
#include <string_view>

#include "svstat/facts.h"

namespace svstat {

// `prefix` is "" or "log-": whose keys of the state are told, without the prefix.
std::string json(std::string_view name, const Facts& facts, std::string_view prefix);

// Of what could not even be looked at.
std::string json_trouble(std::string_view name, std::string_view error);

// How many bytes of valid UTF-8 a text begins with for its first character; 0 where it
// begins with none.
std::size_t character_size(std::string_view text);

}  // namespace svstat
