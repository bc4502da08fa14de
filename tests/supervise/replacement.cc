#include "supervise/replacement.h"

#include "tests/supervise/life.h"

using namespace life;
using supervise::Changes;
using supervise::Replacing;

namespace {

constexpr ReadyBy by_descriptor{ReadyBy::Kind::descriptor, 3};
constexpr ReadyBy by_check{ReadyBy::Kind::check, 0};
constexpr Replacing directory{false, by_descriptor, 60s};
constexpr Beginning speaks{.ready_by = by_descriptor};
constexpr Beginning checked{.ready_by = by_check};
constexpr Stopping killed_after_3s{.kill_after = 3s};
constexpr Aftermath modern{.modern = true};

// Up and ready with pid 7 since noon.
Service ready_service(const Beginning& beginning = speaks, Want want = Want::up) {
    Service service(want, noon, 1);
    service.started(Script::run, 7, beginning, noon);
    service.ready(noon);
    return service;
}

// 10 s later it was told `r`, and pid 8 gets ready.
Service trying(const Beginning& beginning = speaks, Want want = Want::up) {
    auto service = ready_service(beginning, want);
    CHECK(service.replace({false, beginning.ready_by, 60s}) == Orders{.replace = true});
    CHECK(service.started(Script::replacement, 8, beginning, at(10s)) ==
          Orders{.changes = {Change::replacing}, .announce = true});
    return service;
}

// Another second later pid 8 is ready, and pid 7 has been told to end.
Service handing_over() {
    auto service = trying();
    CHECK(service.replacement_ready(at(11s)) ==
          Orders{.hand_over = true, .announce = true});
    CHECK(service.hand_over(killed_after_3s, at(11s)) ==
          Orders{.signals = {SIGTERM, SIGCONT}, .announce = true});
    return service;
}

Orders heard(Service& service, Command command, std::chrono::nanoseconds time = 12s) {
    return service.hear(command, killed_after_3s, at(time));
}

std::string_view reason(const Service& service) {
    static supervise::State state;
    state = service.state();
    return state.reason;
}

}  // namespace

TEST_CASE("replace: a second process beside the first, which stays as it is") {
    const auto service = trying();
    CHECK(service.status().pid == 7);
    CHECK(service.state().phase == Phase::ready);
    CHECK(service.state().starts == 1);
    CHECK(service.state().next.pid == 8);
    CHECK(service.state().next.since == at(10s).wall);
    CHECK(service.state().next.ready == 0s);
    CHECK(service.state().next.until == at(70s).wall);
    CHECK(service.deadline() == at(70s).steady);
    CHECK(service.knows(8));
    CHECK(service.script_of(8) == Script::replacement);
    CHECK(service.target() == 7);
}

TEST_CASE("once the new process is ready the old one is told to end as by down") {
    const auto service = handing_over();
    CHECK(service.status().pid == 7);
    CHECK(service.status().want == Want::up);
    CHECK(service.state().phase == Phase::ready);
    CHECK(service.state().stop_sent == at(11s).wall);
    CHECK(service.state().next.ready == at(11s).wall);
    CHECK(service.state().kill_at == at(14s).wall);
    CHECK(service.deadline() == at(14s).steady);
    auto other = trying();
    other.replacement_ready(at(11s));
    CHECK(other.hand_over({.signal = SIGINT}, at(11s)).signals ==
          supervise::SignalList{SIGINT, SIGCONT});
    CHECK(other.state().stop_signal == SIGINT);
}

TEST_CASE("an old process that does not end is killed, and it alone") {
    auto service = handing_over();
    CHECK(service.tick(at(14s)) == Orders{.signals = {SIGKILL}});
}

TEST_CASE("when the old process is dead the new one is the service's") {
    auto service = handing_over();
    CHECK(service.exited(7, code(0), modern, at(12s)) ==
          Orders{.inherit = true,
                 .changes = {Change::dead, Change::starting, Change::up, Change::ready,
                             Change::replaced},
                 .announce = true});
    CHECK(service.status() ==
          supervise::Status{base::tai64n(at(10s).wall), 8, false, Want::up});
    const auto state = service.state();
    CHECK(state.phase == Phase::ready);
    CHECK(state.ready == at(11s).wall);
    CHECK(state.starts == 2);
    CHECK(state.deaths_in_a_row == 0);
    CHECK(state.last_exit == LastExit{LastExit::Kind::code, 0, false});
    CHECK(state.last_run == 12s);
    CHECK(state.stop_sent == 0s);
    CHECK(state.next.pid == 0);
    CHECK(service.deadline() == std::nullopt);
    CHECK(service.exited(8, code(0), modern, at(20s)).launch);
}

