#include "tests/supervise/life.h"

using namespace life;

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
    CHECK(failed.state().failed_exit == code(100).exit);
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
