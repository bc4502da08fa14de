#include "svscan/place.h"

#include "tests/catch.h"

using namespace std::chrono_literals;
using svscan::Act;
using svscan::Content;
using svscan::Death;
using svscan::Order;
using svscan::Part;
using svscan::Place;
using svscan::Time;

namespace {

constexpr Time noon = 12h;
constexpr pid_t service_pid = 10;
constexpr pid_t logger_pid = 11;

constexpr Order service(Act act) { return {act, Part::service}; }
constexpr Order logger(Act act) { return {act, Part::logger}; }

Place running() {
    auto place = Place::of_service(noon);
    place.started(Part::service, service_pid, noon);
    return place;
}

Place logged() {
    auto place = Place::of_service(noon);
    place.found_logger(noon);
    place.started(Part::service, service_pid, noon);
    place.started(Part::logger, logger_pid, noon);
    return place;
}

// The tree stops at noon, and the service's supervise is gone at once.
Place draining() {
    auto place = logged();
    place.leave(noon);
    place.heard(service(Act::end), noon);
    place.died(Part::service, Death::left, noon);
    return place;
}

Place watched() {
    auto place = draining();
    place.heard(logger(Act::drain), noon);
    return place;
}

}  // namespace

TEST_CASE("a new place starts its service at once, then its logger") {
    auto place = Place::of_service(noon);
    CHECK(place.next(noon) == service(Act::start));
    place.found_logger(noon);
    CHECK(place.next(noon) == service(Act::start));
    place.started(Part::service, service_pid, noon);
    CHECK(place.next(noon) == logger(Act::start));
    place.started(Part::logger, logger_pid, noon);
    CHECK_FALSE(place.next(noon));
    CHECK_FALSE(place.deadline());
}

TEST_CASE("a logger is found once") {
    auto place = logged();
    place.found_logger(noon + 1s);
    CHECK_FALSE(place.deadline());
}

TEST_CASE("a supervise that is killed after a second is started again at once") {
    auto place = running();
    place.died(Part::service, Death::killed, noon + 2s);
    CHECK(place.next(noon + 2s) == service(Act::start));
}

TEST_CASE("a supervise that dies at once is started once a second") {
    auto place = running();
    place.died(Part::service, Death::killed, noon + 10ms);
    CHECK_FALSE(place.next(noon + 999ms));
    CHECK(place.deadline() == noon + 1s);
    CHECK(place.next(noon + 1s) == service(Act::start));
}

TEST_CASE("a start that fails is tried again after a second") {
    auto place = Place::of_service(noon);
    place.start_failed(Part::service, noon);
    CHECK_FALSE(place.next(noon + 999ms));
    CHECK(place.next(noon + 1s) == service(Act::start));
}

TEST_CASE("a supervise that left by itself comes back when it is seen again") {
    auto place = logged();
    place.died(Part::service, Death::left, noon + 2s);
    place.died(Part::logger, Death::left, noon + 2s);
    CHECK_FALSE(place.deadline());
    place.seen(noon + 5s);
    CHECK(place.next(noon + 5s) == service(Act::start));
    place.started(Part::service, service_pid, noon + 5s);
    CHECK(place.next(noon + 5s) == logger(Act::start));
}

TEST_CASE("being seen changes nothing about what runs") {
    auto place = logged();
    place.seen(noon + 5s);
    CHECK_FALSE(place.deadline());
}

TEST_CASE("a service without a logger never starts one") {
    auto place = running();
    place.died(Part::service, Death::left, noon);
    place.seen(noon + 5s);
    place.started(Part::service, service_pid, noon + 5s);
    CHECK_FALSE(place.deadline());
}

TEST_CASE("one look that misses a place ends nothing") {
    auto place = running();
    place.unseen(noon);
    CHECK_FALSE(place.next(noon + 1h));
    place.seen(noon + 5s);
    place.unseen(noon + 10s);
    CHECK_FALSE(place.next(noon + 1h));
}

