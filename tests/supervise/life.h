#pragma once

// For the tests of the machine of a service (supervise/service.h): moments around noon, and
// services that have come as far as each test begins. Processes are nothing but numbers.

#include <signal.h>

#include "supervise/service.h"
#include "tests/catch.h"

namespace life {

using namespace std::chrono_literals;
using supervise::Aftermath;
using supervise::Beginning;
using supervise::Change;
using supervise::Command;
using supervise::Death;
using supervise::LastExit;
using supervise::Orders;
using supervise::Phase;
using supervise::ReadyBy;
using supervise::Script;
using supervise::Service;
using supervise::Stopping;
using supervise::Want;

inline base::Moment at(std::chrono::nanoseconds time) {
    return {1000s + time, 5000s + time};
}

inline const auto noon = at(0s);
inline const Stopping stopping;
inline const Aftermath plain;
inline const Beginning only_run;
inline const Orders launch{.launch = true, .announce = true};
inline const Orders tell{.announce = true};
inline const Orders died{.changes = {Change::dead}, .announce = true};
inline const Orders died_and_down{.changes = {Change::dead, Change::down},
                                  .announce = true};
inline const Orders died_and_launch{
    .launch = true, .changes = {Change::dead}, .announce = true};

inline Death code(int number) { return {{LastExit::Kind::code, number, false}}; }
inline Death killed_by(int signal) { return {{LastExit::Kind::signal, signal, false}}; }
inline const auto clean = code(0);

inline Service service_wanted(Want want) { return Service(want, noon, 1); }

// Up with pid 7 since noon.
inline Service running(Want want = Want::up, const Beginning& directory = only_run) {
    auto service = service_wanted(want);
    service.started(Script::run, 7, directory, noon);
    return service;
}

// Waits until one second after noon for its next start.
inline Service waiting() {
    auto service = running();
    service.exited(7, clean, plain, at(300ms));
    return service;
}

// In a directory with the hooks: ./start runs as pid 5.
inline constexpr Beginning with_start{.start = true};
inline constexpr Aftermath with_finish{.modern = true, .finish = true, .finish_within = 5s};
inline constexpr Aftermath with_stop{.modern = true, .stop = true};
inline constexpr Stopping to_stop{.stop = true};

inline Service starting() {
    auto service = service_wanted(Want::up);
    CHECK(service.begin() == launch);
    CHECK(service.choose(with_start) == Script::start);
    CHECK(service.started(Script::start, 5, with_start, noon) ==
          Orders{.changes = {Change::starting}, .announce = true});
    return service;
}

inline Service finishing(const Aftermath& aftermath = with_finish) {
    auto service = running();
    CHECK(service.exited(7, code(3), aftermath, at(2s)) ==
          Orders{.run = {Script::finish}, .changes = {Change::dead}, .announce = true});
    service.started(Script::finish, 8, only_run, at(2s));
    return service;
}

// Ready since noon, checked each ten seconds, and silent for five at most.
inline constexpr supervise::Checking each_ten{.interval = 10s, .within = 10s};

inline Service watched(Want want = Want::up) {
    auto service = running(want, {.ready_by = {ReadyBy::Kind::descriptor, 3},
                                  .checking = {.interval = 10s},
                                  .watchdog = 15s});
    service.ready(noon);
    return service;
}

// A check ends at that time, the service having said something just before.
inline Orders check_ends(Service& service, const Death& death,
                         std::chrono::nanoseconds time) {
    service.said(15s, at(time));
    CHECK(service.tick(at(time)) == Orders{.run = {Script::check}});
    CHECK(service.checks().wants(each_ten));
    service.started(Script::check, 9, {.checking = each_ten}, at(time));
    return service.exited(9, death, plain, at(time));
}

// It failed three checks: 10, 20 and 30 seconds after noon.
inline Service unfit(Want want = Want::up) {
    auto service = watched(want);
    CHECK(check_ends(service, code(1), 10s) == tell);
    CHECK(check_ends(service, code(1), 20s) == tell);
    CHECK(check_ends(service, code(1), 30s) == Orders{.unfit = true, .announce = true});
    return service;
}

}  // namespace life
