#pragma once

// Stack that is no longer needed: pages that earlier, deeper calls have used stay with a
// process for good, unless it gives them back. Worth it before a long wait, where there are
// many such processes; whoever needs them again gets them, empty. Nothing where the system
// has no such call.

namespace base {

void give_back_stack();

}  // namespace base
