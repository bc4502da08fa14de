#include "supervise/service.h"

#include <signal.h>

#include "tests/catch.h"

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

namespace {

base::Moment at(std::chrono::nanoseconds time) { return {1000s + time, 5000s + time}; }

const auto noon = at(0s);
const Stopping stopping;
const Aftermath plain;
const Beginning only_run;
const Orders launch{.launch = true, .announce = true};
const Orders tell{.announce = true};
const Orders died{.changes = {Change::dead}, .announce = true};
const Orders died_and_down{.changes = {Change::dead, Change::down}, .announce = true};
const Orders died_and_launch{.launch = true, .changes = {Change::dead}, .announce = true};

Death code(int number) { return {{LastExit::Kind::code, number, false}}; }
Death killed_by(int signal) { return {{LastExit::Kind::signal, signal, false}}; }
const auto clean = code(0);

Service service_wanted(Want want) { return Service(want, noon, 1); }

// Up with pid 7 since noon.
Service running(Want want = Want::up, const Beginning& directory = only_run) {
    auto service = service_wanted(want);
    service.started(Script::run, 7, directory, noon);
    return service;
}

// Waits until one second after noon for its next start.
Service waiting() {
    auto service = running();
    service.exited(7, clean, plain, at(300ms));
    return service;
}

// In a directory with the hooks: ./start runs as pid 5.
constexpr Beginning with_start{.start = true};
constexpr Aftermath with_finish{.modern = true, .finish = true, .finish_within = 5s};
constexpr Aftermath with_stop{.modern = true, .stop = true};
constexpr Stopping to_stop{.stop = true};

Service starting() {
    auto service = service_wanted(Want::up);
    CHECK(service.begin() == launch);
    CHECK(service.choose(with_start) == Script::start);
    CHECK(service.started(Script::start, 5, with_start, noon) ==
          Orders{.changes = {Change::starting}, .announce = true});
    return service;
}

Service finishing(const Aftermath& aftermath = with_finish) {
    auto service = running();
    CHECK(service.exited(7, code(3), aftermath, at(2s)) ==
          Orders{.run = {Script::finish}, .changes = {Change::dead}, .announce = true});
    service.started(Script::finish, 8, only_run, at(2s));
    return service;
}

}  // namespace

TEST_CASE("a service that is wanted up is started") {
    auto service = service_wanted(Want::up);
    CHECK(service.begin() == launch);
    CHECK(service.choose(only_run) == Script::run);
    CHECK(
        service.started(Script::run, 7, only_run, noon) ==
        Orders{.changes = {Change::starting, Change::up, Change::ready}, .announce = true});
}

TEST_CASE("a service with a file down is not started") {
    auto service = service_wanted(Want::down);
    CHECK(service.begin() == Orders{});
    CHECK(service.deadline() == std::nullopt);
    CHECK(service.status() ==
          supervise::Status{base::tai64n(noon.wall), 0, false, Want::down});
}

TEST_CASE("a started service is up, with its pid, since then") {
    const auto service = running();
    CHECK(service.status() ==
          supervise::Status{base::tai64n(noon.wall), 7, false, Want::up});
    CHECK(service.state().phase == Phase::ready);
    CHECK(service.state().starts == 1);
    CHECK(service.knows(7));
    CHECK_FALSE(service.knows(8));
    CHECK_FALSE(service.knows(0));
}

TEST_CASE("a service that lived for a second is restarted at once") {
    auto service = running();
    CHECK(service.exited(7, clean, plain, at(1s)) == died_and_launch);
    CHECK(service.deadline() == std::nullopt);
}

TEST_CASE("one that dies young is restarted a second after its start") {
    auto service = running();
    CHECK(service.exited(7, clean, plain, at(300ms)) == died);
    CHECK(service.status().pid == 0);
    CHECK(service.status().since == base::tai64n(at(300ms).wall));
    CHECK(service.deadline() == at(1s).steady);
    CHECK(service.state().phase == Phase::waiting);
    CHECK(service.state().next_start == at(1s).wall);
    CHECK(service.tick(at(999ms)) == Orders{});
    CHECK(service.tick(at(1s)) == launch);
    CHECK(service.deadline() == std::nullopt);
}

TEST_CASE("with backoff it waits for longer and longer, and up tries at once") {
    const Aftermath slow{.modern = true, .backoff = 60s};
    auto service = running();
    service.exited(7, clean, slow, noon);
    CHECK(service.deadline() >= at(1s).steady);
    for (const auto time : {1s, 2s, 3s, 4s, 5s}) {
        CHECK(service.hear(Command::up, stopping, at(time)) == launch);
        service.started(Script::run, 7, only_run, at(time));
        service.exited(7, clean, slow, at(time));
    }
    CHECK(service.deadline() >= at(30s).steady);
    CHECK(service.state().deaths_in_a_row == 6);
    CHECK(service.hear(Command::up, stopping, at(6s)) == launch);
}

