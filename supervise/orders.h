#pragma once

// What the machine (service.h) wants done, in this order: send the signals, run a script,
// tell the world. A plain value, compared in tests.

#include <sys/types.h>

#include "supervise/change.h"
#include "supervise/few.h"

namespace supervise {

using SignalList = Few<int, 2>;

// What can be run for a service; each is a file of its directory.
enum class Script {
    run,
    start,
    finish,
    stop,
    check,
    replacement,  // ./run, beside the process that it is to replace
    trial,        // ./check of that new process
    farewell,     // ./finish of the old one
};

struct Orders {
    SignalList signals{};     // for the process that lives
    bool to_group = false;    // for its whole process group
    bool kill_hook = false;   // KILL for ./finish, which runs too long
    bool kill_check = false;  // KILL for ./check
    pid_t kill = 0;           // KILL for this one, and for its group where it leads one
    bool to_both = false;     // the signals are for the replacement as well
    bool replace = false;     // start ./run beside the process that lives
    bool hand_over = false;   // it is ready: hand_over() is to tell the old one to end
    bool inherit = false;     // the replacement is the service's process from now on
    bool unfit = false;       // end the process: ask the directory, then restart()
    bool launch = false;      // start the service: choose(), then run what it says
    Few<Script, 2> run{};     // ./finish, ./stop, ./check, trial or farewell
    Changes changes{};        // for the waiters
    bool announce = false;    // status and state have changed
    bool leave = false;       // nothing is left to do
    friend bool operator==(const Orders&, const Orders&) = default;
};

}  // namespace supervise
