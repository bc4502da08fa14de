#pragma once

// What makes a process's number unique for ever: a pid is used again, but not with the same
// birth. On Linux it is the boot's id and the process's start in clock ticks since then
// (field 22 of /proc/PID/stat), "6f1d…-…:123456"; where there is no /proc it is "unknown".
// A process that has ended and has not been waited for still has its birth.

#include <sys/types.h>

#include <cstdint>

#include "base/result.h"
#include "base/text.h"

namespace base {

using Birth = Text<80>;

Birth birth_of(pid_t pid);

// What tells one start of this machine from another; empty where nothing does.
Text<40> boot_id();

// Where a pid means the same process: this boot, and on Linux this namespace of pids. Empty
// where nothing is known.
Text<64> where_pids_mean();

// What /proc says of a process. ENOENT or ESRCH: there is no such process; any other errno:
// it could not be asked, and nothing is known.
struct Process {
    bool ended = false;  // its first thread has; others may live on
    int threads = 0;     // ended or not, the first one counted
    pid_t group = 0;
    std::uint64_t start_ticks = 0;
    std::uint64_t resident_pages = 0;  // of memory
    int exit_status = 0;  // once it has ended, as wait(2) has it; 0 for who may not know
};
Result<Process> process_of(pid_t pid);

}  // namespace base