TEST_CASE(
    "up: starts a service that is down, and at once one that waits for longer than a "
    "second") {
    auto service = service_wanted(Want::down);
    CHECK(service.hear(Command::up, stopping, noon) == launch);
    const Aftermath slow{.modern = true, .backoff = 60s};
    auto patient = running();
    patient.exited(7, clean, slow, noon);
    patient.tick(at(2s));
    patient.started(Script::run, 8, only_run, at(2s));
    patient.exited(8, clean, slow, at(2s));
    CHECK(patient.deadline() > at(3s).steady);
    CHECK(patient.hear(Command::up, stopping, at(3s)) == launch);
    CHECK(patient.deadline() == std::nullopt);
}

TEST_CASE("up: never starts twice within a second") {
    auto young = waiting();
    CHECK(young.hear(Command::up, stopping, at(400ms)) == tell);
    CHECK(young.deadline() == at(1s).steady);
    CHECK(young.hear(Command::once, stopping, at(500ms)) == tell);
    CHECK(young.tick(at(1s)) == launch);
}

TEST_CASE("down then once, heard together, is one more start") {
    auto service = running();
    service.hear(Command::down, stopping, at(2s));
    CHECK(service.hear(Command::once, stopping, at(2s)) == tell);
    CHECK(service.exited(7, clean, plain, at(3s)) == died_and_launch);
    service.started(Script::run, 8, only_run, at(3s));
    CHECK(service.exited(8, clean, plain, at(9s)) == died_and_down);
}

TEST_CASE("up: leaves a living process alone") {
    auto service = running(Want::down);
    CHECK(service.hear(Command::up, stopping, noon) == tell);
    CHECK(service.status().want == Want::up);
}

TEST_CASE("down: TERM, then CONT so that a stopped service can die") {
    auto service = running();
    CHECK(service.hear(Command::down, stopping, noon) ==
          Orders{.signals = {SIGTERM, SIGCONT}, .announce = true});
    CHECK(service.status().want == Want::down);
    CHECK(service.state().phase == Phase::stopping);
    CHECK(service.exited(7, clean, plain, at(2s)) == died_and_down);
    CHECK(service.deadline() == std::nullopt);
    CHECK(service.state().phase == Phase::down);
}

TEST_CASE("down: the directory may name another signal, and when KILL follows") {
    auto service = running();
    CHECK(service.hear(Command::down, {SIGINT, 3s}, noon) ==
          Orders{.signals = {SIGINT, SIGCONT}, .announce = true});
    CHECK(service.state().kill_at == at(3s).wall);
    CHECK(service.hear(Command::down, {SIGINT, 3s}, at(2s)).signals ==
          supervise::SignalList{SIGINT, SIGCONT});
    CHECK(service.deadline() == at(3s).steady);
    CHECK(service.tick(at(3s)) == Orders{.signals = {SIGKILL}});
    CHECK(service.deadline() == std::nullopt);
    CHECK(service.exited(7, killed_by(SIGKILL), plain, at(3s)) == died_and_down);
    CHECK(service.state().kill_at == 0s);
}

TEST_CASE("a service that dies in time is not killed") {
    auto service = running();
    service.hear(Command::down, {SIGTERM, 3s}, noon);
    service.exited(7, clean, plain, at(2s));
    CHECK(service.tick(at(4s)) == Orders{});
}

TEST_CASE("down: a service that waits for its next start does not get one") {
    auto service = waiting();
    CHECK(service.hear(Command::down, stopping, at(500ms)) ==
          Orders{.changes = {Change::down}, .announce = true});
    CHECK(service.deadline() == std::nullopt);
    CHECK(service.tick(at(2s)) == Orders{});
}

TEST_CASE("down then up is a restart") {
    auto service = running();
    service.hear(Command::down, stopping, at(2s));
    CHECK(service.hear(Command::up, stopping, at(2s)) == tell);
    CHECK(service.exited(7, clean, plain, at(3s)) == died_and_launch);
}

TEST_CASE("once: started, and not started again") {
    auto service = service_wanted(Want::down);
    CHECK(service.hear(Command::once, stopping, noon) == launch);
    service.started(Script::run, 7, only_run, noon);
    CHECK(service.status().want == Want::once);
    CHECK(service.exited(7, clean, plain, at(5s)) == died_and_down);
    CHECK(service.deadline() == std::nullopt);
}

TEST_CASE("exit: leaves at once when nothing runs, else after the death") {
    auto idle = service_wanted(Want::down);
    CHECK(idle.hear(Command::exit, stopping, noon) ==
          Orders{.announce = true, .leave = true});
    auto service = running();
    CHECK(service.hear(Command::exit, stopping, noon) == tell);
    CHECK(service.hear(Command::up, stopping, noon) == tell);
    auto last = died_and_down;
    last.leave = true;
    CHECK(service.exited(7, clean, plain, at(5s)) == last);
}

