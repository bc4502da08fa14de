#pragma once

// One supervise of a place: whether it runs, what is to be done about it next, and when. A
// plain value; what it means for the others of the place is decided there (place.h). Pure.

#include <sys/types.h>

#include <optional>

#include "svscan/order.h"

namespace svscan {

struct Seat {
    bool taken = false;  // there is one
    bool runs = false;
    pid_t pid = 0;            // 0: not running, or not ours
    std::optional<Time> due;  // not running: its start; running: `act`
    Time begun{0};            // the last start
    Act act = Act::start;
    int unheard = 0;            // how often in a row `act` was in vain
    int revivals = 0;           // starts after it was to leave
    Death death = Death::left;  // the last one
    bool ends = false;          // it is to leave; not said of a logger

    bool is_there() const { return runs || due; }
    bool rests() const { return taken && !runs && !due; }
    // It was called in vain so often that it gets a signal instead.
    bool is_deaf() const;
    Order order(Part part) const;

    void take(Time now);
    void plan(Act next, Time now);
    void plan_kill(Time now);  // the second time: of its own logger, too
    void started(pid_t as, Time now);
    void died(Death how);
    // Tells it to leave, once. One that its supervise may have left behind gets another
    // one, to be ended by that. Whether it is still there.
    bool send_away(Time now);

    // `with` reads or writes everything, in one order.
    template <class With>
    void each_number(With& with) {
        with(taken), with(runs), with(pid), with(due), with(begun), with(act);
        with(unheard), with(revivals), with(death), with(ends);
    }
};

}  // namespace svscan
