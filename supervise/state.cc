#include "supervise/state.h"

#include <algorithm>
#include <concepts>
#include <utility>

#include "base/parse.h"
#include "base/reason.h"
#include "supervise/control_character.h"

namespace supervise {
namespace {

using base::next_word;
using std::string_view;
using Time = State::Time;

constexpr std::pair<Phase, string_view> phases[] = {
    {Phase::down, "down"},           {Phase::starting, "starting"},
    {Phase::started, "started"},     {Phase::up, "up"},
    {Phase::ready, "ready"},         {Phase::stopping, "stopping"},
    {Phase::finishing, "finishing"}, {Phase::waiting, "waiting"},
    {Phase::failed, "failed"},       {Phase::paused, "paused"}};

constexpr std::pair<Want, string_view> wants[] = {
    {Want::up, "up"}, {Want::down, "down"}, {Want::once, "once"}};

template <class Value, std::size_t size>
string_view name_in(const std::pair<Value, string_view> (&table)[size], Value value) {
    for (const auto& [known, name] : table)
        if (known == value) return name;
    return {};
}

void put(StateText& text, string_view value) { text.add(value); }
void put(StateText& text, std::integral auto number) { text.add(number); }

void put(StateText& text, Phase phase) { text.add(name(phase)); }
void put(StateText& text, Want want) { text.add(name_in(wants, want)); }

void put(StateText& text, Time time) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    if (time == Time(0)) return put(text, 0);
    const base::Text<16> digits(std::uint64_t{1'000'000'000} +
                                static_cast<std::uint64_t>((time - seconds).count()));
    text.add(seconds.count()).add('.').add(digits.view().substr(1));
}

void put(StateText& text, const LastExit& exit) {
    switch (exit.kind) {
        case LastExit::Kind::none: return put(text, "none");
        case LastExit::Kind::code: text.add("code ").add(exit.number); return;
        case LastExit::Kind::signal:
            text.add("signal ").add(exit.number).add(exit.core ? " core" : "");
            return;
        case LastExit::Kind::unknown: return put(text, "unknown");
    }
}

void put(StateText& text, const ReadyBy& by) {
    switch (by.kind) {
        case ReadyBy::Kind::being_up: return put(text, "up");
        case ReadyBy::Kind::descriptor: text.add("descriptor ").add(by.descriptor); return;
        case ReadyBy::Kind::check: return put(text, "check");
    }
}

void put(StateText& text, const Groups& groups) {
    if (groups.empty()) return put(text, "none");
    for (const pid_t group : groups) {
        if (group != *groups.begin()) text.add(' ');
        text.add(group);
    }
}

template <class Value, std::size_t size>
bool take(string_view text, const std::pair<Value, string_view> (&table)[size],
          Value& value) {
    for (const auto& [known, name] : table)
        if (name == text) {
            value = known;
            return true;
        }
    return false;
}

bool take(string_view text, Phase& phase) { return take(text, phases, phase); }
bool take(string_view text, Want& want) { return take(text, wants, want); }

template <std::integral Number>
bool take(string_view text, Number& number) {
    return base::read_number(text, number);
}

bool take(string_view text, Time& time) {
    constexpr std::int64_t most = 9'000'000'000;  // the year 2255; nanoseconds end in 2262
    std::int64_t seconds = 0;
    std::uint32_t rest = 0;
    const auto dot = text.find('.');
    if (!take(text.substr(0, dot), seconds) || seconds < -most || seconds > most)
        return false;
    if (dot != text.npos && (text.size() - dot != 10 || !take(text.substr(dot + 1), rest)))
        return false;
    time = std::chrono::seconds(seconds) + Time(rest);
    return true;
}

bool take(string_view text, LastExit& exit) {
    const auto kind = next_word(text);
    const auto number = next_word(text);
    if (kind == "none" || kind == "unknown") {
        exit = {kind == "none" ? LastExit::Kind::none : LastExit::Kind::unknown};
        return true;
    }
    if (kind != "code" && kind != "signal") return false;
    exit.kind = kind == "code" ? LastExit::Kind::code : LastExit::Kind::signal;
    exit.core = text == "core";
    return take(number, exit.number);
}

bool take(string_view text, ReadyBy& by) {
    const auto kind = next_word(text);
    by = {};
    if (kind == "up") return true;
    by.kind = kind == "check" ? ReadyBy::Kind::check : ReadyBy::Kind::descriptor;
    return kind == "check" || (kind == "descriptor" && take(text, by.descriptor));
}

bool take(string_view text, Groups& groups) {
    groups = {};
    if (text == "none") return true;
    while (!text.empty()) {
        pid_t group = 0;
        if (!take(next_word(text), group) || group <= 1) return false;
        groups.add(group);
    }
    return true;
}

// Supervise itself writes no control characters.
template <std::size_t size>
bool take(string_view text, base::Text<size>& value) {
    value.cut(0);
    IsControl is_control;
    for (const char byte : text) value.add(is_control(byte) ? '?' : byte);
    return value.whole();
}

// Every key in its place, once, for writing and for reading; `field` is called with the
// name and the member. The two that hold a pair of values are left to the callers.
template <class SomeState, class Field>
void each_field(SomeState& state, Field field) {
    field("state", state.phase);
    field("want", state.want);
    field("pid", state.pid);
    field("birth", state.birth);
    field("since", state.since);
    field("ready", state.ready);
    field("ready-by", state.ready_by);
    field("last-check", state.last_check);
    field("failed-checks", state.failed_checks);
    field("starts", state.starts);
    field("deaths-in-a-row", state.deaths_in_a_row);
    field("next-start", state.next_start);
    field("stop-sent", state.stop_sent);
    field("stop-signal", state.stop_signal);
    field("kill-at", state.kill_at);
    field("last-exit", state.last_exit);
    field("last-told", state.last_told);
    field("last-run", state.last_run);
    field("last-maxrss", state.last_maxrss);
    field("failed-by", state.failed_by);
    field("failed-exit", state.failed_exit);
    field("reason", state.reason);
    field("new-pid", state.next.pid);
    field("new-birth", state.next.birth);
    field("new-since", state.next.since);
    field("new-ready", state.next.ready);
    field("new-until", state.next.until);
    field("groups", state.groups);
    field("groups-seen", state.groups_seen);
}

constexpr string_view last_cpu = "last-cpu";
constexpr string_view exec_error = "exec-error";

// What an older supervise does not tell: run and finish fail by what they exit with.
LastExit failed_exit_of_old(const State& state) {
    const auto script = state.failed_by.view();
    if (script == "run") return {LastExit::Kind::code, exit_of_failed_run};
    if (script == "finish") return {LastExit::Kind::code, exit_of_failed_finish};
    const bool executed =
        state.exec_error == base::Errno{} || state.exec_path.view() != script;
    return {script == "start" && executed ? LastExit::Kind::unknown : LastExit::Kind::none};
}

}  // namespace

string_view name(Phase phase) { return name_in(phases, phase); }

void encode(const State& state, string_view prefix, StateText& text) {
    each_field(state, [&](string_view key, const auto& value) {
        text.add(prefix).add(key).add(' ');
        put(text, value);
        text.add('\n');
    });
    text.add(prefix).add(last_cpu).add(' ');
    put(text, state.last_user);
    text.add(' ');
    put(text, state.last_system);
    text.add('\n').add(prefix).add(exec_error).add(' ').add(base::name(state.exec_error));
    if (state.exec_error != base::Errno{}) text.add(' ').add(state.exec_path);
    text.add('\n');
}

std::optional<string_view> value_of(string_view text, string_view key) {
    while (!text.empty()) {
        auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (next_word(line) == key) return line;
    }
    return {};
}

std::optional<State> decode(string_view text, string_view prefix) {
    State state;
    bool good = text.ends_with('\n');
    const auto find = [&](string_view key) {
        return value_of(text, base::Text<64>(prefix, key));
    };
    each_field(state, [&](string_view key, auto& value) {
        if (const auto found = find(key)) good = good && take(*found, value);
    });
    for (const auto key : {"state", "want", "pid"}) good = good && find(key);
    if (auto cpu = find(last_cpu)) {
        const auto user = next_word(*cpu);
        good = good && take(user, state.last_user) && take(*cpu, state.last_system);
    }
    if (auto error = find(exec_error)) {
        state.exec_error = base::errno_named(next_word(*error));
        static_cast<void>(take(*error, state.exec_path));
    }
    if (!find("failed-exit")) state.failed_exit = failed_exit_of_old(state);
    if (!good) return {};
    return state;
}

}  // namespace supervise