TEST_CASE("exit: a service that waits for its next start is left at once") {
    auto service = waiting();
    CHECK(service.hear(Command::exit, stopping, at(400ms)).leave);
}

TEST_CASE("exit: nothing is started by what comes after it") {
    auto idle = service_wanted(Want::down);
    idle.hear(Command::exit, stopping, noon);
    CHECK_FALSE(idle.hear(Command::up, stopping, noon).launch);
    CHECK_FALSE(idle.hear(Command::once, stopping, noon).launch);
}

TEST_CASE("pause and resume: STOP and CONT, told in the status") {
    auto service = running();
    CHECK(service.hear(Command::pause, stopping, noon) ==
          Orders{.signals = {SIGSTOP}, .announce = true});
    CHECK(service.status().paused);
    CHECK(service.state().phase == Phase::paused);
    CHECK(service.hear(Command::resume, stopping, noon) ==
          Orders{.signals = {SIGCONT}, .announce = true});
    CHECK_FALSE(service.status().paused);
}

TEST_CASE("a stopped service that is told down, or dies, is paused no more") {
    auto stopped = running();
    stopped.hear(Command::pause, stopping, noon);
    stopped.hear(Command::down, stopping, noon);
    CHECK_FALSE(stopped.status().paused);
    auto killed = running();
    killed.hear(Command::pause, stopping, noon);
    killed.exited(7, killed_by(SIGKILL), plain, noon);
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
        CHECK(running().hear(command, stopping, noon) == Orders{.signals = {signal}});
        CHECK(service_wanted(Want::down).hear(command, stopping, noon) == Orders{});
    }
}

TEST_CASE("+ turns the signals that follow to the group, = back to the process") {
    auto service = running();
    CHECK(service.hear(Command::to_group, stopping, noon) == Orders{});
    CHECK(service.hear(Command::hangup, stopping, noon) ==
          Orders{.signals = {SIGHUP}, .to_group = true});
    CHECK(service.hear(Command::to_process, stopping, noon) == Orders{});
    CHECK(service.hear(Command::hangup, stopping, noon) == Orders{.signals = {SIGHUP}});
}

TEST_CASE("a program that cannot be executed never shows as up and is tried again") {
    auto service = service_wanted(Want::up);
    CHECK(service.begin().launch);
    CHECK(service.start_failed(Script::run, {false, {ENOENT}}, plain, noon) == tell);
    CHECK(service.status().pid == 0);
    CHECK(service.state().exec_error == base::Errno{ENOENT});
    CHECK(service.state().exec_path.view() == "run");
    CHECK(service.tick(at(999ms)) == Orders{});
    CHECK(service.tick(at(1s)) == launch);
    service.started(Script::run, 7, only_run, at(1s));
    CHECK(service.state().exec_error == base::Errno{});
}

TEST_CASE("wanted once, a program that cannot be executed had its chance") {
    auto service = service_wanted(Want::down);
    service.hear(Command::once, stopping, noon);
    service.start_failed(Script::run, {false, {EACCES}}, plain, noon);
    CHECK(service.deadline() == std::nullopt);
    CHECK(service.state().phase == Phase::down);
}

TEST_CASE("wanted once, a fork that failed is tried again") {
    auto service = service_wanted(Want::down);
    service.hear(Command::once, stopping, noon);
    service.start_failed(Script::run, {true, {EAGAIN}}, plain, noon);
    CHECK(service.tick(at(1s)) == launch);
}

TEST_CASE("commands are heard while a start that failed is awaited") {
    auto service = service_wanted(Want::up);
    service.start_failed(Script::run, {true, {EAGAIN}}, plain, noon);
    service.hear(Command::down, stopping, at(10ms));
    CHECK(service.deadline() == std::nullopt);
    CHECK(service.hear(Command::exit, stopping, at(20ms)).leave);
}

TEST_CASE("exit code 100 means failed in a modern directory, and only there") {
    const Aftermath modern{.modern = true};
    auto failed = running();
    CHECK(failed.exited(7, code(100), modern, at(5s)) ==
          Orders{.changes = {Change::dead, Change::failed}, .announce = true});
    CHECK(failed.status().want == Want::down);
    CHECK(failed.state().phase == Phase::failed);
    CHECK(failed.state().failed_by.view() == "run");
    CHECK(failed.hear(Command::up, stopping, at(6s)) == launch);
    CHECK(running().exited(7, code(100), plain, at(5s)) == died_and_launch);
    CHECK(running().exited(7, killed_by(100), modern, at(5s)) == died_and_launch);
    CHECK(running().exited(7, {{LastExit::Kind::unknown}}, modern, at(5s)) ==
          died_and_launch);
}

TEST_CASE("the pace goes by the steady clock, whatever the wall clock does") {
    auto service = running();
    const base::Moment later{noon.steady + 2s, noon.wall - 3600s};
    CHECK(service.exited(7, clean, plain, later) == died_and_launch);
}

