#pragma once

// What /proc tells of processes. Where there is none, or it is not ours to read, there is
// nothing to tell: every answer may be empty.

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "svstat/facts.h"

namespace svstat {

// One line of /proc/PID/stat. Pure; nothing where it makes no sense.
struct ProcessLine {
    std::string name;
    char state = '?';
    pid_t parent = 0;
    pid_t group = 0;
    std::uint64_t user_ticks = 0;
    std::uint64_t system_ticks = 0;
    std::uint64_t threads = 0;
};
std::optional<ProcessLine> parse_process(std::string_view stat);

// The pid that holds a lock of flock(2) on this file, from the text of /proc/locks; 0 where
// it is nobody. Pure.
struct FileName {
    unsigned major, minor;
    std::uint64_t inode;
};
pid_t lock_holder(std::string_view locks, const FileName& file);

std::optional<Usage> usage_of(pid_t pid);

// The pipe that is the process's standard output; nothing where that is none.
std::optional<Backlog> backlog_of(pid_t pid);

// Who holds supervise/lock of the service in the working directory, or one of its workers
// (`own`, supervise/rounds.h); 0: nobody known.
pid_t holder_of_lock(std::string_view own);

// All processes as they are at one moment, read when they are first asked about.
class Processes {
  public:
    // How many live in these groups.
    int in(const supervise::Groups& groups);

    // Finds the svscan that has the service in the working directory.
    void find_scanner(Absence& absence);

  private:
    struct Process {
        pid_t pid;
        ProcessLine line;
    };

    void read();

    std::vector<Process> all_;
    bool read_ = false;
};

}  // namespace svstat
