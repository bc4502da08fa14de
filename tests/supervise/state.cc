#include "supervise/state.h"

#include <signal.h>

#include <limits>
#include <string>

#include "tests/catch.h"

using namespace std::chrono_literals;
using supervise::LastExit;
using supervise::Phase;
using supervise::ReadyBy;
using supervise::State;
using supervise::StateText;
using supervise::Want;

namespace {

State crashed() {
    State state;
    state.phase = Phase::waiting;
    state.want = Want::up;
    state.birth = base::Text<80>("none");
    state.since = 1700000000s + 5ns;
    state.starts = 7;
    state.deaths_in_a_row = 3;
    state.next_start = 1700000001s;
    state.ready_by = {ReadyBy::Kind::descriptor, 3};
    state.last_exit = {LastExit::Kind::signal, SIGSEGV, true};
    state.last_run = 20ms;
    state.last_user = 1500us;
    state.last_maxrss = 4096;
    state.failed_by = base::Text<16>("none");
    state.reason = base::Text<127>("none");
    state.groups_seen = base::Text<96>("none");
    return state;
}

std::string text_of(const State& state, std::string_view prefix = "") {
    StateText text;
    encode(state, prefix, text);
    return std::string(text.view());
}

}  // namespace

TEST_CASE("state: a terminal gets nothing to obey from what somebody else wrote") {
    const auto told = supervise::decode(
        "state up\nwant up\npid 0\nreason a\x1b]0;b\x07\nexec-error ENOENT ./r\x7fn\n", "");
    REQUIRE(told);
    CHECK(told->reason.view() == "a?]0;b?");
    CHECK(told->exec_path.view() == "./r?n");
}

TEST_CASE("a state is lines of a key and a value") {
    CHECK(
        text_of(crashed()) ==
        "state waiting\nwant up\npid 0\nbirth none\nsince 1700000000.000000005\nready 0\n"
        "ready-by descriptor 3\nlast-check none\nfailed-checks 0\nstarts "
        "7\ndeaths-in-a-row 3\n"
        "next-start 1700000001.000000000\nstop-sent 0\nstop-signal 0\nkill-at 0\nlast-exit "
        "signal 11 "
        "core\n"
        "last-told 0\nlast-run 0.020000000\nlast-maxrss 4096\nfailed-by none\nfailed-exit "
        "none\nreason "
        "none\nnew-pid 0\nnew-birth none\nnew-since 0\nnew-ready 0\nnew-until 0\ngroups "
        "none\ngroups-seen none\n"
        "last-cpu 0.001500000 0\nexec-error none\n");
}

