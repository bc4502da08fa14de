#include "supervise/service.h"

#include <signal.h>

#include "tests/catch.h"

using namespace std::chrono_literals;
using supervise::Command;
using supervise::Death;
using supervise::Failure;
using supervise::Orders;
using supervise::Service;
using supervise::Want;

namespace {

base::Moment at(std::chrono::nanoseconds time) { return {1000s + time, 5000s + time}; }

const auto noon = at(0s);
const Orders start_and_tell{.start = true, .announce = true};
const Orders tell{.announce = true};
const Orders tell_and_leave{.announce = true, .leave = true};
const Death clean{false, 0};

// Up with pid 7 since noon.
Service running(Want want = Want::up) {
    Service service(want, noon);
    CHECK(service.started(7, noon) == tell);
    return service;
}

// Waits until one second after noon for its next start.
Service waiting() {
    auto service = running();
    CHECK(service.exited(clean, false, at(300ms)) == tell);
    return service;
}

}  // namespace

TEST_CASE("a service that is wanted up is started") {
    CHECK(Service(Want::up, noon).begin() == start_and_tell);
}

TEST_CASE("a service with a file down is not started") {
    Service service(Want::down, noon);
    CHECK(service.begin() == Orders{});
    CHECK(service.deadline() == std::nullopt);
    CHECK(service.status() ==
          supervise::Status{base::tai64n(noon.wall), 0, false, Want::down});
}

TEST_CASE("a started service is up, with its pid, since then") {
    CHECK(running().status() ==
          supervise::Status{base::tai64n(noon.wall), 7, false, Want::up});
}

TEST_CASE("a service that lived for a second is restarted at once") {
    auto service = running();
    CHECK(service.exited(clean, false, at(1s)) == start_and_tell);
    CHECK(service.deadline() == std::nullopt);
}

TEST_CASE("one that dies young is restarted a second after its start") {
    auto service = waiting();
    CHECK(service.status().pid == 0);
    CHECK(service.status().since == base::tai64n(at(300ms).wall));
    CHECK(service.deadline() == at(1s).steady);
    CHECK(service.tick(at(999ms)) == Orders{});
    CHECK(service.tick(at(1s)) == start_and_tell);
    CHECK(service.deadline() == std::nullopt);
}

TEST_CASE("up: starts a service that is down, and at once one that waits") {
    Service service(Want::down, noon);
    CHECK(service.hear(Command::up, noon) == start_and_tell);
    auto young = waiting();
    CHECK(young.hear(Command::up, at(400ms)) == start_and_tell);
    CHECK(young.deadline() == std::nullopt);
}

TEST_CASE("up: leaves a living process alone") {
    auto service = running(Want::down);
    CHECK(service.hear(Command::up, noon) == tell);
    CHECK(service.status().want == Want::up);
}

TEST_CASE("down: TERM, then CONT so that a stopped service can die") {
    auto service = running();
    CHECK(service.hear(Command::down, noon) ==
          Orders{.signals = {SIGTERM, SIGCONT}, .announce = true});
    CHECK(service.status().want == Want::down);
    CHECK(service.exited(clean, false, at(2s)) == tell);
    CHECK(service.deadline() == std::nullopt);
}

TEST_CASE("down: a service that waits for its next start does not get one") {
    auto service = waiting();
    CHECK(service.hear(Command::down, at(500ms)) == tell);
    CHECK(service.deadline() == std::nullopt);
    CHECK(service.tick(at(2s)) == Orders{});
}

TEST_CASE("down then up is a restart") {
    auto service = running();
    service.hear(Command::down, at(2s));
    CHECK(service.hear(Command::up, at(2s)) == tell);
    CHECK(service.exited(clean, false, at(3s)) == start_and_tell);
}

TEST_CASE("once: started, and not started again") {
    Service service(Want::down, noon);
    CHECK(service.hear(Command::once, noon) == start_and_tell);
    service.started(7, noon);
    CHECK(service.status().want == Want::once);
    CHECK(service.exited(clean, false, at(5s)) == tell);
    CHECK(service.deadline() == std::nullopt);
}

TEST_CASE("exit: leaves at once when nothing runs, else after the death") {
    Service idle(Want::down, noon);
    CHECK(idle.hear(Command::exit, noon) == tell_and_leave);
    auto service = running();
    CHECK(service.hear(Command::exit, noon) == tell);
    CHECK(service.hear(Command::up, noon) == tell);
    CHECK(service.exited(clean, false, at(5s)) == tell_and_leave);
}