TEST_CASE("a death is kept: how, after how long, and what it had used") {
    auto service = running();
    service.exited(7, {{LastExit::Kind::signal, SIGSEGV, true}, 2s, 1s, 4096}, plain,
                   at(300ms));
    const auto state = service.state();
    CHECK(state.last_exit == LastExit{LastExit::Kind::signal, SIGSEGV, true});
    CHECK(state.last_run == 300ms);
    CHECK(state.last_user == 2s);
    CHECK(state.last_system == 1s);
    CHECK(state.last_maxrss == 4096);
    CHECK(state.deaths_in_a_row == 1);
    service.started(Script::run, 7, only_run, at(1s));
    service.exited(7, clean, plain, at(3s));
    CHECK(service.state().deaths_in_a_row == 0);
}

TEST_CASE("with backoff a death is young where the life was shorter than the last pause") {
    const Aftermath slow{.modern = true, .backoff = 60s};
    auto service = running();
    const auto live = [&](std::chrono::nanoseconds from, std::chrono::nanoseconds lasting,
                          const Aftermath& directory) {
        service.started(Script::run, 7, only_run, at(from));
        service.exited(7, clean, directory, at(from + lasting));
        return service.state().deaths_in_a_row;
    };
    CHECK(live(0s, 0s, slow) == 1);
    CHECK(live(10s, 900ms, slow) == 2);
    CHECK(live(20s, 1500ms, slow) == 3);  // the pause was two seconds
    CHECK(live(30s, 3s, slow) == 4);      // and then four
    CHECK(live(50s, 8s, slow) == 0);
    CHECK(live(60s, 0s, slow) == 1);
    CHECK(live(70s, 0s, slow) == 2);
    CHECK(live(80s, 1500ms, plain) == 0);  // the file is gone, and its pause with it
    CHECK(live(90s, 1500ms, slow) == 0);
}

TEST_CASE("a death tells whether it was asked for, and with which signal") {
    auto service = running();
    service.hear(Command::hangup, stopping, at(1s));
    service.exited(7, clean, plain, at(2s));
    CHECK(service.state().last_told == 0);
    service.started(Script::run, 7, only_run, at(2s));
    service.hear(Command::terminate, stopping, at(3s));
    service.exited(7, clean, plain, at(4s));
    CHECK(service.state().last_told == SIGTERM);
    service.started(Script::run, 7, only_run, at(4s));
    service.hear(Command::down, {.signal = SIGQUIT}, at(6s));
    service.hear(Command::up, stopping, at(6s));
    service.exited(7, clean, plain, at(7s));
    CHECK(service.state().last_told == SIGQUIT);
    service.hear(Command::terminate, stopping, at(7s));
    service.started(Script::run, 7, only_run, at(8s));
    service.exited(7, clean, plain, at(10s));
    CHECK(service.state().last_told == 0);
}

TEST_CASE("start runs before the first run, and run follows it at once") {
    auto service = starting();
    CHECK(service.status().pid == 0);
    CHECK(service.state().phase == Phase::starting);
    CHECK(service.exited(5, clean, plain, at(10ms)) == launch);
    CHECK(service.choose(with_start) == Script::run);
    service.started(Script::run, 7, with_start, at(10ms));
    CHECK(service.exited(7, clean, plain, at(5s)) == died_and_launch);
    CHECK(service.choose(with_start) == Script::run);
}

TEST_CASE("start runs again before the first run that follows a down") {
    auto service = starting();
    service.exited(5, clean, plain, noon);
    service.started(Script::run, 7, with_start, noon);
    service.hear(Command::down, stopping, at(2s));
    service.exited(7, clean, plain, at(2s));
    CHECK(service.hear(Command::up, stopping, at(3s)) == launch);
    CHECK(service.choose(with_start) == Script::start);
}

TEST_CASE("start runs again also where down and up are heard together") {
    auto service = starting();
    service.exited(5, clean, plain, noon);
    service.started(Script::run, 7, with_start, noon);
    service.hear(Command::down, stopping, at(2s));
    service.hear(Command::up, stopping, at(2s));
    CHECK(service.exited(7, clean, plain, at(2s)) == died_and_launch);
    CHECK(service.choose(with_start) == Script::start);
}

TEST_CASE("a start that fails fails the service, until it is told up or once") {
    auto service = starting();
    CHECK(service.exited(5, code(1), plain, noon) ==
          Orders{.changes = {Change::failed}, .announce = true});
    CHECK(service.state().phase == Phase::failed);
    CHECK(service.state().failed_by.view() == "start");
    CHECK(service.status().want == Want::down);
    CHECK(service.hear(Command::once, stopping, at(1s)) == launch);
    CHECK(service.choose(with_start) == Script::start);
}

TEST_CASE("down during start ends start, and run is not begun") {
    auto service = starting();
    CHECK(service.hear(Command::down, stopping, noon) ==
          Orders{.signals = {SIGTERM, SIGCONT}, .announce = true});
    CHECK(service.target() == 5);
    CHECK(service.state().phase == Phase::stopping);
    CHECK(service.exited(5, killed_by(SIGTERM), plain, noon) ==
          Orders{.changes = {Change::down}, .announce = true});
    CHECK(service.state().phase == Phase::down);
}

