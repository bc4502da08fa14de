#include "svscan/place.h"

#include <algorithm>

#include "base/deadline.h"

namespace svscan {
namespace {

using namespace std::chrono_literals;

constexpr Time pace = 1s;           // between two starts, or two tries to start
constexpr Time apart = 5s;          // between the two looks that miss a name
constexpr Time patience = 5s;       // with a logger whose pipe is empty
constexpr Time watch_pace = 500ms;  // between two looks into a pipe
constexpr Time call_again = 100ms;  // where a control was not to be reached
constexpr Time moment = 50ms;       // between two looks for one that is about to be there
constexpr int young = 20;           // such looks
constexpr int revivals = 5;         // starts of one that is to leave

}  // namespace

Place Place::of_service(Time now) {
    Place place;
    place.service_.take(now);
    return place;
}

Place Place::of_logger_alone(Time now) {
    Place place;
    place.logger_.take(now);
    return place;
}

const Seat& Place::seat(Part part) const {
    if (is_worker(part)) return workers_[static_cast<std::size_t>(number_of(part))];
    return part == Part::service ? service_ : logger_;
}

Seat& Place::have_seat(Part part) {
    const auto needed = static_cast<std::size_t>(number_of(part) + 1);
    if (is_worker(part) && workers_.size() < needed) workers_.resize(needed);
    return seat(part);
}

bool Place::any_main(bool (Seat::*is)() const) const {
    return (service_.*is)() || std::ranges::any_of(workers_, is);
}

pid_t Place::pid(Part part) const {
    const bool no_seat =
        is_worker(part) && number_of(part) >= static_cast<int>(workers_.size());
    return no_seat ? 0 : seat(part).pid;
}

std::optional<Time> Place::deadline() const {
    base::Deadline first;
    bool empty = true;
    each_part([&](Part part) {
        const auto& one = seat(part);
        first = base::earliest({first, one.due});
        empty = empty && !one.runs;
    });
    return leaves_ && empty && !first ? Time(0) : first;
}

// The logger comes last: another may find it.
std::optional<Order> Place::next(Time now) const {
    const auto when = deadline();
    if (!when || *when > now) return {};
    std::optional<Order> order;
    each_part([&](Part part) {
        const auto& one = seat(part);
        const bool is_due = one.due && *one.due <= now;
        if (is_due && (!order || order->part == Part::logger)) order = one.order(part);
    });
    return order ? order : Order{Act::release, Part::service};
}

bool Place::waits_for_look() const {
    return !leaves_ && (missing_since_ || any_main(&Seat::rests) || logger_.rests());
}

void Place::seen(Time now) {
    missing_since_.reset();
    if (leaves_) return;
    each_part([&](Part part) {
        auto& one = seat(part);
        if (one.rests()) one.due = now;
    });
}

void Place::unseen(Time now) {
    if (!missing_since_)
        missing_since_ = now;
    else if (now - *missing_since_ >= apart)
        leave(now);
}

bool Place::is_wanted(Part part) const {
    if (leaves_) return false;
    const int crew = crew_.value_or(0);
    return is_worker(part) ? number_of(part) < crew : crew == 0;
}

void Place::staff(int workers, Time now) {
    crew_ = workers;
    have_seat(worker(workers - 1));
    settle(now);
}

// Workers that are too many do not hold up the others.
void Place::settle(Time now) {
    if (leaves_) return;
    bool other_kind = false;
    each_main([&](Part part, Seat& one) {
        if (is_wanted(part) || !one.send_away(now)) return;
        if (is_worker(part) == (crew_.value_or(0) == 0)) other_kind = true;
    });
    if (other_kind) return;
    each_main([&](Part part, Seat& one) {
        if (is_wanted(part) && !one.taken) one.take(now);
    });
}

void Place::leave(Time now) {
    if (leaves_) return;
    leaves_ = true;
    each_main([&](Part, Seat& one) { one.send_away(now); });
    if (!logger_.runs && logger_.death == Death::left && drains()) logger_.due.reset();
    if (drains()) begin_drain(now);
}

// A logger that waits for its next start gets it, for the lines that may be in the pipe;
// one that rests was told to leave, and is not started.
void Place::begin_drain(Time now) {
    if (logger_.runs) logger_.plan(Act::drain, now);
}

void Place::press(Time now) {
    bool any = false;
    each_main([&](Part, Seat& one) {
        any = any || one.runs;
        if (one.runs)
            one.plan_kill(now);
        else
            one.due.reset();
    });
    if (any) return;
    if (!logger_.runs) return logger_.due.reset();
    const bool was_ended = logger_.act == Act::end || logger_.act == Act::kill;
    logger_.plan(was_ended ? Act::kill : Act::end, now);
}

void Place::press_service(Time now) {
    if (!leaves_) return;
    each_main([&](Part, Seat& one) {
        if (one.runs && one.act != Act::kill && one.act != Act::kill_all)
            one.plan_kill(now);
    });
}

void Place::insist(Time now) {
    insists_ = true;
    each_main([&](Part, Seat& one) {
        if (!one.runs || one.due) return;
        if (one.act == Act::end) one.plan(Act::watch, now);
        if (one.act == Act::kill) one.plan_kill(now + patience);
    });
    const bool told = logger_.runs && logger_.act == Act::end && !logger_.due;
    if (told) logger_.plan(Act::kill, now + patience);
}

void Place::found_logger(Time now) {
    if (!logger_.taken) logger_.take(now);
}

void Place::started(Part part, pid_t pid, Time now) {
    auto& one = have_seat(part);
    one.started(pid, now);
    if (!leaves_ && !one.ends) return;
    ++one.revivals;
    if (part != Part::logger) return one.plan(Act::end, now);
    if (drains()) begin_drain(now);
}

// When it was started nobody here knows; one that was had here before is not adopted again
// and again without a pause.
void Place::adopted(Part part, Time now) {
    auto& one = have_seat(part);
    const auto begun = one.begun;
    started(part, 0, now);
    if (begun == Time(0)) one.begun = begun;
}

bool Place::occupied(Part part, Time now) {
    auto& one = seat(part);
    if (++one.unheard >= young) return false;
    one.due = now + moment;
    return true;
}

void Place::expected(Part part, Time now) {
    auto& one = have_seat(part);
    one.take(now);
    one.death = Death::killed;  // somebody else's supervise, which takes its service along
}

bool Place::comes_back(Part part) const {
    const auto& one = seat(part);
    if (!leaves_ && !one.ends) return !missing_since_;
    const bool wanted =
        one.act != Act::kill && one.act != Act::kill_all && one.act != Act::signal;
    const bool left_behind = part != Part::logger && one.death == Death::killed;
    const bool reads_on = part == Part::logger && one.act != Act::end;
    return wanted && (left_behind || reads_on) && one.revivals < revivals;
}

void Place::start_failed(Part part, Time now) {
    auto& one = seat(part);
    one.unheard = 0;
    one.due = now + pace;
    if (!leaves_ && !one.ends) return;
    ++one.revivals;
    if (!comes_back(part)) one.due.reset();
    if (part != Part::logger) is_gone(one, now);
}

void Place::died(Part part, Death death, Time now) {
    auto& one = seat(part);
    one.died(death);
    if (death != Death::left && comes_back(part)) one.due = std::max(now, one.begun + pace);
    if (part != Part::logger) is_gone(one, now);
}

// One that was to leave makes room for who waited for that.
void Place::is_gone(Seat& seat, Time now) {
    if (seat.ends && !seat.is_there()) seat = {};
    settle(now);
    if (drains()) begin_drain(now);
}

void Place::looked_at(Part part, bool only_logger, Time now) {
    auto& one = seat(part);
    if (only_logger)
        one.plan(Act::kill_log, now + patience);
    else
        one.plan(Act::watch, now + watch_pace);
}

void Place::heard(Order order, Time now) {
    auto& one = seat(order.part);
    one.act = order.act;
    one.due.reset();
    if (order.act == Act::drain) one.plan(Act::watch, now);
    const bool is_logger = order.part == Part::logger;
    if (insists_ && order.act == (is_logger ? Act::end : Act::kill))
        one.plan_kill(now + patience);
    if (insists_ && !is_logger && order.act == Act::end) one.plan(Act::watch, now);
}

void Place::unheard(Order order, Time now) {
    auto& one = seat(order.part);
    ++one.unheard;
    one.due = now + call_again;
    // Its logger reads the end of the pipe all the same. Only then comes the signal.
    if (order.act == Act::drain && one.is_deaf()) one.plan(Act::watch, now);
}

void Place::piped(Content content, Time now) {
    logger_.act = Act::watch;
    logger_.due = now + watch_pace;
    const bool rests =
        content == Content::nothing || (content == Content::as_before && insists_);
    if (!rests) return empty_since_.reset();
    if (!empty_since_) empty_since_ = now;
    if (now - *empty_since_ >= patience) logger_.plan(Act::end, now);
}

}  // namespace svscan