TEST_CASE("exit: nothing is started by what comes after it") {
    Service idle(Want::down, noon);
    idle.hear(Command::exit, noon);
    CHECK_FALSE(idle.hear(Command::up, noon).start);
    CHECK_FALSE(idle.hear(Command::once, noon).start);
}

TEST_CASE("pause and resume: STOP and CONT, told in the status") {
    auto service = running();
    CHECK(service.hear(Command::pause, noon) ==
          Orders{.signals = {SIGSTOP}, .announce = true});
    CHECK(service.status().paused);
    CHECK(service.hear(Command::resume, noon) ==
          Orders{.signals = {SIGCONT}, .announce = true});
    CHECK_FALSE(service.status().paused);
}

TEST_CASE("a stopped service that is told down, or dies, is paused no more") {
    auto stopped = running();
    stopped.hear(Command::pause, noon);
    stopped.hear(Command::down, noon);
    CHECK_FALSE(stopped.status().paused);
    auto killed = running();
    killed.hear(Command::pause, noon);
    killed.exited({true, SIGKILL}, false, noon);
    CHECK_FALSE(killed.status().paused);
}

TEST_CASE("each signal command sends its signal, and none while nothing runs") {
    const std::pair<Command, int> table[] = {
        {Command::hangup, SIGHUP},    {Command::alarm, SIGALRM},
        {Command::interrupt, SIGINT}, {Command::terminate, SIGTERM},
        {Command::kill, SIGKILL},     {Command::quit, SIGQUIT},
        {Command::user1, SIGUSR1},    {Command::user2, SIGUSR2},
        {Command::window, SIGWINCH}};
    for (const auto& [command, signal] : table) {
        CHECK(running().hear(command, noon) == Orders{.signals = {signal}});
        CHECK(Service(Want::down, noon).hear(command, noon) == Orders{});
    }
}

TEST_CASE("+ turns the signals that follow to the group, = back to the process") {
    auto service = running();
    CHECK(service.hear(Command::to_group, noon) == Orders{});
    CHECK(service.hear(Command::hangup, noon) ==
          Orders{.signals = {SIGHUP}, .to_group = true});
    CHECK(service.hear(Command::to_process, noon) == Orders{});
    CHECK(service.hear(Command::hangup, noon) == Orders{.signals = {SIGHUP}});
}

TEST_CASE("a program that cannot be executed never shows as up and is tried again") {
    Service service(Want::up, noon);
    CHECK(service.begin().start);
    CHECK(service.start_failed(Failure::exec, noon) == tell);
    CHECK(service.status().pid == 0);
    CHECK(service.tick(at(999ms)) == Orders{});
    CHECK(service.tick(at(1s)) == start_and_tell);
}

TEST_CASE("wanted once, a program that cannot be executed had its chance") {
    Service service(Want::down, noon);
    service.hear(Command::once, noon);
    service.start_failed(Failure::exec, noon);
    CHECK(service.deadline() == std::nullopt);
}

TEST_CASE("wanted once, a fork that failed is tried again") {
    Service service(Want::down, noon);
    service.hear(Command::once, noon);
    service.start_failed(Failure::fork, noon);
    CHECK(service.tick(at(1s)) == start_and_tell);
}

TEST_CASE("commands are heard while a start that failed is awaited") {
    Service service(Want::up, noon);
    service.start_failed(Failure::fork, noon);
    CHECK(service.hear(Command::down, at(10ms)) == tell);
    CHECK(service.deadline() == std::nullopt);
    CHECK(service.hear(Command::exit, at(20ms)) == tell_and_leave);
}

TEST_CASE("exit code 100 means failed in a modern directory, and only there") {
    auto modern = running();
    CHECK(modern.exited({false, 100}, true, at(5s)) == tell);
    CHECK(modern.status().want == Want::down);
    auto plain = running();
    CHECK(plain.exited({false, 100}, false, at(5s)) == start_and_tell);
    auto killed = running();
    CHECK(killed.exited({true, 100}, true, at(5s)) == start_and_tell);
}

TEST_CASE("the pace goes by the steady clock, whatever the wall clock does") {
    auto service = running();
    const base::Moment later{noon.steady + 2s, noon.wall - 3600s};
    CHECK(service.exited(clean, false, later) == start_and_tell);
}
