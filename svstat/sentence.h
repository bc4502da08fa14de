#pragma once

// What svstat says of a service, without its name: "up (pid 12) 34 seconds, normally down"
// or "unable to open supervise/ok: file does not exist". To the byte the words of
// daemontools, for clients take them apart. Pure; `now` is in TAI64 seconds.

#include <cstdint>

#include "base/text.h"
#include "svstat/sight.h"

namespace svstat {

using Sentence = base::Text<1023>;

Sentence sentence(const Sight& sight, std::uint64_t now);

}  // namespace svstat