TEST_CASE("two looks in a hurry count as one") {
    auto place = running();
    place.unseen(noon);
    place.unseen(noon + 4s);
    CHECK_FALSE(place.leaves());
    place.unseen(noon + 5s);
    CHECK(place.next(noon + 5s) == service(Act::end));
}

TEST_CASE("a supervise whose directory was missed rests until the next look") {
    auto place = running();
    place.unseen(noon);
    place.died(Part::service, Death::killed, noon + 2s);
    CHECK_FALSE(place.deadline());
    place.seen(noon + 5s);
    CHECK(place.next(noon + 5s) == service(Act::start));
}

TEST_CASE("a place leaves service first, then logger") {
    auto place = logged();
    place.leave(noon);
    CHECK(place.next(noon) == service(Act::end));
    place.heard(service(Act::end), noon);
    CHECK_FALSE(place.next(noon + 1h));
    place.died(Part::service, Death::left, noon + 1s);
    CHECK(place.next(noon + 1s) == logger(Act::drain));
    place.heard(logger(Act::drain), noon + 1s);
    CHECK(place.next(noon + 1s) == logger(Act::watch));
    place.died(Part::logger, Death::left, noon + 2s);
    CHECK(place.next(noon + 2s) == service(Act::release));
}

TEST_CASE("a place without a logger is released when the service is gone") {
    auto place = running();
    place.leave(noon);
    place.died(Part::service, Death::left, noon);
    CHECK(place.next(noon) == service(Act::release));
}

TEST_CASE("a place in which nothing runs is released at once") {
    auto place = Place::of_service(noon);
    place.leave(noon);
    CHECK(place.next(noon) == service(Act::release));
}

TEST_CASE("what leaves is not started again, seen or not") {
    auto place = running();
    place.leave(noon);
    place.heard(service(Act::end), noon);
    place.died(Part::service, Death::left, noon + 5s);
    place.seen(noon + 5s);
    CHECK(place.next(noon + 5s) == service(Act::release));
}

TEST_CASE("a control that cannot be reached is tried for two seconds, then TERM is sent") {
    auto place = running();
    place.leave(noon);
    auto now = noon;
    for (int i = 0; i < 20; ++i, now += 100ms) {
        CHECK(place.next(now) == service(Act::end));
        place.unheard(service(Act::end), now);
        CHECK_FALSE(place.next(now));
    }
    CHECK(place.next(now) == service(Act::signal));
    place.heard(service(Act::signal), now);
    CHECK_FALSE(place.deadline());
}

TEST_CASE("a logger that cannot be reached is watched before it gets TERM") {
    auto place = draining();
    auto now = noon;
    for (int i = 0; i < 20; ++i, now += 100ms) {
        CHECK(place.next(now) == logger(Act::drain));
        place.unheard(logger(Act::drain), now);
    }
    CHECK(place.next(now) == logger(Act::watch));
}

TEST_CASE("a logger may take its time as long as there is something to read") {
    auto place = watched();
    auto now = noon;
    for (int i = 0; i < 100; ++i, now = *place.deadline()) {
        CHECK(place.next(now) == logger(Act::watch));
        place.piped(Content::something, now);
    }
}

TEST_CASE("a logger whose pipe is empty for five seconds is ended") {
    auto place = watched();
    place.piped(Content::nothing, noon);
    place.piped(Content::something, noon + 4s);
    place.piped(Content::nothing, noon + 5s);
    place.piped(Content::nothing, noon + 9s);
    CHECK(place.next(noon + 10s) == logger(Act::watch));
    place.piped(Content::nothing, noon + 10s);
    CHECK(place.next(noon + 10s) == logger(Act::end));
}

TEST_CASE("who does not insist waits for a logger that reads nothing") {
    auto place = watched();
    auto now = noon;
    for (int i = 0; i < 100; ++i, now = *place.deadline()) {
        CHECK(place.next(now) == logger(Act::watch));
        place.piped(Content::as_before, now);
    }
}

