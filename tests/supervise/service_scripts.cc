#include "tests/supervise/life.h"

using namespace life;

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
    CHECK(service.state().failed_exit == code(1).exit);
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
    CHECK(service.state().failed_exit == code(125).exit);
    CHECK(service.state().last_exit == code(3).exit);
    service.hear(Command::up, stopping, at(4s));
    CHECK(service.state().failed_exit == LastExit{});
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
