#include "svscan/seat.h"

namespace svscan {
namespace {

constexpr int calls = 20;  // so often, before supervise gets a signal instead

}  // namespace

bool Seat::is_deaf() const { return unheard >= calls; }

Order Seat::order(Part part) const {
    if (!runs) return {Act::start, part};
    return {is_deaf() ? Act::signal : act, part};
}

void Seat::take(Time now) {
    taken = true;
    due = now;
}

void Seat::plan(Act next, Time now) {
    act = next;
    due = now;
    unheard = 0;
}

void Seat::plan_kill(Time now) {
    const bool again = act == Act::kill || act == Act::kill_all;
    plan(again ? Act::kill_all : Act::kill, now);
}

void Seat::started(pid_t as, Time now) {
    taken = runs = true;
    pid = as;
    begun = now;
    act = Act::start;
    unheard = 0;
    due.reset();
}

void Seat::died(Death how) {
    runs = false;
    pid = 0;
    due.reset();
    death = how;
    unheard = 0;
}

bool Seat::send_away(Time now) {
    if (!taken) return false;
    if (!ends && runs) plan(Act::end, now);
    if (!ends && !runs && death != Death::killed) due.reset();
    ends = true;
    if (!is_there()) *this = {};
    return taken;
}

}  // namespace svscan