TEST_CASE("who insists ends a logger that reads nothing for five seconds") {
    auto place = watched();
    place.piped(Content::as_before, noon);
    place.insist(noon);
    place.piped(Content::something, noon + 1s);
    place.piped(Content::as_before, noon + 2s);
    place.piped(Content::as_before, noon + 6500ms);
    CHECK(place.next(noon + 7s) == logger(Act::watch));
    place.piped(Content::as_before, noon + 7s);
    CHECK(place.next(noon + 7s) == logger(Act::end));
}

TEST_CASE("who insists kills a logger that does not leave in five seconds") {
    auto place = watched();
    place.insist(noon);
    place.heard(logger(Act::end), noon + 5s);
    CHECK_FALSE(place.next(noon + 9s));
    CHECK(place.next(noon + 10s) == logger(Act::kill));
    place.heard(logger(Act::kill), noon + 10s);
    CHECK_FALSE(place.deadline());
    place.died(Part::logger, Death::left, noon + 11s);
    CHECK(place.next(noon + 11s)->act == Act::release);
}

TEST_CASE("a logger that was told to leave before is killed five seconds after insisting") {
    auto place = watched();
    place.heard(logger(Act::end), noon);
    CHECK_FALSE(place.deadline());
    place.insist(noon + 8s);
    CHECK(place.deadline() == noon + 13s);
    CHECK(place.next(noon + 13s) == logger(Act::kill));
}

TEST_CASE("who insists kills the logger that is left of a patient service, and only that") {
    auto place = running();
    place.leave(noon);
    place.heard(service(Act::end), noon);
    place.insist(noon + 5s);
    CHECK(place.next(noon + 5s) == service(Act::watch));
    place.looked_at(Part::service, false, noon + 5s);
    CHECK_FALSE(place.next(noon + 5s));
    CHECK(place.next(noon + 6s) == service(Act::watch));
    place.looked_at(Part::service, true, noon + 6s);
    CHECK_FALSE(place.next(noon + 10s));
    CHECK(place.next(noon + 11s) == service(Act::kill_log));
    place.heard(service(Act::kill_log), noon + 11s);
    CHECK_FALSE(place.deadline());
}

TEST_CASE("a service that was killed before insisting leaves its logger five seconds") {
    auto place = running();
    place.leave(noon);
    place.heard(service(Act::end), noon);
    place.press(noon + 4s);
    place.heard(service(Act::kill), noon + 4s);
    place.press_service(noon + 5s);
    place.insist(noon + 5s);
    CHECK_FALSE(place.next(noon + 9s));
    CHECK(place.next(noon + 10s) == service(Act::kill_all));
}

TEST_CASE("a logger that is killed while it drains is started again, five times") {
    auto place = watched();
    auto now = noon + 2s;
    for (int i = 0; i < 5; ++i, now += 2s) {
        place.died(Part::logger, Death::killed, now);
        CHECK(place.next(now) == logger(Act::start));
        place.started(Part::logger, logger_pid, now);
        CHECK(place.next(now) == logger(Act::drain));
        place.heard(logger(Act::drain), now);
    }
    place.died(Part::logger, Death::killed, now);
    CHECK(place.next(now) == service(Act::release));
}

TEST_CASE("a logger that is killed after it was ended is not started again") {
    auto place = watched();
    place.press(noon);
    place.heard(logger(Act::end), noon);
    place.died(Part::logger, Death::killed, noon);
    CHECK(place.next(noon) == service(Act::release));
}

