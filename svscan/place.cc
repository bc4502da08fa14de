#include "svscan/place.h"

#include <algorithm>

namespace svscan {
namespace {

using namespace std::chrono_literals;

constexpr Time pace = 1s;           // between two starts, or two tries to start
constexpr Time apart = 5s;          // between the two looks that miss a name
constexpr Time patience = 5s;       // with an empty pipe, and with a logger that dies
constexpr Time watch_pace = 500ms;  // between two looks into a pipe
constexpr Time call_again = 100ms;  // where a control was not to be reached
constexpr int calls = 20;           // so often, before supervise gets a signal instead

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

std::optional<Time> Place::deadline() const {
    if (!service_.due || !logger_.due) {
        const bool empty = service_.pid == 0 && logger_.pid == 0;
        const auto only = service_.due ? service_.due : logger_.due;
        return leaves_ && empty && !only ? Time(0) : only;
    }
    return std::min(*service_.due, *logger_.due);
}

std::optional<Order> Place::next(Time now) const {
    const auto when = deadline();
    if (!when || *when > now) return {};
    if (service_.due && *service_.due <= now) return order_for(service_, Part::service);
    if (logger_.due) return order_for(logger_, Part::logger);
    return Order{Act::release, Part::service};
}

Order Place::order_for(const Seat& seat, Part part) {
    if (seat.pid == 0) return {Act::start, part};
    if (seat.unheard >= calls) return {Act::signal, part};
    return {seat.act, part};
}

bool Place::rests(const Seat& seat) { return seat.taken && seat.pid == 0 && !seat.due; }

bool Place::waits_for_look() const {
    return !leaves_ && (missing_since_ || rests(service_) || rests(logger_));
}

void Place::seen(Time now) {
    missing_since_.reset();
    if (leaves_) return;
    for (auto* one : {&service_, &logger_})
        if (rests(*one)) one->due = now;
}

void Place::unseen(Time now) {
    if (!missing_since_)
        missing_since_ = now;
    else if (now - *missing_since_ >= apart)
        leave(now);
}

void Place::leave(Time now) {
    if (leaves_) return;
    leaves_ = true;
    service_.due.reset();
    if (service_.pid != 0)
        plan(service_, Act::end, now);
    else
        begin_drain(now);
}

// A logger that waits for its next start gets it, for the lines that may be in the pipe;
// one that rests was told to leave, and is not started.
void Place::begin_drain(Time now) {
    drains_since_ = now;
    if (logger_.pid != 0) plan(logger_, Act::drain, now);
}

void Place::press(Time now) {
    if (service_.pid != 0) return plan(service_, Act::kill, now);
    if (logger_.pid == 0) return logger_.due.reset();
    const bool was_ended = logger_.act == Act::end || logger_.act == Act::kill;
    plan(logger_, was_ended ? Act::kill : Act::end, now);
}

void Place::found_logger(Time now) {
    if (!logger_.taken) take(logger_, now);
}

void Place::started(Part part, pid_t pid, Time now) {
    auto& one = seat(part);
    one.pid = pid;
    one.begun = now;
    one.act = Act::start;
    one.due.reset();
    if (drains_since_) plan(one, Act::drain, now);
}

bool Place::is_given_up(const Seat& seat, Time now) const {
    if (!leaves_) return missing_since_.has_value();
    if (!drains_since_) return false;
    return seat.act == Act::end || seat.act == Act::kill ||
           now - *drains_since_ >= patience;
}

void Place::start_failed(Part part, Time now) {
    auto& one = seat(part);
    one.due = now + pace;
    if (leaves_ && is_given_up(one, now)) one.due.reset();
}

void Place::died(Part part, bool by_itself, Time now) {
    auto& one = seat(part);
    one.pid = 0;
    one.due.reset();
    if (leaves_ && part == Part::service) return begin_drain(now);
    if (!by_itself && !is_given_up(one, now)) one.due = std::max(now, one.begun + pace);
}

void Place::heard(Order order, Time now) {
    auto& one = seat(order.part);
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
    logger_.due = now + watch_pace;
    if (content == Content::something) return empty_since_.reset();
    if (!empty_since_) empty_since_ = now;
    if (now - *empty_since_ >= patience) plan(logger_, Act::end, now);
}

}  // namespace svscan