TEST_CASE("an old process that lived for less than a second died no young death") {
    Service service(Want::up, noon, 1);
    service.started(Script::run, 7, speaks, noon);
    service.replace(directory);
    service.started(Script::replacement, 8, speaks, noon);
    service.replacement_ready(noon);
    service.hand_over(killed_after_3s, noon);
    service.exited(7, killed_by(SIGTERM), modern, at(10ms));
    CHECK(service.state().deaths_in_a_row == 0);
}

TEST_CASE("finish runs for the old process while the new one is the service's already") {
    auto service = handing_over();
    CHECK(service.exited(7, code(3), with_finish, at(12s)).run ==
          supervise::Few<Script, 2>{Script::farewell});
    CHECK(service.farewell().departed() == 7);
    CHECK(service.farewell().exit().number == 3);
    CHECK(service.state().phase == Phase::ready);
    service.started(Script::farewell, 9, speaks, at(12s));
    CHECK(service.script_of(9) == Script::farewell);
    CHECK(service.deadline() == at(17s).steady);
    CHECK(service.tick(at(17s)) == Orders{.kill = 9});
    CHECK(service.exited(9, code(125), with_finish, at(17s)) == Orders{});
    CHECK(service.state().phase == Phase::ready);
    CHECK_FALSE(service.knows(9));
}

TEST_CASE("finish for the old process is tried again where there is no room for it") {
    auto service = handing_over();
    service.exited(7, code(3), with_finish, at(12s));
    service.start_failed(Script::farewell, {true, {EAGAIN}}, with_finish, at(12s));
    CHECK(service.tick(at(13s)).run == supervise::Few<Script, 2>{Script::farewell});
    service.start_failed(Script::farewell, {false, {EACCES}}, with_finish, at(13s));
    CHECK_FALSE(service.farewell().under_way());
}

TEST_CASE("what comes after the new process's death waits for finish of the old one") {
    auto service = handing_over();
    service.exited(7, code(0), with_finish, at(12s));
    service.started(Script::farewell, 9, speaks, at(12s));
    CHECK(service.exited(8, code(1), with_finish, at(13s)) ==
          Orders{.changes = {Change::dead}, .announce = true});
    CHECK(service.state().phase == Phase::finishing);
    CHECK(service.exited(9, code(0), with_finish, at(14s)).run ==
          supervise::Few<Script, 2>{Script::finish});
    service.started(Script::finish, 10, speaks, at(14s));
    CHECK(service.exited(10, code(0), with_finish, at(14s)).launch);

    auto other = handing_over();
    other.exited(7, code(0), with_finish, at(12s));
    other.started(Script::farewell, 9, speaks, at(12s));
    CHECK_FALSE(other.exited(8, code(1), modern, at(13s)).launch);
    CHECK(other.exited(9, code(0), modern, at(14s)).launch);
}

TEST_CASE("a new process that dies before it is ready changes nothing for the old one") {
    auto service = trying();
    CHECK(service.exited(8, code(3), with_finish, at(11s)) ==
          Orders{.changes = {Change::kept}, .announce = true});
    CHECK(reason(service) ==
          "replacement exited with code 3 before it was ready: the old process stays");
    CHECK(service.status().pid == 7);
    CHECK(service.state().phase == Phase::ready);
    CHECK(service.state().starts == 1);
    CHECK(service.state().next.pid == 0);
    CHECK(service.deadline() == std::nullopt);
    auto killed = trying();
    killed.exited(8, killed_by(SIGSEGV), modern, at(11s));
    CHECK(reason(killed) ==
          "replacement was killed by signal 11 before it was ready: the old process stays");
}

TEST_CASE("a new process that is not ready in time is killed, and the old one stays") {
    auto service = trying();
    CHECK(service.tick(at(69s)) == Orders{});
    CHECK(service.tick(at(70s)) == Orders{.kill = 8, .announce = true});
    CHECK(reason(service) ==
          "replacement was not ready in 60 seconds: the old process stays");
    CHECK(service.replacement_ready(at(70s)) == Orders{});
    CHECK(service.exited(8, killed_by(SIGKILL), modern, at(70s)) ==
          Orders{.changes = {Change::kept}, .announce = true});
    CHECK(reason(service) ==
          "replacement was not ready in 60 seconds: the old process stays");
    CHECK(service.state().phase == Phase::ready);
    CHECK(service.deadline() == std::nullopt);
}