TEST_CASE("a supervise that is killed while it leaves comes back to end what it left") {
    auto place = logged();
    place.leave(noon);
    place.heard(service(Act::end), noon);
    place.died(Part::service, Death::killed, noon + 2s);
    CHECK(place.next(noon + 2s) == service(Act::start));
    place.started(Part::service, service_pid, noon + 2s);
    CHECK(place.next(noon + 2s) == service(Act::end));
    place.heard(service(Act::end), noon + 2s);
    place.died(Part::service, Death::left, noon + 3s);
    CHECK(place.next(noon + 3s) == logger(Act::drain));
}

TEST_CASE("a supervise killed before the tree stops comes back to end what it left") {
    auto place = logged();
    place.died(Part::service, Death::killed, noon);
    place.leave(noon);
    CHECK_FALSE(place.next(noon));
    CHECK(place.next(noon + 1s) == service(Act::start));
    for (int i = 1; i < 6; ++i) place.start_failed(Part::service, noon + i * 1s);
    CHECK(place.next(noon + 6s) == logger(Act::drain));
}

TEST_CASE("a supervise that had to be signalled does not come back") {
    auto place = running();
    place.leave(noon);
    place.heard(service(Act::signal), noon);
    place.died(Part::service, Death::killed, noon);
    CHECK(place.next(noon) == service(Act::release));
}

TEST_CASE("what leaves before its workers were counted comes back like any other") {
    auto place = Place::of_service(noon);
    place.adopted(Part::service, noon);
    place.leave(noon);
    place.heard(service(Act::end), noon);
    place.died(Part::service, Death::killed, noon + 2s);
    CHECK(place.next(noon + 3s) == service(Act::start));
    place.staff(0, noon + 3s);
    CHECK(place.crew() == 0);
    CHECK(place.next(noon + 3s) == service(Act::start));
}

TEST_CASE("an adopted supervise runs, without a pid, and leaves like any other") {
    auto place = Place::of_service(noon);
    place.adopted(Part::service, noon);
    CHECK(place.pid(Part::service) == 0);
    CHECK_FALSE(place.deadline());
    place.leave(noon);
    CHECK(place.next(noon) == service(Act::end));
    place.heard(service(Act::end), noon);
    CHECK_FALSE(place.deadline());
    place.died(Part::service, Death::left, noon);
    CHECK(place.next(noon) == service(Act::release));
}

TEST_CASE("an adopted supervise has lived before: killed, it comes back at once") {
    auto place = Place::of_service(noon);
    place.adopted(Part::service, noon);
    place.died(Part::service, Death::killed, noon + 1ms);
    CHECK(place.next(noon + 1ms) == service(Act::start));
}

TEST_CASE("one that is adopted again and again comes back at most once a second") {
    auto place = running();
    place.died(Part::service, Death::killed, noon + 2s);
    place.adopted(Part::service, noon + 2s);
    place.died(Part::service, Death::killed, noon + 2s);
    CHECK_FALSE(place.next(noon + 2s));
    CHECK(place.next(noon + 3s) == service(Act::start));
}

TEST_CASE("who holds the lock and is not there yet is waited for, a second long") {
    auto place = Place::of_service(noon);
    auto now = noon;
    for (; place.occupied(Part::service, now); now = *place.deadline())
        CHECK_FALSE(place.next(now));
    CHECK(now > noon + 900ms);
    CHECK(now <= noon + 1s);
}

TEST_CASE("who is about to be there when all is to leave is told so, once it is there") {
    auto place = Place::of_service(noon);
    place.expected(Part::service, noon);
    place.leave(noon);
    CHECK(place.next(noon) == service(Act::start));
    CHECK(place.occupied(Part::service, noon));
    const auto later = *place.deadline();
    CHECK(place.next(later) == service(Act::start));
    place.adopted(Part::service, later);
    CHECK(place.next(later) == service(Act::end));
}