TEST_CASE("down and up during start end start, and begin it anew") {
    auto service = starting();
    service.hear(Command::down, stopping, noon);
    service.hear(Command::up, stopping, noon);
    CHECK(service.exited(5, killed_by(SIGTERM), plain, at(1s)) == launch);
    CHECK(service.choose(with_start) == Script::start);
    CHECK(service.state().failed_by.view() == "none");
}

TEST_CASE("a directory with start and without run is a one-shot: as good as up and ready") {
    const Beginning one_shot{.start = true, .run = false};
    auto service = starting();
    CHECK(service.exited(5, clean, plain, noon) == launch);
    CHECK(service.choose(one_shot) == std::nullopt);
    CHECK(service.one_shot(noon) ==
          Orders{.changes = {Change::up, Change::ready}, .announce = true});
    CHECK(service.state().phase == Phase::started);
    CHECK(service.status().want == Want::once);
    CHECK(service.hear(Command::up, stopping, at(1s)) == tell);
    CHECK(service.hear(Command::down, to_stop, at(2s)) ==
          Orders{.run = {Script::stop}, .announce = true});
    service.started(Script::stop, 9, one_shot, at(2s));
    CHECK(service.exited(9, clean, plain, at(3s)) ==
          Orders{.changes = {Change::down}, .announce = true});
}

TEST_CASE("finish runs after a death, and the next start after finish") {
    auto service = finishing();
    CHECK(service.state().phase == Phase::finishing);
    CHECK(service.hook() == 8);
    CHECK(service.exited(8, clean, with_finish, at(3s)) == launch);
}

TEST_CASE("finish that exits 125 fails the service") {
    auto service = finishing();
    CHECK(service.exited(8, code(125), with_finish, at(3s)) ==
          Orders{.changes = {Change::failed}, .announce = true});
    CHECK(service.state().failed_by.view() == "finish");
}

TEST_CASE("finish is killed when its time is over, and not where it has no limit") {
    auto service = finishing();
    CHECK(service.deadline() == at(7s).steady);
    CHECK(service.tick(at(7s)) == Orders{.kill_hook = true});
    auto patient = with_finish;
    patient.finish_within = 0s;
    CHECK(finishing(patient).deadline() == std::nullopt);
}

TEST_CASE("up and once that are heard during finish are obeyed after it") {
    auto service = finishing();
    service.hear(Command::down, stopping, at(2s));
    service.hear(Command::once, stopping, at(2s));
    CHECK(service.exited(8, clean, with_finish, at(3s)) == launch);
    auto again = finishing();
    again.hear(Command::down, stopping, at(2s));
    again.hear(Command::up, stopping, at(2s));
    CHECK(again.exited(8, clean, with_finish, at(3s)) == launch);
}

TEST_CASE(
    "a finish that cannot be executed is passed by; one without a process is tried again") {
    auto service = running();
    service.exited(7, code(3), with_finish, at(2s));
    CHECK(service.start_failed(Script::finish, {true, {EAGAIN}}, with_finish, at(2s)) ==
          Orders{});
    CHECK(service.tick(at(3s)) == Orders{.run = {Script::finish}});
    CHECK(service.start_failed(Script::finish, {false, {EACCES}}, with_finish, at(3s)) ==
          launch);
}

TEST_CASE("stop runs after the last death") {
    auto service = running();
    service.hear(Command::down, to_stop, at(2s));
    CHECK(service.exited(7, clean, with_stop, at(2s)) ==
          Orders{.run = {Script::stop}, .changes = {Change::dead}, .announce = true});
    service.started(Script::stop, 9, only_run, at(2s));
    CHECK(service.target() == 9);
    CHECK(service.exited(9, code(1), with_stop, at(3s)) ==
          Orders{.changes = {Change::down}, .announce = true});
}

TEST_CASE("stop does not run while the service is to be started again") {
    CHECK(running().exited(7, clean, with_stop, at(2s)) == died_and_launch);
}

TEST_CASE("up that is heard during stop is obeyed after it, from the beginning") {
    auto service = running();
    service.hear(Command::down, to_stop, at(2s));
    service.exited(7, clean, with_stop, at(2s));
    service.started(Script::stop, 9, only_run, at(2s));
    CHECK(service.hear(Command::up, stopping, at(2s)) == tell);
    const auto orders = service.exited(9, clean, with_stop, at(3s));
    CHECK(orders == Orders{.launch = true, .changes = {Change::down}, .announce = true});
    CHECK(service.choose(with_start) == Script::start);
}