TEST_CASE("a new process has as long as it likes where its time is no limit") {
    auto service = ready_service();
    service.replace({false, by_descriptor, 0s});
    service.started(Script::replacement, 8, speaks, at(10s));
    CHECK(service.deadline() == std::nullopt);
    CHECK(service.state().next.until == 0s);
}

TEST_CASE("a new process that cannot be started leaves the old one as it is") {
    for (const bool fork : {false, true}) {
        auto service = ready_service();
        service.replace(directory);
        CHECK(
            service.start_failed(Script::replacement, {fork, {ENOENT}}, modern, at(10s)) ==
            Orders{.changes = {Change::kept}, .announce = true});
        CHECK(reason(service) ==
              "replacement was not started: file does not exist: the old process stays");
        CHECK(service.state().phase == Phase::ready);
        CHECK(service.state().exec_error == base::Errno{});
        CHECK(service.replace(directory).replace);
    }
}

TEST_CASE("a new process that dies after it was ready: the old one is started again") {
    auto service = handing_over();
    CHECK(service.exited(8, code(1), modern, at(12s)).changes == Changes{Change::kept});
    CHECK(reason(service) ==
          "replacement exited with code 1 before the old process was dead");
    CHECK(service.exited(7, code(0), modern, at(13s)) ==
          Orders{.launch = true, .changes = {Change::dead}, .announce = true});
}

TEST_CASE("where the old process dies by itself the new one is the service's at once") {
    auto service = trying();
    const auto orders = service.exited(7, killed_by(SIGSEGV), with_finish, at(11s));
    CHECK(orders ==
          Orders{.inherit = true,
                 .run = {Script::farewell},
                 .changes = {Change::dead, Change::starting, Change::up, Change::replaced},
                 .announce = true});
    CHECK(service.status().pid == 8);
    CHECK(service.state().phase == Phase::up);
    CHECK(service.state().starts == 2);
    service.started(Script::farewell, 9, speaks, at(11s));
    service.exited(9, code(0), with_finish, at(11s));
    CHECK(service.deadline() == std::nullopt);
    CHECK(service.ready(at(12s)).changes == Changes{Change::ready});
}

TEST_CASE("an old process that fails for good does not fail the new one") {
    auto service = trying();
    CHECK(service.exited(7, code(100), modern, at(11s)).inherit);
    CHECK(service.state().failed_by.view() == "none");
    CHECK(service.status().want == Want::up);
}

TEST_CASE("a new process of a service that was started once is not started again") {
    auto service = trying(speaks, Want::once);
    service.exited(7, code(0), modern, at(11s));
    CHECK(service.exited(8, code(0), modern, at(20s)) ==
          Orders{.changes = {Change::dead, Change::down}, .announce = true});
}

TEST_CASE("a check makes the new process ready, and none of the old one's does") {
    Service service(Want::up, noon, 1);
    service.started(Script::run, 7, checked, noon);
    service.replace({false, by_check, 60s});
    service.started(Script::replacement, 8, checked, at(10s));
    CHECK(service.tick(at(10s)).run == supervise::Few<Script, 2>{Script::check});
    service.started(Script::check, 20, checked, at(10s));
    CHECK(service.tick(at(10s)).run == supervise::Few<Script, 2>{Script::trial});
    service.started(Script::trial, 21, checked, at(10s));
    CHECK(service.script_of(21) == Script::trial);
    CHECK(service.replacement().checks().judged() == 8);
    CHECK_FALSE(service.exited(20, code(0), modern, at(10s)).hand_over);
    CHECK(service.exited(21, code(1), modern, at(10s)) == Orders{});
    CHECK(service.tick(at(11s)).run == supervise::Few<Script, 2>{Script::trial});
    service.started(Script::trial, 22, checked, at(11s));
    CHECK(service.tick(at(16s)) == Orders{.kill = 22});
    service.exited(22, killed_by(SIGKILL), modern, at(16s));
    service.tick(at(17s));
    service.started(Script::trial, 23, checked, at(17s));
    CHECK(service.exited(23, code(0), modern, at(17s)) ==
          Orders{.hand_over = true, .announce = true});
}

TEST_CASE("a new process that is the service's before it is ready is checked on") {
    auto service = trying(checked);
    service.tick(at(10s));
    service.started(Script::trial, 21, checked, at(10s));
    service.exited(7, code(0), modern, at(11s));
    CHECK(service.checks().judged() == 8);
    CHECK(service.exited(21, code(0), modern, at(11s)) == Orders{});
    CHECK(service.tick(at(11s)).run == supervise::Few<Script, 2>{Script::check});
}