TEST_CASE("a logger that waits for its start when the service leaves gets it") {
    auto place = logged();
    place.died(Part::logger, Death::killed, noon);
    place.leave(noon);
    place.died(Part::service, Death::left, noon);
    CHECK_FALSE(place.next(noon));
    CHECK(place.next(noon + 1s) == logger(Act::start));
    for (int i = 1; i < 5; ++i) {
        place.start_failed(Part::logger, noon + i * 1s);
        CHECK_FALSE(place.next(noon + i * 1s));
        CHECK(place.next(noon + (i + 1) * 1s) == logger(Act::start));
    }
    place.start_failed(Part::logger, noon + 5s);
    CHECK(place.next(noon + 5s) == service(Act::release));
}

TEST_CASE("a logger that is to be started when its service leaves still is, to read all") {
    auto place = Place::of_service(noon);
    place.found_logger(noon);
    place.started(Part::service, service_pid, noon);
    place.leave(noon);
    CHECK(place.next(noon) == service(Act::end));
    place.heard(service(Act::end), noon);
    CHECK(place.next(noon) == logger(Act::start));
    auto unborn = Place::of_service(noon);
    unborn.found_logger(noon);
    unborn.leave(noon);
    CHECK(unborn.next(noon) == service(Act::release));
}

TEST_CASE("a logger that is killed before its service is gone is started again") {
    auto place = logged();
    place.leave(noon);
    place.heard(service(Act::end), noon);
    place.died(Part::logger, Death::killed, noon + 2s);
    CHECK(place.next(noon + 2s) == logger(Act::start));
    place.started(Part::logger, logger_pid, noon + 2s);
    CHECK_FALSE(place.deadline());
}

TEST_CASE("pressed, a service that leaves is killed") {
    auto place = logged();
    place.leave(noon);
    place.heard(service(Act::end), noon);
    place.press(noon + 1s);
    CHECK(place.next(noon + 1s) == service(Act::kill));
}

TEST_CASE(
    "pressed again, a service that leaves is killed with the logger that is its own") {
    auto place = logged();
    place.leave(noon);
    place.press(noon);
    place.heard(service(Act::kill), noon);
    CHECK_FALSE(place.deadline());
    place.press(noon + 1s);
    CHECK(place.next(noon + 1s) == service(Act::kill_all));
    place.heard(service(Act::kill_all), noon + 1s);
    place.died(Part::service, Death::killed, noon + 2s);
    CHECK(place.next(noon + 2s) == logger(Act::drain));
}

TEST_CASE("who insists kills the logger of its own five seconds after the service") {
    auto place = logged();
    place.leave(noon);
    place.press_service(noon);
    place.insist(noon);
    place.heard(service(Act::kill), noon);
    CHECK(place.deadline() == noon + 5s);
    CHECK(place.next(noon + 5s) == service(Act::kill_all));
    place.heard(service(Act::kill_all), noon + 5s);
    CHECK_FALSE(place.deadline());
}

TEST_CASE("pressed, a logger is ended; pressed again, killed") {
    auto place = watched();
    place.press(noon);
    CHECK(place.next(noon) == logger(Act::end));
    place.heard(logger(Act::end), noon);
    CHECK_FALSE(place.deadline());
    place.press(noon);
    CHECK(place.next(noon) == logger(Act::kill));
    place.heard(logger(Act::kill), noon);
    place.died(Part::logger, Death::killed, noon);
    CHECK(place.next(noon) == service(Act::release));
}

TEST_CASE("a logger alone starts, rests, and leaves without a service") {
    auto place = Place::of_logger_alone(noon);
    CHECK(place.next(noon) == logger(Act::start));
    place.started(Part::logger, logger_pid, noon);
    place.died(Part::logger, Death::left, noon);
    CHECK_FALSE(place.deadline());
    place.seen(noon + 5s);
    CHECK(place.next(noon + 5s) == logger(Act::start));
    place.started(Part::logger, logger_pid, noon + 5s);
    place.leave(noon + 6s);
    CHECK(place.next(noon + 6s) == logger(Act::drain));
}

