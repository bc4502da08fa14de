#pragma once

// The names under which supervise and its clients meet, relative to a service directory.
// What is in them: status.h, control.h.

namespace supervise {

namespace files {
constexpr auto directory = "supervise";
constexpr auto lock = "supervise/lock";        // flock(2), held while supervise runs
constexpr auto control = "supervise/control";  // fifo: commands, a letter each
constexpr auto ok = "supervise/ok";          // fifo: opens for writing while supervise runs
constexpr auto status = "supervise/status";  // replaced whole on each change
constexpr auto state = "supervise/state";    // likewise; says more
constexpr auto ready = "supervise/ready";    // fifo: what notification-fd is written to
constexpr auto child = "supervise/child";    // who lives, should supervise be killed
constexpr auto pipe = "supervise/pipe";      // fifo: from run to a file `log`
constexpr auto event = "event";              // in supervise/: fifos of those who wait
constexpr auto run = "./run";                // what is supervised
constexpr auto down = "down";                // exists: not started until told
constexpr auto log = "log";                  // a directory: the service's logger
}  // namespace files

}  // namespace supervise