TEST_CASE("replace is refused, with the reason, where there is nothing to go by") {
    const auto refused = Orders{.changes = {Change::kept}, .announce = true};
    auto service = ready_service();
    CHECK(service.replace({false, {}, 60s}) == refused);
    CHECK(reason(service) == "not replaced: there is neither notification-fd nor check");
    CHECK(service.replace({true, {}, 60s}) == refused);
    CHECK(reason(service) == "a logger is not replaced");
    heard(service, Command::up);
    CHECK(reason(service) == "none");
    heard(service, Command::down);
    CHECK(service.replace(directory) == refused);
    CHECK(reason(service) == "not replaced: the service is to end");
    service.exited(7, code(0), modern, at(13s));
    CHECK(service.replace(directory) == refused);
    CHECK(reason(service) == "nothing to replace: run does not run");
    auto leaving = ready_service();
    heard(leaving, Command::exit);
    CHECK(leaving.replace(directory) == refused);
}

TEST_CASE("replace is refused while finish still runs for the process before") {
    auto service = handing_over();
    service.exited(7, code(0), with_finish, at(12s));
    service.started(Script::farewell, 9, speaks, at(12s));
    service.replace(directory);
    CHECK(reason(service) == "not replaced: finish still runs for the process before");
    service.exited(9, code(0), with_finish, at(14s));
    CHECK(service.replace(directory).replace);
    CHECK(reason(service) == "none");
}

TEST_CASE("a second replace is ignored while a replacement is under way") {
    auto service = trying();
    CHECK(service.replace(directory) == Orders{});
    CHECK(service.replace({false, {}, 60s}) == Orders{});
    CHECK(reason(service) == "none");
    auto late = handing_over();
    CHECK(late.replace(directory) == Orders{});
}

TEST_CASE("signals are for the old process, and so are pause and continue") {
    auto service = trying();
    CHECK(heard(service, Command::hangup) == Orders{.signals = {SIGHUP}});
    CHECK(heard(service, Command::terminate) == Orders{.signals = {SIGTERM}});
    CHECK(heard(service, Command::pause) == Orders{.signals = {SIGSTOP}, .announce = true});
    service.exited(7, killed_by(SIGTERM), modern, at(12s));
    CHECK_FALSE(service.status().paused);
}

TEST_CASE("down ends both, with KILL for each, and nothing is left") {
    auto service = trying();
    CHECK(heard(service, Command::down) ==
          Orders{.signals = {SIGTERM, SIGCONT}, .to_both = true, .announce = true});
    CHECK(service.state().next.until == 0s);
    CHECK(service.replacement_ready(at(12s)) == Orders{});
    CHECK(service.tick(at(15s)) == Orders{.signals = {SIGKILL}});
    CHECK(service.tick(at(15s)) == Orders{.kill = 8});
    CHECK(service.exited(8, killed_by(SIGKILL), modern, at(15s)) ==
          Orders{.changes = {Change::kept}, .announce = true});
    CHECK(service.exited(7, killed_by(SIGKILL), modern, at(15s)) ==
          Orders{.changes = {Change::dead, Change::down}, .announce = true});
}

TEST_CASE("a service that is to be down is not down before its replacement is dead") {
    auto service = trying();
    heard(service, Command::down);
    CHECK(service.exited(7, code(0), modern, at(13s)) ==
          Orders{.changes = {Change::dead}, .announce = true});
    CHECK(service.state().phase == Phase::finishing);
    CHECK(service.status().pid == 0);
    CHECK(heard(service, Command::down, 14s) ==
          Orders{.signals = {SIGTERM, SIGCONT}, .to_both = true, .announce = true});
    CHECK(service.deadline() == at(15s).steady);
    CHECK(service.exited(8, code(0), modern, at(14s)) ==
          Orders{.changes = {Change::kept, Change::down}, .announce = true});
}

TEST_CASE("down after the new process was ready ends both all the same") {
    auto service = handing_over();
    CHECK(heard(service, Command::down) ==
          Orders{.signals = {SIGTERM, SIGCONT}, .to_both = true, .announce = true});
    CHECK_FALSE(service.exited(7, code(0), modern, at(13s)).inherit);
    CHECK(service.exited(8, code(0), modern, at(13s)).changes ==
          Changes{Change::kept, Change::down});
}