TEST_CASE("a place waits for a look when it was missed or when it rests") {
    auto place = running();
    CHECK_FALSE(place.waits_for_look());
    place.unseen(noon);
    CHECK(place.waits_for_look());
    place.seen(noon);
    CHECK_FALSE(place.waits_for_look());
    place.died(Part::service, Death::left, noon + 2s);
    CHECK(place.waits_for_look());
    place.seen(noon + 5s);
    CHECK_FALSE(place.waits_for_look());
    place.started(Part::service, service_pid, noon + 5s);
    place.died(Part::service, Death::killed, noon + 5s);
    CHECK_FALSE(place.waits_for_look());
}

TEST_CASE("a supervise that said it failed has left nothing behind") {
    auto place = running();
    place.died(Part::service, Death::failed, noon);
    CHECK(place.next(noon + 1s) == service(Act::start));
    place.leave(noon);
    CHECK(place.next(noon) == service(Act::release));
}

namespace {

constexpr Order of_worker(int number, Act act) { return {act, svscan::worker(number)}; }

Place with_workers(int count) {
    auto place = Place::of_service(noon);
    place.found_logger(noon);
    place.staff(count, noon);
    for (int i = 0; i < count; ++i) place.started(svscan::worker(i), 100 + i, noon);
    place.started(Part::logger, logger_pid, noon);
    return place;
}

}  // namespace

TEST_CASE("a service with workers has a supervise for each, and none of its own") {
    auto place = Place::of_service(noon);
    place.staff(2, noon);
    CHECK(place.next(noon) == of_worker(0, Act::start));
    place.started(svscan::worker(0), 100, noon);
    CHECK(place.next(noon) == of_worker(1, Act::start));
    place.started(svscan::worker(1), 101, noon);
    CHECK_FALSE(place.next(noon));
    CHECK(place.pid(svscan::worker(1)) == 101);
}

TEST_CASE("a worker's supervise that is killed comes back alone") {
    auto place = with_workers(3);
    place.died(svscan::worker(1), Death::killed, noon + 2s);
    CHECK(place.next(noon + 2s) == of_worker(1, Act::start));
    place.started(svscan::worker(1), 111, noon + 2s);
    CHECK_FALSE(place.deadline());
}

TEST_CASE("one more worker begins without touching the others") {
    auto place = with_workers(2);
    place.staff(3, noon + 5s);
    CHECK(place.next(noon + 5s) == of_worker(2, Act::start));
    place.started(svscan::worker(2), 102, noon + 5s);
    CHECK_FALSE(place.deadline());
}

TEST_CASE("workers that are too many are ended, and do not come back") {
    auto place = with_workers(3);
    place.staff(1, noon + 5s);
    CHECK(place.next(noon + 5s) == of_worker(1, Act::end));
    place.heard(of_worker(1, Act::end), noon + 5s);
    CHECK(place.next(noon + 5s) == of_worker(2, Act::end));
    place.heard(of_worker(2, Act::end), noon + 5s);
    CHECK_FALSE(place.deadline());
    place.died(svscan::worker(1), Death::left, noon + 6s);
    place.died(svscan::worker(2), Death::left, noon + 6s);
    place.seen(noon + 10s);
    CHECK_FALSE(place.deadline());
}

TEST_CASE("a worker that is to leave and is wanted again begins anew when it has left") {
    auto place = with_workers(2);
    place.staff(1, noon + 5s);
    place.heard(of_worker(1, Act::end), noon + 5s);
    place.staff(2, noon + 6s);
    CHECK_FALSE(place.deadline());
    place.died(svscan::worker(1), Death::left, noon + 7s);
    CHECK(place.next(noon + 7s) == of_worker(1, Act::start));
}

TEST_CASE("a surplus worker whose supervise is killed gets another, which ends it") {
    auto place = with_workers(2);
    place.staff(1, noon + 5s);
    place.heard(of_worker(1, Act::end), noon + 5s);
    place.died(svscan::worker(1), Death::killed, noon + 6s);
    CHECK(place.next(noon + 6s) == of_worker(1, Act::start));
    place.started(svscan::worker(1), 111, noon + 6s);
    CHECK(place.next(noon + 6s) == of_worker(1, Act::end));
}

