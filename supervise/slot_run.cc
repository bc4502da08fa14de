// How a slot starts a script: with which words, descriptors and variables.

#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "base/birth.h"
#include "supervise/files.h"
#include "supervise/slot.h"
#include "supervise/usage.h"

namespace supervise {
namespace {

// Who is run again is not adopted, so it need not sign.
constexpr bool signs(Script script) {
    return script != Script::check && script != Script::trial;
}

constexpr bool is_service(Script script) {
    return script == Script::run || script == Script::replacement;
}

// Who is told the number of its worker as its first argument.
constexpr bool is_told_number(Script script) {
    return is_service(script) || script == Script::start;
}

constexpr bool is_finish(Script script) {
    return script == Script::finish || script == Script::farewell;
}

// What it signs as.
constexpr Kin kin_of(Script script, Slot::Role role) {
    if (role == Slot::Role::logger) return Kin::logger;
    if (script == Script::replacement) return Kin::replacement;
    return script == Script::run ? Kin::service : Kin::hook;
}

// What finish is told, as s6 has it: of the process that has ended, or that has made way
// for another.
struct Ended {
    base::Text<16> code, signal;
    base::Text<24> group;
};

Ended ended_last(const Service& service, Script script, pid_t last) {
    const auto& farewell = service.farewell();
    const bool parts = script == Script::farewell;
    const auto exit = parts ? farewell.exit() : service.state().last_exit;
    const bool killed = exit.kind != LastExit::Kind::code;
    return {base::Text<16>(killed ? 256 : exit.number),
            base::Text<16>(killed ? exit.number : 0),
            base::Text<24>(parts ? farewell.departed() : last)};
}

// What ./check finds in its environment.
void tell_check(Environment& environment, Checks& checks,
                std::chrono::nanoseconds started) {
    const auto now = base::now().steady;
    const auto usage = usage_of(checks.judged());
    environment.set("SERVICE_PID", checks.judged());
    environment.set("SERVICE_CPU", checks.share(usage.cpu, now));
    environment.set("SERVICE_RSS", usage.resident);
    environment.set("SERVICE_UPTIME",
                    std::chrono::floor<std::chrono::seconds>(now - started).count());
}

// Whether a program that could not be executed may be in a moment, just as it is.
bool passes(base::Errno error) {
    switch (error.number) {
        case EAGAIN:
        case EINTR:
        case EIO:
        case EMFILE:
        case ENFILE:
        case ENOMEM:
        case ETXTBSY: return true;
        default: return false;
    }
}

// What a child does first of all: it signs, and says for whom its sockets are.
struct Entry {
    const Register::Pen* pen;
    char* listen_pid;  // in its environment; nullptr where it has no sockets
};

void enter(const void* argument) {
    const auto& entry = *static_cast<const Entry*>(argument);
    Register::sign(entry.pen);
    if (!entry.listen_pid) return;
    const base::Text<16> pid(::getpid());
    std::copy_n(pid.c_str(), pid.size() + 1, entry.listen_pid);
}

}  // namespace

const char* Slot::path_of(Script script) const {
    switch (script) {
        case Script::run:
        case Script::replacement: return role_ == Role::service ? files::run : "./log";
        case Script::start: return "./start";
        case Script::finish:
        case Script::farewell: return "./finish";
        case Script::stop: return "./stop";
        case Script::check:
        case Script::trial: return "./check";
    }
    return "";
}

// What the service gets beside its standard descriptors.
struct Slot::Gifts {
    Few<base::Given, base::most_given> given;
    char* listen_pid = nullptr;  // where its pid is to stand in its environment
    base::Fd handover;           // kept until it runs
};

// Descriptors and variables of a process that is to be the service.
base::Result<void> Slot::give(Script script, const Beginning& beginning, Gifts& gifts) {
    const bool beside = script == Script::replacement;
    if (beginning.ready_by.kind == ReadyBy::Kind::descriptor) {
        auto& fifo = (beside ? next_ : process_).ready;
        const auto name = beside ? files::new_ready : files::ready;
        if (const auto opened = place_.open_ready(fifo, name, false); !opened)
            return opened;
        gifts.given.add({fifo.number(), beginning.ready_by.descriptor});
    }
    gifts.listen_pid = sockets_.give(gifts.given, environment_);
    if (!beside) return {};
    auto handover = give_handover(gifts.given);
    if (handover) gifts.handover = std::move(*handover);
    return handover.error();
}

void Slot::run(Script script, const Beginning& beginning) {
    const auto path = path_of(script);
    const auto last = ended_last(service_, script, last_pid_);
    const bool numbered = is_told_number(script) && !job_.worker.empty();
    const char* const alone[] = {path, numbered ? job_.worker.c_str() : nullptr, nullptr};
    const char* const finish[] = {path,
                                  last.code.c_str(),
                                  last.signal.c_str(),
                                  job_.name.c_str(),
                                  last.group.c_str(),
                                  nullptr};
    base::Program program{.path = path, .words = is_finish(script) ? finish : alone};
    program.standard = standard_;
    program.group = role_ == Role::service ? directory_.group() : base::Group::session;

    Gifts gifts;
    environment_.clear();
    if (is_service(script))
        if (const auto given = give(script, beginning, gifts); !given)
            return run_failed(script, {base::Spawned::Step::fork, given.error(), 0},
                              "open descriptors");
    if (script == Script::check)
        tell_check(environment_, service_.checks(), service_.last_start());
    if (script == Script::trial)
        tell_check(environment_, service_.trials(), service_.replacement().started());
    program.given = {gifts.given.begin(), gifts.given.end()};
    program.environment = environment_.whole();

    const auto born = spawn(script, program, gifts.listen_pid);
    if (born.step != base::Spawned::Step::done) return run_failed(script, born);
    runs(script, born.pid, program.group, beginning);
}

// Makes the process, which signs before it executes the script.
base::Spawned Slot::spawn(Script script, base::Program& program, char* listen_pid) {
    const auto signs_as = is_finish(script) ? Script::finish : script;
    const Register::Pen pen{&register_, kin_of(script, role_), signs_as, wish()};
    const Entry entry{&pen, listen_pid};
    if (signs(script)) {
        program.first = enter;
        program.argument = &entry;
    }
    const auto born = base::spawn(program);
    if (born.step != base::Spawned::Step::done) return born;
    // The child first: all that is told of it can wait, and would keep it from its
    // processor.
    ::sched_yield();
    if (signs(script)) register_.copy(pen, born.pid);
    return born;
}

// It does by now.
void Slot::runs(Script script, pid_t pid, base::Group group, const Beginning& beginning) {
    if (script == Script::run || script == Script::start) process_.group = group;
    if (script == Script::replacement) next_.group = group;
    obey(service_.started(script, pid, beginning, base::now()));
    if (script == Script::run) {
        last_pid_ = pid;
        service_.name_birth(base::birth_of(pid));
    }
    if (script == Script::replacement) service_.name_new_birth(base::birth_of(pid));
    notify(script, "start", pid, 0);
}

void Slot::run_failed(Script script, const base::Spawned& born, const char* verb) {
    const bool fork = born.step == base::Spawned::Step::fork;
    const auto path = path_of(script);
    const auto now = base::now();
    if (quiet_.may_speak(fork ? verb : "start", fork ? "" : path, born.error, now.steady)) {
        if (fork)
            report_.warn(born.error, "unable to ", verb, " for ", job_.name);
        else
            report_.warn(born.error, "unable to start ", name_, "/", path + 2);
    }
    if (script == Script::replacement) forget_next(0);
    const bool passing = fork || passes(born.error);
    obey(service_.start_failed(script, {passing, born.error}, aftermath(), now));
}

}  // namespace supervise
