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

Kin Slot::kin_of(Script script) const {
    if (role_ == Role::logger) return Kin::logger;
    if (script == Script::replacement) return Kin::replacement;
    return script == Script::run ? Kin::service : Kin::hook;
}

// What ./check finds in its environment.
void Slot::tell_check(Script script) {
    if (script != Script::check && script != Script::trial) return;
    const auto now = base::now();
    auto& checks = script == Script::check ? service_.checks() : service_.trials();
    const auto uptime = script == Script::check
                            ? service_.uptime(now)
                            : now.steady - service_.replacement().started();
    const auto usage = usage_of(checks.judged());
    environment_.set("SERVICE_PID", checks.judged());
    environment_.set("SERVICE_CPU", checks.share(usage.cpu, now.steady));
    environment_.set("SERVICE_RSS", usage.resident);
    environment_.set("SERVICE_UPTIME",
                     std::chrono::floor<std::chrono::seconds>(uptime).count());
}

// What finish is told, as s6 has it: of the process that has ended, or that has made way
// for another.
Slot::Ended Slot::ended_last(Script script) const {
    const bool parts = script == Script::farewell;
    const auto last = parts ? service_.farewell().exit() : service_.state().last_exit;
    const bool killed = last.kind != LastExit::Kind::code;
    return {base::Text<16>(killed ? 256 : last.number),
            base::Text<16>(killed ? last.number : 0),
            base::Text<24>(parts ? service_.farewell().departed() : last_pid_)};
}

// Descriptors and variables of a process that is to be the service.
base::Result<void> Slot::give(Script script, const Beginning& beginning, Gifts& gifts) {
    const bool beside = script == Script::replacement;
    if (beginning.ready_by.kind == ReadyBy::Kind::descriptor) {
        auto& fifo = beside ? next_.ready : ready_;
        const auto name = beside ? files::new_ready : files::ready;
        if (const auto opened = open_ready(fifo, name, false); !opened) return opened;
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
    const auto last = ended_last(script);
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
    tell_check(script);
    program.given = {gifts.given.begin(), gifts.given.end()};
    program.environment = environment_.whole();

    const auto signs_as = is_finish(script) ? Script::finish : script;
    const Register::Pen pen{&register_, kin_of(script), signs_as, wish()};
    const Entry entry{&pen, gifts.listen_pid};
    if (signs(script)) {
        program.first = enter;
        program.argument = &entry;
    }
    const auto born = base::spawn(program);
    if (born.step != base::Spawned::Step::done) return run_failed(script, born);
    // The child first: all that is told of it can wait, and would keep it from its
    // processor.
    ::sched_yield();
    if (signs(script)) register_.copy(pen, born.pid);
    runs(script, born.pid, program.group, beginning);
}

// It does by now.
void Slot::runs(Script script, pid_t pid, base::Group group, const Beginning& beginning) {
    if (script == Script::run || script == Script::start) group_ = group;
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

// Each process has a fifo of its own under that name: what an earlier one, or what it left
// behind, writes does not speak for this one.
base::Result<void> Slot::open_ready(base::Fd& fifo, const char* name, bool keep) {
    auto opened = place_.open_ready(name, keep);
    if (!opened) return opened.error();
    fifo = std::move(*opened);
    return {};
}

}  // namespace supervise