TEST_CASE("there is room for two slots that have everything to tell") {
    constexpr auto never = std::chrono::seconds(-9'000'000'000) + 1ns;
    constexpr auto most = std::numeric_limits<std::uint64_t>::max();
    constexpr pid_t last_pid = std::numeric_limits<pid_t>::max();
    const LastExit core{LastExit::Kind::signal, SIGSEGV, true};
    State state;
    state.phase = Phase::finishing;
    state.want = Want::once;
    state.pid = last_pid;
    state.birth = base::Text<80>(std::string(80, 'b'));
    for (auto* time :
         {&state.since, &state.ready, &state.next_start, &state.stop_sent, &state.kill_at,
          &state.last_run, &state.last_user, &state.last_system, &state.next.since,
          &state.next.ready, &state.next.until})
        *time = never;
    state.next.pid = last_pid;
    state.next.birth = state.birth;
    state.ready_by = {ReadyBy::Kind::descriptor, 1023};
    state.last_check = state.last_exit = state.failed_exit = core;
    state.starts = state.deaths_in_a_row = state.last_maxrss = most;
    state.exec_error = {ENAMETOOLONG};
    state.exec_path = base::Text<32>(std::string(32, 'p'));
    state.failed_by = base::Text<16>(std::string(16, 's'));
    state.reason = base::Text<127>(std::string(127, 'r'));
    for (int group = 0; group < 16; ++group) state.groups.add(last_pid);
    state.groups_seen = base::Text<96>(std::string(96, 'g'));
    StateText text("supervise ", last_pid, "\n");
    encode(state, "", text);
    encode(state, "log-", text);
    CHECK(text.whole());
}

TEST_CASE("a state is read back as it was written") {
    auto state = crashed();
    state.exec_error = {ENOENT};
    state.exec_path = base::Text<32>("run");
    const auto text = text_of(state);
    CHECK(text.ends_with("exec-error ENOENT run\n"));
    const auto read = supervise::decode(text, "");
    REQUIRE(read);
    CHECK(text_of(*read) == text);
}

TEST_CASE("how a script failed that an older supervise tells of is known by its name") {
    using Kind = LastExit::Kind;
    const auto failed_exit = [](const std::string& lines) {
        return supervise::decode("state failed\nwant down\npid 0\n" + lines, "")
            ->failed_exit;
    };
    CHECK(failed_exit("failed-by run\n") == LastExit{Kind::code, 100});
    CHECK(failed_exit("failed-by finish\n") == LastExit{Kind::code, 125});
    CHECK(failed_exit("failed-by start\nexec-error none\n") == LastExit{Kind::unknown});
    CHECK(failed_exit("failed-by start\nexec-error EACCES run\n") ==
          LastExit{Kind::unknown});
    CHECK(failed_exit("failed-by start\nexec-error EACCES start\n") == LastExit{});
    CHECK(failed_exit("failed-by none\n") == LastExit{});
    CHECK(failed_exit("failed-by start\nfailed-exit code 3\n") == LastExit{Kind::code, 3});
}

TEST_CASE("of more than sixteen groups the first sixteen are kept") {
    auto state = crashed();
    for (int group = 101; group <= 117; ++group) state.groups.add(group);
    const auto read = supervise::decode(text_of(state), "");
    REQUIRE(read);
    CHECK(read->groups == state.groups);
    CHECK(read->groups.end() - read->groups.begin() == 16);
    CHECK(*read->groups.begin() == 101);
    CHECK(read->groups.end()[-1] == 116);
}

TEST_CASE("groups that outlived their leader are read back in their order") {
    auto state = crashed();
    state.groups = {12, 7, 300};
    CHECK(text_of(state).find("\ngroups 12 7 300\n") != std::string::npos);
    CHECK(supervise::decode(text_of(state), "")->groups == state.groups);
}

TEST_CASE("every phase, want and way to end is read back") {
    for (int phase = 0; phase <= static_cast<int>(Phase::paused); ++phase)
        for (const auto want : {Want::up, Want::down, Want::once})
            for (const auto& exit : {LastExit{}, LastExit{LastExit::Kind::code, 111},
                                     LastExit{LastExit::Kind::unknown},
                                     LastExit{LastExit::Kind::signal, SIGKILL}}) {
                auto state = crashed();
                state.phase = static_cast<Phase>(phase);
                state.want = want;
                state.last_exit = exit;
                const auto read = supervise::decode(text_of(state), "");
                REQUIRE(read);
                CHECK(read->phase == state.phase);
                CHECK(read->want == want);
                CHECK(read->last_exit == exit);
            }
}

TEST_CASE("the logger's keys stand beside the service's") {
    auto logger = crashed();
    logger.starts = 99;
    const auto text = text_of(crashed()) + text_of(logger, "log-");
    CHECK(supervise::decode(text, "")->starts == 7);
    CHECK(supervise::decode(text, "log-")->starts == 99);
    CHECK_FALSE(supervise::decode(text_of(crashed()), "log-"));
}

TEST_CASE("a key that the writer did not know keeps its default") {
    auto text = text_of(crashed());
    for (const auto* line :
         {"groups none\n", "failed-by none\n", "last-cpu 0.001500000 0\n"})
        text.erase(text.find(line), std::string_view(line).size());
    const auto read = supervise::decode(text, "");
    REQUIRE(read);
    CHECK(read->starts == 7);
    CHECK(read->last_user == 0s);
}

TEST_CASE("keys that nobody knows yet are passed over") {
    CHECK(supervise::decode("new thing\n" + text_of(crashed()) + "other\n", ""));
}

TEST_CASE("a state that is cut off or strange is none") {
    const auto text = text_of(crashed());
    CHECK_FALSE(supervise::decode("", ""));
    CHECK_FALSE(supervise::decode(text.substr(0, text.size() / 2), ""));
    for (const auto& [good, bad] :
         {std::pair("state waiting", "state dancing"), std::pair("pid 0", "pid zero"),
          std::pair("last-exit signal 11 core", "last-exit signal"),
          std::pair(".000000005", ".5"), std::pair(".000000005", ".-00000005"),
          std::pair("since 1700000000", "since 9223372036854775807"),
          std::pair("since 1700000000", "since -9000000001")}) {
        auto strange = text;
        strange.replace(strange.find(good), std::string_view(good).size(), bad);
        CHECK_FALSE(supervise::decode(strange, ""));
    }
}
