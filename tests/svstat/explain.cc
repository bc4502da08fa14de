#include "svstat/explain.h"

#include <string>

#include "tests/catch.h"

using std::chrono::seconds;
using supervise::LastExit;
using supervise::Phase;
using supervise::ReadyBy;
using supervise::State;
using supervise::Want;
using svstat::Absence;
using svstat::Facts;
using svstat::Told;

namespace {

constexpr State::Time noon = seconds(1'000'000);

State in(Phase phase) {
    State state;
    state.phase = phase;
    state.want = Want::up;
    state.since = noon - seconds(12);
    state.failed_by = base::Text<16>("none");
    return state;
}

Facts facts(const State& state, std::string obstacle = {}) {
    Facts facts;
    facts.now = noon;
    facts.service = Told{state, {}, std::move(obstacle)};
    return facts;
}

// What is said first, without the blanks before it.
std::string first(const Facts& facts) {
    const auto text = svstat::explain(facts);
    REQUIRE(text.starts_with("    "));
    return text.substr(4, text.find('\n') - 4);
}

bool says(const Facts& facts, const std::string& line) {
    return svstat::explain(facts).find("    " + line + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE("a script that cannot be executed: why, and when it is tried again") {
    auto state = in(Phase::waiting);
    state.exec_error = {EACCES};
    state.exec_path = base::Text<32>("run");
    state.next_start = noon + seconds(1);
    CHECK(first(facts(state, "run: access denied (mode 0644)")) ==
          "run: access denied (mode 0644), next start in 1 second");
    CHECK(first(facts(state)) ==
          "run: access denied when it was last tried, next start in 1 second");
}

TEST_CASE("under a supervise that tells no more than its status, what is in the way") {
    Facts found;
    found.obstacle = "run: access denied (mode 0644)";
    CHECK(svstat::explain(found) == "    run: access denied (mode 0644)\n");
    found.sight.step = svstat::Sight::Step::ok;
    CHECK(svstat::explain(found).empty());
}

TEST_CASE("sockets that cannot be had: which, why, and when they are tried again, once") {
    auto state = in(Phase::waiting);
    state.last_exit = {LastExit::Kind::signal, 9, false};
    state.next_start = noon + seconds(1);
    state.reason = base::Text<127>("listen: line 2: no numeric address");
    const std::string line = "listen: line 2: no numeric address, next start in 1 second";
    CHECK(first(facts(state)) == line);
    CHECK(first(facts(state, std::string(state.reason.view()))) == line);
    CHECK_FALSE(says(facts(state, std::string(state.reason.view())),
                     std::string(state.reason.view())));
}

TEST_CASE("a service that keeps dying: how, how young, how often, and when it is next") {
    auto state = in(Phase::waiting);
    state.last_exit = {LastExit::Kind::signal, 9, false};
    state.last_run = seconds(2);
    state.deaths_in_a_row = 4;
    state.next_start = noon + std::chrono::milliseconds(7100);
    CHECK(first(facts(state)) ==
          "killed by signal 9 after 2 seconds, 4 times in a row, next start in 8 seconds");
    state.last_exit = {LastExit::Kind::code, 1, false};
    state.deaths_in_a_row = 1;
    state.last_run = std::chrono::milliseconds(45);
    state.next_start = noon - seconds(1);
    CHECK(first(facts(state)) == "exited with code 1 after 0.04 seconds, next start now");
}

TEST_CASE("not ready: what it waits for, and since when") {
    auto state = in(Phase::up);
    state.ready_by = {ReadyBy::Kind::descriptor, 3};
    CHECK(first(facts(state)) ==
          "not ready: waits for a newline on descriptor 3 since 12 seconds");
    state.ready_by = {ReadyBy::Kind::check, 0};
    CHECK(first(facts(state)) == "not ready: waits for check since 12 seconds");
    state.last_check = {LastExit::Kind::code, 7, false};
    CHECK(first(facts(state)) ==
          "not ready: check fails (exited with code 7) since 12 seconds");
}

TEST_CASE("not ready: why check cannot be executed") {
    auto state = in(Phase::up);
    state.ready_by = {ReadyBy::Kind::check, 0};
    state.last_check = {LastExit::Kind::code, 7, false};
    auto found = facts(state);
    found.unready = "check: access denied (mode 0644)";
    CHECK(first(found) == "not ready: check: access denied (mode 0644) since 12 seconds");
}

TEST_CASE("ready: how check fails, and how often") {
    auto state = in(Phase::ready);
    state.failed_checks = 1;
    state.last_check = {LastExit::Kind::code, 7, false};
    CHECK(first(facts(state)) == "check fails (exited with code 7)");
    state.failed_checks = 2;
    CHECK(first(facts(state)) == "check fails (exited with code 7), 2 times in a row");
}

TEST_CASE("stopping: which signal, when it was sent, and when KILL follows") {
    auto state = in(Phase::stopping);
    state.stop_sent = noon - seconds(7);
    CHECK(first(facts(state)) == "stopping: TERM sent 7 seconds ago, no KILL follows");
    state.kill_at = noon + seconds(3);
    CHECK(first(facts(state)) == "stopping: TERM sent 7 seconds ago, KILL in 3 seconds");
    state.kill_at = noon - seconds(1);
    state.stop_signal = SIGQUIT;
    CHECK(first(facts(state)) == "stopping: QUIT sent 7 seconds ago, KILL 1 second ago");
    auto found = facts(state);
    found.service->has_stand_in = true;
    CHECK(first(found) ==
          "stopping: control/t run for QUIT 7 seconds ago, KILL 1 second ago");
}

TEST_CASE("what runs before and after it is named") {
    CHECK(first(facts(in(Phase::starting))) == "starting: start runs");
    auto finishing = facts(in(Phase::finishing));
    finishing.service->state.last_exit = {LastExit::Kind::code, 0, false};
    finishing.has_finish = true;
    CHECK(first(finishing) == "finishing: finish runs, exited with code 0 12 seconds ago");
    finishing.has_stop = true;
    CHECK(first(finishing) ==
          "finishing: finish or stop runs, exited with code 0 12 seconds ago");
    CHECK(first(facts(in(Phase::started))) == "start has succeeded, and there is no run");
    auto paused = facts(in(Phase::paused));
    CHECK(first(paused) == "paused: svc -c continues it");
    paused.service->is_logger = true;
    CHECK(first(paused) == "paused: svc -Lc continues it");
}

TEST_CASE("failed for good: which script, and how it ended") {
    auto state = in(Phase::failed);
    state.failed_by = base::Text<16>("run");
    state.failed_exit = {LastExit::Kind::code, 100, false};
    CHECK(first(facts(state)) ==
          "failed for good: run exited with code 100, not started again until svc -u");
    state.failed_by = base::Text<16>("start");
    state.failed_exit = {LastExit::Kind::signal, 9, false};
    CHECK(first(facts(state)) ==
          "failed for good: start killed by signal 9, not started again until svc -u");
    state.failed_exit = {};
    CHECK(first(facts(state)) ==
          "failed for good: start cannot be executed, not started again until svc -u");
}

TEST_CASE("down: by the file, by a command, or since it was started once") {
    auto state = in(Phase::down);
    state.want = Want::down;
    auto down = facts(state);
    CHECK(first(down) == "not wanted up: svc -u starts it");
    down.sight.normally_up = false;
    CHECK(first(down) == "the file down keeps it from being started: svc -u starts it");
    state.want = Want::once;
    state.starts = 1;
    CHECK(first(facts(state)) == "started once, and not again: svc -u starts it");
    auto logger = facts(state);
    logger.service->is_logger = true;
    CHECK(first(logger) == "started once, and not again: svc -Lu starts it");
}

TEST_CASE("what waits in the pipe to the logger, and whether there is room for more") {
    auto told = facts(in(Phase::ready));
    told.backlog = svstat::Backlog{65536, true};
    CHECK(first(told) == "blocked on its logger: 65536 bytes wait in the pipe");
    told.backlog = svstat::Backlog{10, false};
    CHECK(first(told) == "10 bytes wait in the pipe to its logger");
    told.backlog = svstat::Backlog{0, false};
    CHECK(first(told) == "0 starts");
}

TEST_CASE("what a dead run left behind") {
    auto told = facts(in(Phase::ready));
    told.left = 2;
    CHECK(first(told) == "2 processes are left of its group");
    told.left = 1;
    CHECK(first(told) == "1 process is left of its group");
}

TEST_CASE("the history, and what the process uses now") {
    auto state = in(Phase::ready);
    state.starts = 5;
    state.last_exit = {LastExit::Kind::code, 1, false};
    state.last_run = seconds(3);
    state.last_user = std::chrono::milliseconds(120);
    state.last_maxrss = 4300;
    auto told = facts(state);
    CHECK(
        says(told,
             "5 starts, last exit code 1 after 3 seconds with 0.12 seconds of CPU and 4300 "
             "KiB"));
    told.service->state.last_exit = {LastExit::Kind::signal, 11, true};
    CHECK(says(told,
               "5 starts, last killed by signal 11 (core dumped) after 3 seconds with 0.12 "
               "seconds of CPU and 4300 KiB"));
    told.service->usage =
        svstat::Usage{std::chrono::milliseconds(600), 1 << 20, 2, std::uint64_t{7}};
    CHECK(says(told, "uses 5.0 % of a CPU, 1024 KiB of memory, 7 descriptors, 2 threads"));
    told.service->usage->descriptors.reset();
    CHECK(says(told, "uses 5.0 % of a CPU, 1024 KiB of memory, 2 threads"));
}

TEST_CASE("the logger has lines of its own") {
    auto told = facts(in(Phase::ready));
    auto log = in(Phase::waiting);
    log.last_exit = {LastExit::Kind::code, 111, false};
    log.next_start = noon + seconds(1);
    told.logger = Told{log, {}, {}};
    CHECK(says(told, "log: waiting"));
    CHECK(says(told, "log: exited with code 111 after 0 seconds, next start in 1 second"));
}

TEST_CASE("no supervise: what may be the matter") {
    Facts told;
    told.absence = Absence{};
    CHECK(svstat::explain(told).empty());
    told.absence = Absence{true, {EROFS}, 12, Absence::Scanner::none, 0, 13};
    told.obstacle = "run: file does not exist";
    CHECK(svstat::explain(told) ==
          "    supervise/ is missing: no supervise ever ran here\n"
          "    supervise/: read-only file system\n"
          "    supervise/lock is held by pid 12\n"
          "    its last process, pid 13, still runs\n"
          "    no svscan has this directory\n"
          "    run: file does not exist\n");
    told.absence = Absence{false, {}, 0, Absence::Scanner::present, 5, 0};
    CHECK(first(told) == "svscan, pid 5, has this directory");
}

TEST_CASE("a terminal is told nothing that it would obey") {
    CHECK(first(facts(in(Phase::waiting), "run: its interpreter /\x1b[2J\x07\x7f: gone")) ==
          "run: its interpreter /?[2J??: gone, next start now");
    // Eight bits have controls of their own, and umlauts share their bytes.
    CHECK(first(facts(in(Phase::waiting),
                      "run: its interpreter /\u009b2J\u009c\u00df\u00db: gone")) ==
          "run: its interpreter /\xc2?2J\xc2?\u00df\u00db: gone, next start now");
}

TEST_CASE("times of a damaged state are words all the same") {
    auto state = in(Phase::stopping);
    state.stop_sent = State::Time::max();
    state.kill_at = State::Time::min();
    state.last_run = State::Time::min();
    state.starts = ~std::uint64_t{0};
    state.last_exit = {LastExit::Kind::signal, -2147483647, true};
    CHECK_FALSE(svstat::explain(facts(state)).empty());
    state.phase = Phase::waiting;
    state.next_start = State::Time::max();
    CHECK_FALSE(svstat::explain(facts(state)).empty());
}

TEST_CASE("a state with any byte changed is told of or is none") {
    auto state = in(Phase::waiting);
    state.birth = base::Text<80>("boot:1");
    state.exec_error = {ENOEXEC};
    state.exec_path = base::Text<32>("run");
    state.next_start = noon + seconds(3);
    supervise::StateText whole("supervise 1\n");
    supervise::encode(state, "", whole);
    supervise::encode(state, "log-", whole);
    std::uint32_t number = 1;
    int told = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string text(whole.view());
        number = number * 1664525 + 1013904223;
        text[at] = static_cast<char>(number >> 24);
        Facts changed;
        changed.now = noon;
        changed.text = text;
        if (const auto read = supervise::decode(text, ""))
            changed.service = Told{*read, {}, {}};
        if (const auto read = supervise::decode(text, "log-"))
            changed.logger = Told{*read, {}, {}};
        if (changed.service || changed.logger) ++told;
        CHECK(svstat::explain(changed).find('\0') == std::string::npos);
    }
    CHECK(told > 0);
}

TEST_CASE("a replacement: who it is, whether it is ready, when it is given up") {
    auto state = in(Phase::ready);
    state.next.pid = 8;
    state.next.since = noon - seconds(3);
    CHECK(says(facts(state), "being replaced: pid 8 is not ready since 3 seconds"));
    state.next.until = noon + seconds(57);
    CHECK(
        says(facts(state),
             "being replaced: pid 8 is not ready since 3 seconds, given up in 57 seconds"));
    state.next.ready = state.stop_sent = noon - seconds(1);
    state.kill_at = noon + seconds(2);
    CHECK(
        says(facts(state),
             "being replaced: pid 8 is ready; TERM sent 1 second ago, KILL in 2 seconds"));
}
