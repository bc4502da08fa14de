#pragma once

// Waiters: whoever wants to know of a service's changes as they happen makes a fifo in
// supervise/event/, opens it for reading, and reads a letter for each change (change.h). It
// is made under a name that begins with a dot, which is passed over here, and renamed once
// it is open. No link is followed, nothing but a fifo is written to, a full one misses what
// does not fit, and one that nobody reads any more is removed.

#include <span>

#include "supervise/change.h"

namespace supervise {

// `directory` is supervise/. Where there is no event/ there is nobody to tell.
// False where it cannot be looked at for now.
bool tell_waiters(int directory, std::span<const Change> changes);

}  // namespace supervise
