#pragma once

// What svscan may do as the first process of a machine or a container, where every process
// is its own in the end.

#include "base/signals.h"

namespace svscan {

bool is_first_process();

// KILL for whoever else can write to this pipe; the number of those. Found where /proc is.
int kill_writers(int pipe);

// TERM for all that is left, and after five seconds KILL; returns when nothing is left, or
// five seconds later.
void end_everything(base::Signals& signals);

}  // namespace svscan
