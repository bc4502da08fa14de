#include "tests/supervise/life.h"

using namespace life;

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