TEST_CASE("exit waits for finish and stop") {
    auto service = running();
    service.hear(Command::down, to_stop, at(2s));
    service.hear(Command::exit, to_stop, at(2s));
    auto both = with_stop;
    both.finish = true;
    CHECK_FALSE(service.exited(7, clean, both, at(2s)).leave);
    service.started(Script::finish, 8, only_run, at(2s));
    CHECK(service.exited(8, clean, both, at(2s)) ==
          Orders{.run = {Script::stop}, .announce = true});
    service.started(Script::stop, 9, only_run, at(2s));
    CHECK(service.exited(9, clean, both, at(2s)).leave);
}

TEST_CASE("with a notification descriptor it is ready once it says so") {
    auto service = running(Want::up, {.ready_by = {ReadyBy::Kind::descriptor, 3}});
    CHECK(service.state().phase == Phase::up);
    CHECK(service.state().ready == 0s);
    CHECK(service.ready(at(2s)) == Orders{.changes = {Change::ready}, .announce = true});
    CHECK(service.state().phase == Phase::ready);
    CHECK(service.state().ready == at(2s).wall);
    CHECK(service.ready(at(3s)) == Orders{});
    service.exited(7, clean, plain, at(4s));
    CHECK(service.ready(at(4s)) == Orders{});
    CHECK(service.state().ready == 0s);
}

TEST_CASE("with a check it is ready once that exits 0, tried once a second") {
    auto service = running(Want::up, {.ready_by = {ReadyBy::Kind::check}});
    CHECK(service.tick(noon) == Orders{.run = {Script::check}});
    service.started(Script::check, 9, only_run, noon);
    CHECK(service.exited(9, code(1), plain, at(10ms)) == tell);
    CHECK(service.state().last_check == LastExit{LastExit::Kind::code, 1, false});
    CHECK(service.tick(at(1s)) == Orders{});
    CHECK(service.tick(at(1010ms)) == Orders{.run = {Script::check}});
    service.started(Script::check, 10, only_run, at(1010ms));
    CHECK(service.exited(10, clean, plain, at(1020ms)).changes ==
          supervise::Changes{Change::ready});
    CHECK(service.deadline() == std::nullopt);
}

TEST_CASE("a check that hangs is killed and tried again") {
    auto service = running(Want::up, {.ready_by = {ReadyBy::Kind::check}});
    service.tick(noon);
    service.started(Script::check, 9, only_run, noon);
    CHECK(service.tick(at(5s)) == Orders{.kill_check = true});
    CHECK(service.checks().running() == 9);
    service.exited(9, killed_by(SIGKILL), plain, at(5s));
    CHECK(service.tick(at(6s)) == Orders{.run = {Script::check}});
}

TEST_CASE("a check of a process that is dead does not judge the next one") {
    auto service = running(Want::up, {.ready_by = {ReadyBy::Kind::check}});
    service.tick(noon);
    service.started(Script::check, 9, only_run, noon);
    service.exited(7, clean, plain, at(2s));
    service.started(Script::run, 11, {.ready_by = {ReadyBy::Kind::check}}, at(2s));
    CHECK(service.exited(9, clean, plain, at(3s)) == Orders{});
    CHECK(service.state().ready == 0s);
    CHECK(service.tick(at(3s)) == Orders{.run = {Script::check}});
    service.started(Script::check, 12, only_run, at(3s));
    CHECK(service.exited(12, clean, plain, at(3s)).changes ==
          supervise::Changes{Change::ready});
}

// Ready since noon, checked each ten seconds, and silent for five at most.
constexpr supervise::Checking each_ten{.interval = 10s, .within = 10s};

Service watched(Want want = Want::up) {
    auto service = running(want, {.ready_by = {ReadyBy::Kind::descriptor, 3},
                                  .checking = {.interval = 10s},
                                  .watchdog = 15s});
    service.ready(noon);
    return service;
}

// A check ends at that time, the service having said something just before.
Orders check_ends(Service& service, const Death& death, std::chrono::nanoseconds time) {
    service.said(15s, at(time));
    CHECK(service.tick(at(time)) == Orders{.run = {Script::check}});
    CHECK(service.checks().wants(each_ten));
    service.started(Script::check, 9, {.checking = each_ten}, at(time));
    return service.exited(9, death, plain, at(time));
}

// It failed three checks: 10, 20 and 30 seconds after noon.
Service unfit(Want want = Want::up) {
    auto service = watched(want);
    CHECK(check_ends(service, code(1), 10s) == tell);
    CHECK(check_ends(service, code(1), 20s) == tell);
    CHECK(check_ends(service, code(1), 30s) == Orders{.unfit = true, .announce = true});
    return service;
}

TEST_CASE(
    "checks go on once it is ready, and nothing is told while they find nothing new") {
    auto service = watched();
    CHECK(check_ends(service, clean, 10s) == tell);
    CHECK(check_ends(service, clean, 20s) == Orders{});
    CHECK(check_ends(service, code(1), 30s) == tell);
    CHECK(service.state().failed_checks == 1);
    CHECK(service.state().phase == Phase::ready);
    CHECK(check_ends(service, clean, 40s) == tell);
    CHECK(service.state().failed_checks == 0);
}

