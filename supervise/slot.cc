#include "supervise/slot.h"

#include <sched.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "base/birth.h"
#include "supervise/files.h"
#include "supervise/usage.h"
#include "supervise/whereabouts.h"

namespace supervise {
namespace {

// With all that it has started, lest each check leaves something behind that hangs.
void end_check(pid_t check) {
    if (check != 0 && ::kill(-check, SIGKILL) == -1) ::kill(check, SIGKILL);
}

// Whose starts and deaths ./notify is told.
constexpr bool is_told(Script script) {
    return script == Script::run || script == Script::start || script == Script::stop ||
           script == Script::replacement;
}

// Who is run again is not adopted, so it need not sign.
constexpr bool signs(Script script) {
    return script != Script::check && script != Script::trial;
}

// Who is told the number of its worker as its first argument.
constexpr bool is_told_number(Script script) {
    return script == Script::run || script == Script::start ||
           script == Script::replacement;
}

constexpr std::string_view event_of(const LastExit& exit) {
    return exit.kind == LastExit::Kind::code ? "exit" : "killed";
}

constexpr auto leftovers_pace = std::chrono::milliseconds(50);  // between two looks at them

constexpr auto retry_pace = std::chrono::seconds(1);  // where something is missing

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

Want want_of(const Wish& wish) {
    return wish.want == 'd' ? Want::down : wish.want == 'o' ? Want::once : Want::up;
}

std::uint32_t some_number(base::Moment now) {
    return static_cast<std::uint32_t>(now.wall.count() ^ (now.wall.count() >> 32));
}

}  // namespace

Slot::Slot(base::Report& report, const Job& job, Place& place, Register& book,
           Environment& environment, Role role, Want want)
    : report_(report),
      job_(job),
      name_(job.service.c_str()),
      place_(place),
      register_(book),
      role_(role),
      directory_(report, name_),
      hooks_(report, name_, directory_),
      environment_(environment),
      service_(want, base::now(), some_number(base::now())) {}

base::Result<void> Slot::adopt(std::string_view before) {
    const bool service = role_ == Role::service;
    if (const auto told = decode(before, prefix())) {
        service_.groups() = leftovers_.take_up(*told);
        service_.name_groups_seen(told->groups_seen);
    }
    const auto adopted = adopt(service ? Kin::service : Kin::logger, before);
    if (!adopted) return adopted.error();
    if (!service) return {};
    const auto next = adopt_replacement(*adopted, before);
    if (!next) return next.error();
    if (*adopted || *next) return {};
    const auto hook = adopt(Kin::hook, before);
    if (!hook) return hook.error();
    return {};
}

base::Result<bool> Slot::adopt(Kin kin, std::string_view before) {
    const auto signature = register_.last(kin);
    if (!signature) return false;
    auto found = base::Stranger::find(signature->pid, signature->seen);
    if (!found) {
        if (found.error() == base::Errno{ESRCH}) return false;
        return found.error();
    }
    const auto now = base::now();
    adopted_.take(std::move(*found), now.steady);
    const auto age = base::boot_time() - signature->seen;
    const auto told = told_of(*signature, before);
    // What was told may be older than the process, where the disk was full.
    auto state = service_.state();
    state.since = state.ready = now.wall - age;
    if (kin == Kin::service || kin == Kin::replacement) sockets_.adopt(adopted_.process());
    const auto directory = before_start();
    state.ready_by = directory.ready_by;
    if (state.ready_by.kind != ReadyBy::Kind::being_up) state.ready = State::Time(0);
    if (told) state = *told;
    state.groups = service_.groups();
    state.groups_seen = service_.state().groups_seen;
    state.birth = base::birth_of(adopted_.pid());
    const bool is_run = kin == Kin::replacement || signature->script == Script::run;
    service_.adopt(is_run ? Script::run : signature->script, adopted_.pid(), state,
                   now.steady - age, aftermath().finish_within, directory, now);
    if (role_ == Role::service)
        service_.wish(want_of(signature->wish), signature->wish.leave);
    if (state.ready_by.kind == ReadyBy::Kind::descriptor)
        if (const auto opened = open_ready(ready_, files::ready, true); !opened)
            report_.warn(opened.error(), "unable to open ",
                         shown(job_.name, files::ready, job_.own.c_str()));
    if (::getpgid(adopted_.pid()) == adopted_.pid()) group_ = base::Group::session;
    last_pid_ = adopted_.pid();
    return true;
}

void Slot::begin() {
    if (!adopted_) return obey(service_.begin());
    if (service_.hand_over_due()) hand_over();
}

void Slot::remember(Notes& notes) {
    service_.remember(notes, prefix());
    NoteWriter write(notes, prefix());
    write("group", group_);
    write("last-pid", last_pid_);
    write("left", left_);
    adopted_.remember(write);
    next_.remember(write);
    leftovers_.remember(write);
    if (role_ == Role::service) hooks_.remember(notes);
}

bool Slot::recall(const Notes& notes) {
    if (!service_.recall(notes, prefix())) return false;
    NoteReader read(notes, prefix());
    read("group", group_);
    read("last-pid", last_pid_);
    read("left", left_);
    adopted_.recall(read, base::now().steady);
    next_.recall(read, base::now().steady);
    leftovers_.recall(read);
    if (role_ == Role::service) hooks_.recall(notes);
    return true;
}

void Slot::look_at_adopted() {
    for (auto* const one : {&next_.adopted, &adopted_}) {
        const pid_t pid = one->pid();
        if (const auto death = one->look(base::now().steady)) ended(pid, *death);
    }
}

void Slot::hear(Command command) {
    if (command == Command::replace) return replace();
    const bool ends = command == Command::down || command == Command::exit;
    if (!stopping_ && ends && role_ == Role::service) stopping_ = directory_.before_stop();
    obey(command, service_.hear(command, stopping_.value_or(Stopping{}), base::now()));
}

bool Slot::ended(pid_t pid, const Death& death) {
    if (const auto signal = hooks_.ended(pid, death.exit); signal)
        if (signal->target == service_.target())
            send_signal(signal->signal, signal->target, signal->to_group);
    if (!service_.knows(pid)) return false;
    const bool was_run = pid == service_.state().pid;
    const auto script = service_.script_of(pid);
    if (was_run && group_ == base::Group::session) look_for_leftovers(pid);
    obey(service_.exited(pid, death, aftermath(), base::now()));
    if (script == Script::replacement) {
        next_.bury(pid);
        register_.forget_replacement();
    }
    if (is_told(script))
        hooks_.notify(path_of(script) + 2, event_of(death.exit), pid, death.exit.number,
                      base::now());
    return true;
}

void Slot::look_for_leftovers(pid_t leader) {
    leftovers_.look_for(leader, service_.groups());
    if (!service_.groups().empty()) service_.name_groups_seen(leftovers_.seen());
}

void Slot::stay() {
    left_ = false;
    service_.wish(Want::up, false);
    obey(service_.begin());
}

// One tick does one thing; no more than a few can be due at once.
void Slot::tick() {
    const auto now = base::now();
    hooks_.tick(now);
    for (int i = 0; i < 8; ++i) {
        const auto due = service_.deadline();
        if (!due || now.steady < *due) return;
        obey(service_.tick(now));
    }
}

void Slot::heard_ready() {
    char room[4096];
    const auto said = said_on(ready_, room);
    if (said.empty()) return;
    const auto now = base::now();
    if (service_.watchdog().patience() != State::Time(0))
        service_.said(directory_.watchdog(), now);
    if (said.find('\n') != said.npos) obey(service_.ready(now));
}

// Nobody promises that the service leaves its descriptor as it got it: one that blocks is
// read only when there is something.
std::string_view Slot::said_on(const base::Fd& fifo, std::span<char> room) {
    pollfd some{fifo.number(), POLLIN, 0};
    if (::poll(&some, 1, 0) <= 0) return {};
    const auto size = base::read(fifo.number(), room);
    return {room.data(), size ? *size : 0};
}

std::optional<std::chrono::nanoseconds> Slot::deadline() const {
    auto first = adopted_.deadline();
    for (const auto& one :
         {service_.deadline(), hooks_.deadline(), next_.adopted.deadline()})
        if (one && (!first || *one < *first)) first = one;
    return first;
}

int Slot::ready_descriptor() const {
    const auto state = service_.state();
    const bool hears = state.pid != 0 && state.ready_by.kind == ReadyBy::Kind::descriptor;
    return hears ? ready_.number() : base::Fd::none;
}

bool Slot::take_news(Few<Change, 16>& changes) {
    changes = std::exchange(changes_, {});
    return std::exchange(news_, false);
}

void Slot::obey(const Orders& orders) {
    if (orders.inherit) inherit();
    for (const int signal : orders.signals)
        send_signal(signal, service_.target(), orders.to_group);
    if (orders.kill_hook && service_.hook() != 0) ::kill(service_.hook(), SIGKILL);
    if (orders.kill_check) end_check(service_.checks().running());
    if (orders.kill == service_.replacement().pid())
        next_.kill(orders.kill);
    else
        end_check(orders.kill);
    if (orders.hand_over) hand_over();
    for (const auto change : orders.changes) changes_.add(change);
    if (orders.announce) news_ = true;
    if (orders.leave) left_ = true;
    if (orders.launch) launch();
    if (orders.unfit) restart();
    for (const auto script : orders.run) look_or_run(script);
    if (!service_.needs_sockets()) sockets_.close();
}

// For a command, the signals of which a script may replace.
void Slot::obey(Command command, const Orders& orders) {
    send(command, orders);
    auto rest = orders;
    rest.signals = {};
    obey(rest);
}

void Slot::restart() {
    const auto now = base::now();
    if (quiet_.may_speak("unfit", "", {}, now.steady))
        report_.warn(name_, ": ", service_.state().reason);
    obey(Command::terminate, service_.restart(directory_.before_stop(), now));
}

// A check is run only where the directory still wants it.
void Slot::look_or_run(Script script) {
    if (script != Script::check && script != Script::trial) return run(script);
    const auto checking = directory_.before_check();
    auto& checks = script == Script::check ? service_.checks() : service_.trials();
    if (checks.wants(checking)) run(script, {.checking = checking});
}

// What ./check finds in its environment.
void Slot::tell_check(Checks& checks, State::Time uptime) {
    const auto usage = usage_of(checks.judged());
    const auto seconds = std::chrono::floor<std::chrono::seconds>(uptime);
    environment_.set("SERVICE_PID", checks.judged());
    environment_.set("SERVICE_CPU", checks.share(usage.cpu, base::now().steady));
    environment_.set("SERVICE_RSS", usage.resident);
    environment_.set("SERVICE_UPTIME", seconds.count());
}

// What a script control/LETTER may replace is the command's own signal; CONT after a `d`
// goes out all the same. control/d and control/x are run as well, whatever they exit with.
void Slot::send(Command command, const Orders& orders) {
    const auto letter = static_cast<char>(command);
    const bool ends = command == Command::down || command == Command::exit;
    const pid_t target = service_.target();
    const bool custom = role_ == Role::service && target != 0;
    bool first = true;
    for (const int signal : orders.signals) {
        const Withheld withheld{signal, target, orders.to_group};
        const bool replaced = custom && std::exchange(first, false) &&
                              hooks_.replace(ends ? 't' : letter, withheld, base::now());
        if (!replaced) send_signal(signal, target, orders.to_group);
        if (orders.to_both)
            next_.signal(service_.replacement().pid(), signal, orders.to_group);
    }
    if (custom && ends) hooks_.replace(letter, {}, base::now());
}

// A process without a group of its own is spoken to alone; so is one that has left its own.
void Slot::send_signal(int signal, pid_t target, bool to_group) {
    if (to_group) leftovers_.signal(service_.groups(), signal);
    // Whoever is dead may have lost the number to somebody else.
    if (target == 0 || (target == adopted_.pid() && adopted_.dead())) return;
    if (to_group && group_ == base::Group::session && ::kill(-target, signal) != -1) return;
    ::kill(target, signal);
}

void Slot::launch() {
    const auto now = base::now();
    if (held_) return obey(service_.postpone(now.steady + retry_pace, now));
    if (role_ == Role::service && directory_.ends_leftovers()) {
        const auto end = leftovers_.end(service_.groups(), now);
        if (end == Leftovers::End::not_yet)
            return obey(service_.postpone(now.steady + leftovers_pace, now));
        if (end == Leftovers::End::stubborn)
            report_.warn("unable to end what ", job_.name,
                         " left behind, starting it all the same");
    }
    if (role_ == Role::service && !open_sockets()) return;
    const auto beginning = before_start();
    if (const auto script = service_.choose(beginning)) return run(*script, beginning);
    obey(service_.one_shot(base::now()));
}

// What the directory says; a descriptor that is a socket by now says nothing.
Beginning Slot::before_start() const {
    if (role_ != Role::service) return {};
    auto beginning = directory_.before_start();
    auto& ready_by = beginning.ready_by;
    if (ready_by.kind == ReadyBy::Kind::descriptor &&
        ready_by.descriptor < Sockets::first + sockets_.count()) {
        report_.warn("unable to use ", name_, "/notification-fd: descriptor ",
                     ready_by.descriptor, " is a socket of listen");
        ready_by = {};
    }
    return beginning;
}

// Whether the service has what it listens on; where it cannot, it waits.
bool Slot::open_sockets() {
    if (!directory_.has_run()) return true;
    const auto trouble = sockets_.open();
    if (trouble.empty()) return true;
    const auto now = base::now();
    if (quiet_.may_speak("listen", trouble, {}, now.steady))
        report_.warn("unable to use ", name_, "/listen: ", trouble);
    const base::Text<127> reason("listen: ", trouble);
    obey(service_.postpone(now.steady + retry_pace, now, reason));
    return false;
}

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

void Slot::run(Script script, const Beginning& beginning) {
    const auto path = path_of(script);
    const bool parts = script == Script::farewell;
    const auto last = parts ? service_.farewell().exit() : service_.state().last_exit;
    const bool killed = last.kind != LastExit::Kind::code;
    // What finish is told, as s6 has it.
    const base::Text<16> code(killed ? 256 : last.number), signal(killed ? last.number : 0);
    const base::Text<24> group(parts ? service_.farewell().departed() : last_pid_);
    const char* const number =
        is_told_number(script) && !job_.worker.empty() ? job_.worker.c_str() : nullptr;
    const char* const alone[] = {path, number, nullptr};
    const char* const finish[] = {
        path, code.c_str(), signal.c_str(), job_.name.c_str(), group.c_str(), nullptr};
    base::Program program{.path = path,
                          .words = parts || script == Script::finish ? finish : alone};
    program.standard = standard_;
    program.group = role_ == Role::service ? directory_.group() : base::Group::session;
    Few<base::Given, base::most_given> given;
    const auto now = base::now();
    environment_.clear();
    const bool beside = script == Script::replacement;
    const bool is_run = script == Script::run || beside;
    if (is_run && beginning.ready_by.kind == ReadyBy::Kind::descriptor) {
        auto& fifo = beside ? next_.ready : ready_;
        const auto name = beside ? files::new_ready : files::ready;
        if (const auto opened = open_ready(fifo, name, false); !opened)
            return run_failed(script, {base::Spawned::Step::fork, opened.error(), 0});
        given.add({fifo.number(), beginning.ready_by.descriptor});
    }
    char* const listen_pid = is_run ? sockets_.give(given, environment_) : nullptr;
    base::Fd handover;
    if (beside) {
        auto given_one = give_handover(given);
        if (!given_one)
            return run_failed(script, {base::Spawned::Step::fork, given_one.error(), 0});
        handover = std::move(*given_one);
    }
    if (script == Script::check) tell_check(service_.checks(), service_.uptime(now));
    if (script == Script::trial)
        tell_check(service_.trials(), now.steady - service_.replacement().started());
    program.given = {given.begin(), given.end()};
    program.environment = environment_.whole();
    const Register::Pen pen{&register_, kin_of(script), parts ? Script::finish : script,
                            wish()};
    const Entry entry{&pen, listen_pid};
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
    if (script == Script::run || script == Script::start) group_ = program.group;
    if (beside) next_.group = program.group;
    obey(service_.started(script, born.pid, beginning, base::now()));
    if (script == Script::run) {
        last_pid_ = born.pid;
        service_.name_birth(base::birth_of(born.pid));
    }
    if (beside) service_.name_new_birth(base::birth_of(born.pid));
    if (is_told(script)) hooks_.notify(path + 2, "start", born.pid, 0, base::now());
}

void Slot::run_failed(Script script, const base::Spawned& born) {
    const bool fork = born.step == base::Spawned::Step::fork;
    const auto path = path_of(script);
    const auto now = base::now();
    if (quiet_.may_speak(fork ? "fork" : "start", fork ? "" : path, born.error,
                         now.steady)) {
        if (fork)
            report_.warn(born.error, "unable to fork for ", job_.name);
        else
            report_.warn(born.error, "unable to start ", name_, "/", path + 2);
    }
    if (script == Script::replacement) next_.bury(0);
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

Wish Slot::wish() const {
    switch (service_.state().want) {
        case Want::up: return {'u', service_.leaving()};
        case Want::down: return {'d', service_.leaving()};
        case Want::once: return {'o', service_.leaving()};
    }
    return {};
}

Aftermath Slot::aftermath() const {
    return role_ == Role::service ? directory_.after_death() : Aftermath{};
}

}  // namespace supervise
