#pragma once

// The letters that waiters read in supervise/event/ (events.h, waiter.h, service(7)), one
// for each change of a service.

#include "supervise/few.h"

namespace supervise {

enum class Change : char {
    starting = 's',   // ./start or ./run has been started
    up = 'u',         // ./run runs, or is not needed
    ready = 'r',      // and is ready
    dead = 'd',       // ./run is dead
    down = 'D',       // and ./finish and ./stop are done: nothing runs
    failed = 'f',     // for good
    replacing = 'n',  // a new process has been started beside ./run
    replaced = 'N',   // and is ./run now
    kept = 'O',       // or not: the old one stays, or there was none to replace
};

using Changes = Few<Change, 8>;

}  // namespace supervise
