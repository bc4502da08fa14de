#include "tests/supervise/life.h"

using namespace life;

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