TEST_CASE("three failed checks: the reason, then as t, then KILL") {
    auto service = unfit();
    CHECK(service.state().reason.view() == "check failed 3 times: restarted");
    CHECK(service.state().failed_checks == 3);
    CHECK(service.restart({.signal = SIGINT, .kill_unfit_after = 2s}, at(30s)) ==
          Orders{.signals = {SIGTERM}, .announce = true});
    CHECK(service.state().phase == Phase::stopping);
    CHECK(service.state().want == Want::up);
    CHECK(service.state().kill_at == at(32s).wall);
    CHECK(service.deadline() == at(32s).steady);
    CHECK(service.tick(at(32s)) == Orders{.signals = {SIGKILL}});
    CHECK(service.exited(7, killed_by(SIGKILL), plain, at(32s)) == died_and_launch);
    service.started(Script::run, 8, only_run, at(32s));
    CHECK(service.state().reason.view() == "check failed 3 times: restarted");
    CHECK(service.state().failed_checks == 0);
}

TEST_CASE("one that is unfit is killed after a minute, or never, as the directory says") {
    auto service = unfit();
    service.restart(stopping, at(30s));
    CHECK(service.deadline() == at(90s).steady);
    auto other = unfit();
    other.restart({.kill_unfit_after = 0s}, at(30s));
    CHECK(other.deadline() == std::nullopt);
}

TEST_CASE("one that was wanted once and is unfit is ended, not restarted") {
    auto service = unfit(Want::once);
    CHECK(service.state().reason.view() == "check failed 3 times: ended");
    service.restart(stopping, at(30s));
    CHECK(service.exited(7, killed_by(SIGTERM), plain, at(31s)) == died_and_down);
}

TEST_CASE("one that is ended already is not restarted") {
    auto service = unfit();
    service.hear(Command::down, stopping, at(30s));
    CHECK(service.restart(stopping, at(30s)) == Orders{});
    CHECK(service.state().reason.view() == "none");
    auto dead = unfit();
    dead.exited(7, clean, plain, at(30s));
    CHECK(dead.restart(stopping, at(30s)) == Orders{});
}

TEST_CASE("d after a restart that hangs sends its own signal, and keeps the time of KILL") {
    auto service = unfit();
    service.restart({.kill_unfit_after = 5s}, at(30s));
    CHECK(service.hear(Command::down, {SIGINT, 60s}, at(31s)).signals ==
          supervise::SignalList{SIGINT, SIGCONT});
    CHECK(service.deadline() == at(35s).steady);
    CHECK(service.exited(7, clean, plain, at(33s)) == died_and_down);
}

TEST_CASE("whoever is silent for longer than the watchdog allows is unfit") {
    auto service = watched();
    service.said(20s, at(8s));
    CHECK(service.tick(at(10s)) == Orders{.run = {Script::check}});
    service.checks().wants({});
    CHECK(service.deadline() == at(28s).steady);
    CHECK(service.tick(at(28s)) == Orders{.unfit = true, .announce = true});
    CHECK(service.state().reason.view() == "watchdog: silent for 20 seconds: restarted");
    CHECK(service.restart(stopping, at(28s)).signals == supervise::SignalList{SIGTERM});
}

TEST_CASE("nobody is expected to speak before it is ready") {
    auto service =
        running(Want::up, {.ready_by = {ReadyBy::Kind::descriptor, 3}, .watchdog = 5s});
    CHECK(service.deadline() == std::nullopt);
    service.said(5s, at(1s));
    CHECK(service.deadline() == std::nullopt);
    service.ready(at(60s));
    CHECK(service.deadline() == at(65s).steady);
}

TEST_CASE("a watchdog needs a descriptor to listen at") {
    auto service =
        running(Want::up, {.ready_by = {ReadyBy::Kind::being_up}, .watchdog = 5s});
    CHECK(service.deadline() == std::nullopt);
}

TEST_CASE("who is paused is neither checked nor expected to speak") {
    auto service = watched();
    service.hear(Command::pause, stopping, at(1s));
    CHECK(service.deadline() == std::nullopt);
    service.said(15s, at(2s));
    CHECK(service.deadline() == std::nullopt);
    service.hear(Command::resume, stopping, at(100s));
    CHECK(service.deadline() == at(110s).steady);
    // A second `c` does not put off the check.
    service.hear(Command::resume, stopping, at(105s));
    CHECK(service.deadline() == at(110s).steady);
}

TEST_CASE("who is told to end is neither checked nor expected to speak") {
    auto service = watched();
    service.hear(Command::down, stopping, at(1s));
    CHECK(service.deadline() == std::nullopt);
    auto dead = watched();
    dead.exited(7, clean, plain, at(5s));
    dead.started(Script::run, 8, only_run, at(5s));
    CHECK(dead.deadline() == std::nullopt);
}

