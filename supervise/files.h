#pragma once

// The names under which supervise and its clients meet. What is in the files: status.h,
// state.h, control.h. Where supervise/ is: whereabouts.h.

namespace supervise {

namespace files {

// In supervise/.
constexpr auto lock = "lock";            // flock(2), held while supervise runs
constexpr auto control = "control";      // fifo: commands, a letter each
constexpr auto ok = "ok";                // fifo: opens for writing while supervise runs
constexpr auto status = "status";        // replaced whole on each change
constexpr auto state = "state";          // likewise; says more
constexpr auto ready = "ready";          // fifo: what notification-fd is written to
constexpr auto new_ready = "ready.new";  // the same of a process that is to replace run
constexpr auto child = "child";          // who lives, should supervise be killed
constexpr auto pipe = "pipe";            // fifo: to the logger
constexpr auto event = "event";          // a directory: fifos of those who wait

// In the service directory.
constexpr auto run = "./run";  // what is supervised
constexpr auto down = "down";  // exists: not started until told
constexpr auto log = "log";    // the service's logger: a directory, or a script

constexpr auto workers = "workers";  // how many run it beside each other (workers.h)

}  // namespace files

}  // namespace supervise
