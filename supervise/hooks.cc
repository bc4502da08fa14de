#include "supervise/hooks.h"

#include <signal.h>
#include <unistd.h>

#include <algorithm>

#include "base/deadline.h"

namespace supervise {
namespace {

constexpr auto longest = std::chrono::seconds(60);

}  // namespace

void Hooks::notify(std::string_view script, std::string_view event, pid_t pid, int code,
                   base::Moment now) {
    if (!directory_.has_notify()) return;
    const base::Text<16> name(script), what(event);
    const base::Text<24> process(pid), number(code);
    const char* const words[] = {"./notify",      name.c_str(),   what.c_str(),
                                 process.c_str(), number.c_str(), nullptr};
    run("notify", words, {}, now);
}

bool Hooks::replace(char letter, const Withheld& signal, base::Moment now) {
    const base::Text<16> path("control/", letter);
    if (::access(path.c_str(), X_OK) == -1) return false;
    const char* const words[] = {path.c_str(), nullptr};
    return run(path.c_str(), words, signal, now);
}

bool Hooks::run(const char* path, const char* const* words, const Withheld& signal,
                base::Moment now) {
    const auto place = std::ranges::find(hooks_, 0, &Hook::pid);
    if (place == hooks_.end()) {
        if (quiet_.may_speak("run", "", {EBUSY}, now.steady))
            report_.warn("unable to run ", name_, "/", path,
                         ": too many scripts are running");
        return false;
    }
    const auto born =
        base::spawn({.path = words[0], .words = words, .group = directory_.group()});
    if (born.step != base::Spawned::Step::done) {
        if (quiet_.may_speak("run", path, born.error, now.steady))
            report_.warn(born.error, "unable to run ", name_, "/", path);
        return false;
    }
    *place = {born.pid, now.steady + longest, signal};
    return true;
}

std::optional<Withheld> Hooks::ended(pid_t pid, const LastExit& exit) {
    const auto hook = std::ranges::find(hooks_, pid, &Hook::pid);
    if (hook == hooks_.end()) return {};
    const auto signal = hook->signal;
    *hook = {};
    if (signal.signal == 0 || exit == LastExit{LastExit::Kind::code, 0, false}) return {};
    return signal;
}

void Hooks::tick(base::Moment now) {
    for (auto& hook : hooks_)
        if (hook.pid != 0 && now.steady >= hook.until) {
            ::kill(hook.pid, SIGKILL);
            hook.until = now.steady + longest;
        }
}

std::optional<std::chrono::nanoseconds> Hooks::deadline() const {
    base::Deadline first;
    for (const auto& hook : hooks_)
        if (hook.pid != 0) first = base::earliest({first, hook.until});
    return first;
}

template <class Self, class Field>
void Hooks::each_field(Self& hook, Field field) {
    field("pid", hook.pid);
    field("until", hook.until);
    field("signal", hook.signal.signal);
    field("target", hook.signal.target);
    field("to-group", hook.signal.to_group);
}

void Hooks::remember(Notes& notes) const {
    for (std::size_t i = 0; i < hooks_.size(); ++i)
        if (hooks_[i].pid != 0)
            each_field(hooks_[i], NoteWriter(notes, base::Text<16>("hook-", i, "-")));
}

void Hooks::recall(const Notes& notes) {
    for (std::size_t i = 0; i < hooks_.size(); ++i)
        each_field(hooks_[i], NoteReader(notes, base::Text<16>("hook-", i, "-")));
}

}  // namespace supervise
