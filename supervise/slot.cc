#include "supervise/slot.h"

#include <signal.h>
#include <unistd.h>

#include <utility>

#include "base/deadline.h"

namespace supervise {
namespace {

// With all that it has started, lest each check leaves something behind that hangs.
void end_check(pid_t check) {
    if (check != 0 && ::kill(-check, SIGKILL) == -1) ::kill(check, SIGKILL);
}

constexpr std::string_view event_of(const LastExit& exit) {
    return exit.kind == LastExit::Kind::code ? "exit" : "killed";
}

constexpr auto leftovers_pace = std::chrono::milliseconds(50);  // between two looks at them

constexpr auto retry_pace = std::chrono::seconds(1);  // where something is missing

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

void Slot::begin() {
    if (!process_.adopted) return obey(service_.begin());
    if (service_.hand_over_due()) hand_over();
    if (service_.down_due()) hear(Command::down);
}

void Slot::look_at_adopted() {
    for (auto* const one : {&next_.adopted, &process_.adopted}) {
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

// Who was started a moment ago may have changed the directory.
bool Slot::ended(pid_t pid, const Death& death) {
    look_again();
    handover_.ended(pid);
    if (const auto signal = hooks_.ended(pid, death.exit); signal)
        if (signal->target == service_.target())
            send_signal(signal->signal, signal->target, signal->to_group);
    if (!service_.knows(pid)) return false;
    const bool was_run = pid == service_.state().pid;
    const auto script = service_.script_of(pid);
    if (was_run && process_.group == base::Group::session) look_for_leftovers(pid);
    if (script == Script::replacement) forget_next(pid);
    obey(service_.exited(pid, death, aftermath(), base::now()));
    notify(script, event_of(death.exit), pid, death.exit.number);
    return true;
}

// Of starts and deaths of what matters to people.
void Slot::notify(Script script, std::string_view event, pid_t pid, int code) {
    if (script == Script::run || script == Script::start || script == Script::stop ||
        script == Script::replacement)
        hooks_.notify(path_of(script) + 2, event, pid, code, base::now());
}

void Slot::look_for_leftovers(pid_t leader) {
    leftovers_.look_for(leader, service_.groups());
    if (!service_.groups().empty()) service_.name_groups_seen(leftovers_.seen());
}

void Slot::stay() {
    left_ = false;
    service_.wish(Want::up, false);
    obey(service_.hear(Command::up, {}, base::now()));
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
    const auto said = process_.said(room);
    if (said.empty()) return;
    const auto now = base::now();
    if (const auto patience = service_.watchdog().patience(); patience != State::Time(0))
        service_.said(directory_.watchdog(patience), now);
    if (said.find('\n') == said.npos) return;
    const auto orders = service_.ready(now);
    // It says so once: the next supervise has to know even where this one tells nobody.
    if (orders.announce) register_.note_ready(Kin::service);
    obey(orders);
}

std::optional<std::chrono::nanoseconds> Slot::deadline() const {
    return base::earliest({process_.adopted.deadline(), service_.deadline(),
                           hooks_.deadline(), next_.adopted.deadline()});
}

int Slot::ready_descriptor() const {
    const auto state = service_.state();
    const bool hears = state.pid != 0 && state.ready_by.kind == ReadyBy::Kind::descriptor;
    return hears ? process_.ready.number() : base::Fd::none;
}

bool Slot::take_news(Few<Change, 16>& changes) {
    changes = std::exchange(changes_, {});
    return std::exchange(news_, false);
}

void Slot::obey(const Orders& orders) {
    if (orders.inherit) inherit();
    for (const int signal : orders.signals)
        send_signal(signal, service_.target(), orders.to_group);
    if (orders.kill_hook) process_.signal(service_.hook(), SIGKILL, false);
    if (orders.kill_check) end_check(service_.checks().running());
    if (orders.kill == service_.replacement().pid())
        next_.signal(orders.kill, SIGKILL, true);
    else
        end_check(orders.kill);
    if (orders.hand_over) hand_over();
    for (const auto change : orders.changes) changes_.add(change);
    if (orders.announce) news_ = true;
    if (orders.leave) leave();
    if (orders.launch) launch();
    if (orders.unfit) restart();
    for (const auto script : orders.run) look_or_run(script);
    if (!service_.needs_sockets()) sockets_.close();
}

// Nobody would end a check that is still under way.
void Slot::leave() {
    left_ = true;
    end_check(service_.checks().running());
    end_check(service_.trials().running());
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
    auto& checks = script == Script::check ? service_.checks() : service_.trials();
    const auto checking = directory_.before_check(checks.directory());
    if (checks.wants(checking)) run(script, {.checking = checking});
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

void Slot::send_signal(int signal, pid_t target, bool to_group) {
    if (to_group) leftovers_.signal(service_.groups(), signal);
    process_.signal(target, signal, to_group);
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
        ready_by.descriptor >= Sockets::first &&
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
    if (trouble.words.empty()) return true;
    const auto now = base::now();
    if (quiet_.may_speak("listen", trouble.words, {}, now.steady))
        report_.warn("unable to use ", name_, "/listen: ", trouble.words);
    if (!trouble.in_the_way) return true;
    const base::Text<127> reason("listen: ", trouble.words);
    obey(service_.postpone(now.steady + retry_pace, now, reason));
    return false;
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
