#include "svscan/place.h"

#include <algorithm>

namespace svscan {
namespace {

using namespace std::chrono_literals;

constexpr Time pace = 1s;           // between two starts, or two tries to start
constexpr Time apart = 5s;          // between the two looks that miss a name
constexpr Time patience = 5s;       // with a logger whose pipe is empty
constexpr Time watch_pace = 500ms;  // between two looks into a pipe
constexpr Time call_again = 100ms;  // where a control was not to be reached
constexpr int calls = 20;           // so often, before supervise gets a signal instead
constexpr Time moment = 50ms;       // between two looks for one that is about to be there
constexpr int young = 20;           // such looks
constexpr int revivals = 5;         // starts of one that is to leave

}  // namespace

Place Place::of_service(Time now) {
    Place place;
    take(place.service_, now);
    return place;
}

Place Place::of_logger_alone(Time now) {
    Place place;
    take(place.logger_, now);
    return place;
}

void Place::take(Seat& seat, Time now) {
    seat.taken = true;
    seat.due = now;
}

void Place::plan(Seat& seat, Act act, Time now) {
    seat.act = act;
    seat.due = now;
    seat.unheard = 0;
}

const Place::Seat& Place::seat(Part part) const {
    if (is_worker(part)) return workers_[static_cast<std::size_t>(number_of(part))];
    return part == Part::service ? service_ : logger_;
}

void Place::have_seat(Part part) {
    const auto needed = static_cast<std::size_t>(number_of(part) + 1);
    if (is_worker(part) && workers_.size() < needed) workers_.resize(needed);
}

bool Place::any_main(bool (*is)(const Seat&)) const {
    return is(service_) || std::any_of(workers_.begin(), workers_.end(), is);
}

pid_t Place::pid(Part part) const {
    const bool no_seat =
        is_worker(part) && number_of(part) >= static_cast<int>(workers_.size());
    return no_seat ? 0 : seat(part).pid;
}

std::optional<Time> Place::deadline() const {
    std::optional<Time> first;
    bool empty = true;
    each_part([&](Part part) {
        const auto& one = seat(part);
        if (one.due && (!first || *one.due < *first)) first = one.due;
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
        if (is_due && (!order || order->part == Part::logger)) order = order_for(one, part);
    });
    return order ? order : Order{Act::release, Part::service};
}

Order Place::order_for(const Seat& seat, Part part) {
    if (!seat.runs) return {Act::start, part};
    if (seat.unheard >= calls) return {Act::signal, part};
    return {seat.act, part};
}

bool Place::rests(const Seat& seat) { return seat.taken && !seat.runs && !seat.due; }

bool Place::waits_for_look() const {
    return !leaves_ && (missing_since_ || any_main(rests) || rests(logger_));
}

void Place::seen(Time now) {
    missing_since_.reset();
    if (leaves_) return;
    each_part([&](Part part) {
        auto& one = seat(part);
        if (rests(one)) one.due = now;
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

// A service that its supervise may have left behind gets another one, to be ended by that.
// Whether it is still there.
bool Place::send_away(Seat& seat, Time now) {
    if (!seat.taken) return false;
    if (!seat.ends && seat.runs) plan(seat, Act::end, now);
    if (!seat.ends && !seat.runs && seat.death != Death::killed) seat.due.reset();
    seat.ends = true;
    if (!is_there(seat)) seat = {};
    return seat.taken;
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
        if (is_wanted(part) || !send_away(one, now)) return;
        if (is_worker(part) == (crew_.value_or(0) == 0)) other_kind = true;
    });
    if (other_kind) return;
    each_main([&](Part part, Seat& one) {
        if (is_wanted(part) && !one.taken) take(one, now);
    });
}

void Place::leave(Time now) {
    if (leaves_) return;
    leaves_ = true;
    each_main([&](Part, Seat& one) { send_away(one, now); });
    if (!logger_.runs && logger_.death == Death::left && drains()) logger_.due.reset();
    if (drains()) begin_drain(now);
}

// A logger that waits for its next start gets it, for the lines that may be in the pipe;
// one that rests was told to leave, and is not started.
void Place::begin_drain(Time now) {
    if (logger_.runs) plan(logger_, Act::drain, now);
}

void Place::press(Time now) {
    bool any = false;
    each_main([&](Part, Seat& one) {
        any = any || one.runs;
        if (one.runs)
            plan(one, Act::kill, now);
        else
            one.due.reset();
    });
    if (any) return;
    if (!logger_.runs) return logger_.due.reset();
    const bool was_ended = logger_.act == Act::end || logger_.act == Act::kill;
    plan(logger_, was_ended ? Act::kill : Act::end, now);
}

void Place::press_service(Time now) {
    if (!leaves_) return;
    each_main([&](Part, Seat& one) {
        if (one.runs) plan(one, Act::kill, now);
    });
}

void Place::found_logger(Time now) {
    if (!logger_.taken) take(logger_, now);
}

void Place::started(Part part, pid_t pid, Time now) {
    have_seat(part);
    auto& one = seat(part);
    one.taken = true;
    one.runs = true;
    one.pid = pid;
    one.begun = now;
    one.act = Act::start;
    one.unheard = 0;
    one.due.reset();
    if (!leaves_ && !one.ends) return;
    ++one.revivals;
    if (part != Part::logger) return plan(one, Act::end, now);
    if (drains()) begin_drain(now);
}

// When it was started nobody here knows; one that was had here before is not adopted again
// and again without a pause.
void Place::adopted(Part part, Time now) {
    have_seat(part);
    const auto begun = seat(part).begun;
    started(part, 0, now);
    if (begun == Time(0)) seat(part).begun = begun;
}

bool Place::occupied(Part part, Time now) {
    auto& one = seat(part);
    if (++one.unheard >= young) return false;
    one.due = now + moment;
    return true;
}

void Place::expected(Part part, Time now) {
    have_seat(part);
    auto& one = seat(part);
    one.taken = true;
    one.death = Death::killed;  // somebody else's supervise, which takes its service along
    one.due = now;
}

bool Place::comes_back(const Seat& seat) const {
    if (!leaves_ && !seat.ends) return !missing_since_;
    const bool wanted = seat.act != Act::kill && seat.act != Act::signal;
    const bool left_behind = &seat != &logger_ && seat.death == Death::killed;
    const bool reads_on = &seat == &logger_ && seat.act != Act::end;
    return wanted && (left_behind || reads_on) && seat.revivals < revivals;
}

void Place::start_failed(Part part, Time now) {
    auto& one = seat(part);
    one.unheard = 0;
    one.due = now + pace;
    if (!leaves_ && !one.ends) return;
    ++one.revivals;
    if (!comes_back(one)) one.due.reset();
    if (part != Part::logger) is_gone(one, now);
}

void Place::died(Part part, Death death, Time now) {
    auto& one = seat(part);
    one.runs = false;
    one.pid = 0;
    one.due.reset();
    one.death = death;
    one.unheard = 0;
    if (death != Death::left && comes_back(one)) one.due = std::max(now, one.begun + pace);
    if (part != Part::logger) is_gone(one, now);
}

// One that was to leave makes room for who waited for that.
void Place::is_gone(Seat& seat, Time now) {
    if (seat.ends && !is_there(seat)) seat = {};
    settle(now);
    if (drains()) begin_drain(now);
}

void Place::heard(Order order, Time now) {
    auto& one = seat(order.part);
    one.act = order.act;
    one.due.reset();
    if (order.act == Act::drain) plan(one, Act::watch, now);
}

void Place::unheard(Order order, Time now) {
    auto& one = seat(order.part);
    ++one.unheard;
    one.due = now + call_again;
    // Its logger reads the end of the pipe all the same. Only then comes the signal.
    if (order.act == Act::drain && one.unheard >= calls) plan(one, Act::watch, now);
}

void Place::piped(Content content, Time now) {
    logger_.act = Act::watch;
    logger_.due = now + watch_pace;
    if (content == Content::something) return empty_since_.reset();
    if (!empty_since_) empty_since_ = now;
    if (now - *empty_since_ >= patience) plan(logger_, Act::end, now);
}

}  // namespace svscan