TEST_CASE("workers begin when the service's own supervise has left") {
    auto place = running();
    place.staff(2, noon + 5s);
    CHECK(place.next(noon + 5s) == service(Act::end));
    place.heard(service(Act::end), noon + 5s);
    CHECK_FALSE(place.deadline());
    place.died(Part::service, Death::left, noon + 6s);
    CHECK(place.next(noon + 6s) == of_worker(0, Act::start));
    place.started(svscan::worker(0), 100, noon + 6s);
    CHECK(place.next(noon + 6s) == of_worker(1, Act::start));
}

TEST_CASE("a service runs by itself again when its last worker has left") {
    auto place = with_workers(2);
    place.staff(0, noon + 5s);
    for (const int i : {0, 1}) place.heard(of_worker(i, Act::end), noon + 5s);
    place.died(svscan::worker(1), Death::left, noon + 6s);
    CHECK_FALSE(place.deadline());
    place.died(svscan::worker(0), Death::left, noon + 7s);
    CHECK(place.next(noon + 7s) == service(Act::start));
}

TEST_CASE("the logger of workers leaves when the last of them has left") {
    auto place = with_workers(2);
    place.leave(noon + 5s);
    for (const int i : {0, 1}) {
        CHECK(place.next(noon + 5s) == of_worker(i, Act::end));
        place.heard(of_worker(i, Act::end), noon + 5s);
    }
    place.died(svscan::worker(0), Death::left, noon + 6s);
    CHECK_FALSE(place.deadline());
    place.died(svscan::worker(1), Death::left, noon + 7s);
    CHECK(place.next(noon + 7s) == logger(Act::drain));
}

TEST_CASE("workers that take too long to leave are killed, and only they") {
    auto place = with_workers(2);
    place.leave(noon);
    for (const int i : {0, 1}) place.heard(of_worker(i, Act::end), noon);
    place.died(svscan::worker(0), Death::left, noon + 1s);
    place.press(noon + 2s);
    CHECK(place.next(noon + 2s) == of_worker(1, Act::kill));
    place.heard(of_worker(1, Act::kill), noon + 2s);
    CHECK_FALSE(place.deadline());
}

TEST_CASE("what an earlier svscan left running is ended where it is not wanted") {
    auto place = Place::of_service(noon);
    place.adopted(Part::service, noon);
    place.adopted(svscan::worker(5), noon);
    place.staff(2, noon);
    CHECK(place.next(noon) == service(Act::end));
    place.heard(service(Act::end), noon);
    CHECK(place.next(noon) == of_worker(5, Act::end));
    place.heard(of_worker(5, Act::end), noon);
    CHECK_FALSE(place.deadline());
    place.died(Part::service, Death::left, noon + 1s);
    CHECK(place.next(noon + 1s) == of_worker(0, Act::start));
}

TEST_CASE("a worker that left by itself comes back when its place is seen again") {
    auto place = with_workers(2);
    place.died(svscan::worker(0), Death::left, noon + 2s);
    CHECK_FALSE(place.deadline());
    CHECK(place.waits_for_look());
    place.seen(noon + 5s);
    CHECK(place.next(noon + 5s) == of_worker(0, Act::start));
}

TEST_CASE("the first process kills the workers that linger, and they alone") {
    auto place = with_workers(2);
    place.leave(noon);
    for (const int i : {0, 1}) place.heard(of_worker(i, Act::end), noon);
    place.died(svscan::worker(1), Death::left, noon + 1s);
    place.press_service(noon + 5s);
    CHECK(place.next(noon + 5s) == of_worker(0, Act::kill));
    place.heard(of_worker(0, Act::kill), noon + 5s);
    CHECK_FALSE(place.deadline());
}