TEST_CASE(
    "an adopted service that is wanted down, and that nobody told so, is to be told") {
    supervise::State told;
    told.want = Want::down;
    told.ready = at(1s).wall;
    Service service(Want::up, at(100s), 1);
    CHECK_FALSE(service.down_due());
    service.adopt(Script::run, 7, told, at(0s).steady, 0s, {}, at(100s));
    CHECK(service.down_due());
    service.hear(Command::down, {.kill_after = 3s}, at(100s));
    CHECK_FALSE(service.down_due());
    CHECK(service.deadline() == at(103s).steady);
}

TEST_CASE("an adopted service is checked and watched on") {
    const Beginning directory{.ready_by = {ReadyBy::Kind::descriptor, 3},
                              .checking = {.interval = 10s},
                              .watchdog = 15s};
    const auto told = watched().state();
    auto service = service_wanted(Want::up);
    service.adopt(Script::run, 7, told, at(0s).steady, 0s, directory, at(100s));
    CHECK(service.deadline() == at(110s).steady);
    CHECK(service.checks().judged() == 7);
    CHECK(service.watchdog().deadline() == at(115s).steady);
    auto stopped = told;
    stopped.stop_sent = at(99s).wall;
    auto other = service_wanted(Want::up);
    other.adopt(Script::run, 7, stopped, at(0s).steady, 0s, directory, at(100s));
    CHECK(other.deadline() == std::nullopt);
}

TEST_CASE("what is remembered for the next program is recalled whole") {
    auto paused = running();
    paused.hear(Command::pause, stopping, noon);
    auto stopped = running();
    stopped.hear(Command::down, {SIGINT, 3s}, noon);
    auto checked = running(Want::up, {.ready_by = {ReadyBy::Kind::check}});
    checked.tick(noon);
    checked.started(Script::check, 9, only_run, noon);
    for (const auto& service : {waiting(), starting(), finishing(), paused, stopped,
                                checked, watched(), unfit()}) {
        supervise::Notes notes, again;
        service.remember(notes, "log-");
        auto next = service_wanted(Want::once);
        next.recall(supervise::Notes(notes.text()), "log-");
        next.remember(again, "log-");
        CHECK(again.text() == notes.text());
        CHECK(next.deadline() == service.deadline());
        CHECK(next.state().phase == service.state().phase);
        CHECK(next.target() == service.target());
    }
}

TEST_CASE("signals go to the group in the next program, too") {
    auto service = running();
    service.hear(Command::to_group, stopping, noon);
    supervise::Notes notes;
    service.remember(notes, "");
    auto next = service_wanted(Want::up);
    next.recall(notes, "");
    CHECK(next.hear(Command::hangup, stopping, noon).to_group);
}

TEST_CASE("notes of another version cannot be read") {
    CHECK(supervise::Notes().readable());
    CHECK_FALSE(supervise::Notes("lares supervise 0\n").readable());
    CHECK_FALSE(supervise::Notes("").readable());
}

TEST_CASE("what a start waits for is told until it is there, or a command comes") {
    auto service = service_wanted(Want::up);
    CHECK(service.begin() == launch);
    CHECK(service.postpone(at(1s).steady, noon, "listen: line 1") == tell);
    CHECK(service.state().phase == Phase::waiting);
    CHECK(service.state().reason.view() == "listen: line 1");
    CHECK(service.tick(at(1s)) == launch);
    service.postpone(at(2s).steady, at(1s), "listen: line 1");
    service.started(Script::run, 7, only_run, at(2s));
    CHECK(service.state().reason.view() == "none");

    auto other = service_wanted(Want::up);
    other.begin();
    other.postpone(at(1s).steady, noon, "listen: line 1");
    CHECK(other.hear(Command::down, stopping, noon).changes.begin()[0] == Change::down);
    CHECK(other.state().reason.view() == "none");
    CHECK(other.state().phase == Phase::down);
}

TEST_CASE("sockets are needed while the service is wanted or lives") {
    auto service = running();
    CHECK(service.needs_sockets());
    service.hear(Command::down, stopping, noon);
    CHECK(service.needs_sockets());
    service.hear(Command::up, stopping, noon);
    service.exited(7, clean, plain, at(2s));
    CHECK(service.needs_sockets());
    service.hear(Command::down, stopping, at(2s));
    CHECK_FALSE(service.needs_sockets());

    auto once = running();
    once.hear(Command::once, stopping, noon);
    CHECK(once.needs_sockets());
    once.exited(7, clean, with_finish, at(2s));
    CHECK_FALSE(once.needs_sockets());

    auto failing = running();
    failing.exited(7, code(100), with_finish, at(2s));
    CHECK_FALSE(failing.needs_sockets());

    auto leaving = running();
    leaving.hear(Command::exit, stopping, noon);
    CHECK(leaving.needs_sockets());
    leaving.exited(7, clean, plain, at(2s));
    CHECK_FALSE(leaving.needs_sockets());
}
