#pragma once

// Whether an essential service has ended for good, and with what exit code svscan then
// ends, too: the service's own, or 128 and the signal that killed it. It has when supervise
// gives up on it, when it was wanted once and is over, and when its run exits 0 of its own
// accord. Being told `d` is not enough, nor is an exit 0 after a command that ends run: it
// is started again. Pure.

#include <optional>

#include "supervise/state.h"

namespace svscan {

// `died`: run has died since this was last asked.
std::optional<int> ended_with(const supervise::State& state, bool died);

}  // namespace svscan