TEST_CASE("down and up during a replacement: both end, and one is started") {
    auto service = trying();
    heard(service, Command::down);
    heard(service, Command::up);
    CHECK_FALSE(service.exited(7, code(0), modern, at(13s)).launch);
    CHECK(service.exited(8, code(0), modern, at(13s)).launch);
}

TEST_CASE("kill reaches both, and one is started again") {
    auto service = trying();
    CHECK(heard(service, Command::kill) == Orders{.signals = {SIGKILL}, .to_both = true});
    service.exited(8, killed_by(SIGKILL), modern, at(12s));
    CHECK(service.exited(7, killed_by(SIGKILL), modern, at(12s)).launch);
}

TEST_CASE("exit during a replacement: the new process is the last one") {
    auto service = trying();
    CHECK(heard(service, Command::exit) == Orders{.announce = true});
    service.replacement_ready(at(13s));
    service.hand_over(killed_after_3s, at(13s));
    CHECK_FALSE(service.exited(7, code(0), modern, at(14s)).leave);
    CHECK(service.status().pid == 8);
    CHECK(service.exited(8, code(0), modern, at(20s)).leave);
}

TEST_CASE("down and exit during a replacement: supervise leaves when both are dead") {
    auto service = trying();
    heard(service, Command::down);
    heard(service, Command::exit);
    CHECK_FALSE(service.exited(7, code(0), modern, at(13s)).leave);
    CHECK(service.exited(8, code(0), modern, at(13s)).leave);
}

TEST_CASE("a replacement is remembered for the next program in each of its stages") {
    auto ending = trying();
    heard(ending, Command::down);
    auto saying_farewell = handing_over();
    saying_farewell.exited(7, code(3), with_finish, at(12s));
    saying_farewell.started(Script::farewell, 9, speaks, at(12s));
    for (const auto& service :
         {trying(), trying(checked), handing_over(), ending, saying_farewell}) {
        supervise::Notes notes, again;
        service.remember(notes, "");
        Service next(Want::once, noon, 1);
        CHECK(next.recall(supervise::Notes(notes.text()), ""));
        next.remember(again, "");
        CHECK(again.text() == notes.text());
        CHECK(next.deadline() == service.deadline());
        CHECK(next.state().next.pid == service.state().next.pid);
        for (const pid_t pid : {7, 8, 9}) CHECK(next.knows(pid) == service.knows(pid));
    }
}

TEST_CASE("a replacement is adopted as far as it was: its time goes on") {
    auto state = trying().state();
    const auto newcomer = state.next;
    Service service(Want::up, at(30s), 1);
    service.adopt(Script::run, 7, state, noon.steady, 0s, speaks, at(30s));
    service.adopt_replacement(newcomer, speaks, 60s, false, at(10s).steady, at(30s));
    CHECK(service.state().next.pid == 8);
    CHECK(service.state().next.since == at(10s).wall);
    CHECK(service.deadline() == at(70s).steady);
    CHECK(service.exited(7, code(0), modern, at(31s)).inherit);
    CHECK(service.status().since == base::tai64n(at(10s).wall));
}

TEST_CASE("a replacement that was ready is adopted as such, and the old one told to end") {
    const auto state = trying().state();
    auto newcomer = state.next;
    newcomer.ready = at(11s).wall;
    newcomer.until = 0s;
    Service service(Want::up, at(30s), 1);
    service.adopt(Script::run, 7, state, noon.steady, 0s, speaks, at(30s));
    service.adopt_replacement(newcomer, speaks, 60s, true, at(10s).steady, at(30s));
    CHECK(service.hand_over_due());
    CHECK(service.hand_over(killed_after_3s, at(30s)).signals ==
          supervise::SignalList{SIGTERM, SIGCONT});
    CHECK_FALSE(service.hand_over_due());
    CHECK(service.exited(7, code(0), modern, at(31s)).changes ==
          Changes{Change::dead, Change::starting, Change::up, Change::ready,
                  Change::replaced});
}

TEST_CASE("a replacement of a service that is to end is adopted as one that is to end") {
    auto stopped = trying();
    heard(stopped, Command::down);
    const auto state = stopped.state();
    Service service(Want::down, at(13s), 1);
    service.adopt(Script::run, 7, state, noon.steady, 0s, speaks, at(13s));
    service.adopt_replacement(state.next, speaks, 60s, false, at(10s).steady, at(13s));
    CHECK(service.deadline() == at(15s).steady);
    CHECK_FALSE(service.exited(7, code(0), modern, at(14s)).inherit);
    CHECK(service.exited(8, code(0), modern, at(14s)).changes ==
          Changes{Change::kept, Change::down});
}
