#include "svscan/tree.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "supervise/files.h"
#include "supervise/told.h"
#include "supervise/workers.h"
#include "svscan/leftovers.h"
#include "svscan/where.h"

namespace svscan {
namespace {

constexpr Time patience = std::chrono::seconds(5);

Time now() { return base::now().steady; }

Death death_of_child(int status) {
    if (!WIFEXITED(status)) return Death::killed;
    return WEXITSTATUS(status) == 0 ? Death::left : Death::failed;
}

// Whether a service is down for good, and the logger that is its own is not.
bool has_only_logger(const base::Path& place) {
    const auto told = supervise::read_state(AT_FDCWD, place);
    if (!told) return false;
    const auto service = supervise::decode((*told).text, "");
    const auto logger = supervise::decode((*told).text, "log-");
    const auto is_over = [](supervise::Phase phase) {
        return phase == supervise::Phase::down || phase == supervise::Phase::failed;
    };
    return service && is_over(service->phase) && logger && !is_over(logger->phase);
}

}  // namespace

Tree::Tree(Plan& plan, Voice& voice)
    : plan_(plan), voice_(voice), pipes_(voice, starter_.descriptors()) {}

void Tree::carry_out(const Plan::Task& task) {
    const auto place = task.place;
    switch (task.order.act) {
        case Act::start: return start(task);
        case Act::watch:
            if (task.order.part != Part::logger) return look_at(task);
            if (has_chatty_leftovers(place)) kill_writers(pipes_.to_read(place));
            return watch(place, pipes_.content(place));
        case Act::drain:
            // In this order: a logger that reads the end first would be started again.
            speak(task);
            return let_go(place);
        case Act::end:
            if (ends_leftovers(task)) return watch(place, Content::something);
            return speak(task);
        case Act::kill:
        case Act::kill_all:
        case Act::kill_log:
        case Act::signal: return speak(task);
        case Act::release:
            pipes_.release(place);
            essentials_.forget(place);
            return plan_.released(task, now());
    }
}

void Tree::watch(Plan::Index place, Content content) {
    plan_.report(place, [&](Place& one) { one.piped(content, now()); });
}

void Tree::look_at(const Plan::Task& task) {
    const bool only_logger = has_only_logger(place_of(plan_, task.who()));
    plan_.report(task.place, [&](Place& place) {
        place.looked_at(task.order.part, only_logger, now());
    });
}

// The first process kills who keeps a logger's pipe open, once: some survive even KILL.
bool Tree::ends_leftovers(const Plan::Task& task) {
    return is_first_process() && task.order.part == Part::logger &&
           pipes_.begin_search(task.place) && kill_writers(pipes_.to_read(task.place)) > 0;
}

// Who writes on when all else is to end would have the logger read for ever.
bool Tree::has_chatty_leftovers(Plan::Index place) const {
    return plan_.insists(place) && now() - pipes_.let_go_at(place) >= patience;
}

// Whether it is adopted now; one that is about to be there is looked at again.
bool Tree::adopt(Plan::Index place, Part part) {
    if (plan_.pid(place, part) != 0 || adopted_.ok({place, part}) != base::Fd::none)
        return false;
    const auto found = adopted_.take({place, part}, place_of(plan_, {place, part}));
    if (found && *found == Adopted::Found::coming)
        plan_.report(place, [&](Place& one) { one.expected(part, now()); });
    if (!found || *found != Adopted::Found::running) return false;
    plan_.report(place, [&](Place& one) { one.adopted(part, now()); });
    return true;
}

// Its logger's pipe must be open before anybody is told to leave: what is in it goes with
// the last who holds it.
void Tree::adopt_who_runs(Plan::Index place) {
    bool any = adopt(place, Part::logger);
    if (!plan_.is_log(place)) {
        any = adopt(place, Part::service) || any;
        for (const int number : supervise::all_workers(plan_.name(place).c_str()))
            any = adopt(place, worker(number)) || any;
    }
    if (any) find_logger(place);
}

void Tree::adopt_who_runs() {
    for (const auto place : plan_.places()) adopt_who_runs(place);
}

void Tree::start(const Plan::Task& task) {
    if (task.order.part == Part::service && has_others(task.place)) return;
    const auto where = directory(plan_, task.who());
    if (is_worker(task.order.part)) make_worker(task.who(), where);
    const bool ready = task.order.part == Part::logger || find_logger(task.place);
    if (ready && (is_there(task, where) || is_started(task, where))) return;
    plan_.report(task.place,
                 [&](Place& place) { place.start_failed(task.order.part, now()); });
}

// Or soon will be.
bool Tree::is_there(const Plan::Task& task, const base::Path& where) {
    const auto who = task.who();
    const auto found = adopted_.take(who, place_of(plan_, who));
    if (!found) voice_.unable_for_all(found.error(), "adopt supervise ", where);
    if (!found || *found == Adopted::Found::nobody) return false;
    bool there = true;
    plan_.report(task.place, [&](Place& place) {
        if (*found == Adopted::Found::running)
            place.adopted(task.order.part, now());
        else
            there = place.occupied(task.order.part, now());
    });
    if (*found == Adopted::Found::running) watch_essential(who);
    return there;
}

bool Tree::is_started(const Plan::Task& task, const base::Path& where) {
    const auto spawned = starter_.start(where.c_str(), standard(task));
    switch (spawned.step) {
        case base::Spawned::Step::done:
            plan_.started(task, spawned.pid, now());
            watch_essential(task.who());
            return true;
        case base::Spawned::Step::fork:
            voice_.unable_for_all(spawned.error, "fork for ", where);
            return false;
        case base::Spawned::Step::exec:
            voice_.unable_for_all(spawned.error, "start supervise ", where);
            return false;
    }
    return false;
}

void Tree::watch_essential(Who who) {
    if (who.part == Part::logger) return;
    essentials_.watch(who, plan_.name(who.place).c_str(), plan_.identity(who.place),
                      own(who.part).c_str(), now());
}

// A service has a logger when there is a directory log/ at a start of its supervise; the
// pipe is then kept for as long as the place. False: nothing can be started now.
bool Tree::find_logger(Plan::Index place) {
    if (pipes_.to_read(place) != base::Fd::none) return true;
    const base::Path log(plan_.name(place), "/", supervise::files::log);
    const auto logger = identify(log.c_str());
    if (logger ? !*logger : leads_nowhere(logger.error())) return true;
    if (!logger) {
        voice_.unable(logger.error(), "stat ", log);
        return false;
    }
    if (!pipes_.make(place, log.c_str(), plan_.name(place))) return false;
    plan_.report(place, [&](Place& one) { one.found_logger(now()); });
    return true;
}

void Tree::speak(const Plan::Task& task) {
    const auto spoken = say_to(task);
    if (!spoken && spoken.error().number != ENXIO && spoken.error().number != ENOENT)
        voice_.unable(spoken.error(), "control ", directory(plan_, task.who()));
    plan_.report(task.place, [&](Place& place) {
        spoken ? place.heard(task.order, now()) : place.unheard(task.order, now());
    });
}

base::Result<void> Tree::say_to(const Plan::Task& task) {
    const auto whom = listener(task.who());
    switch (task.order.act) {
        case Act::end: return tell(whom, "dx");
        case Act::drain: return tell(whom, "x");
        case Act::kill: return tell(whom, "dxk");
        case Act::kill_all: return tell(whom, "dxkLdxk");
        case Act::kill_log: return tell(whom, "Ldxk");
        case Act::signal:
            if (whom.pid != 0) ::kill(whom.pid, SIGTERM);
            break;
        case Act::start:
        case Act::watch:
        case Act::release: break;
    }
    return {};
}

void Tree::let_go(Plan::Index place) {
    pipes_.let_go(place, now());
    if (!plan_.is_log(place) || !before_) return;
    ::dup2(before_->output.number(), STDOUT_FILENO);
    ::dup2(before_->error.number(), STDERR_FILENO);
}

void Tree::reap_children() {
    int status;
    for (pid_t pid; (pid = ::waitpid(-1, &status, WNOHANG)) > 0;)
        plan_.died(pid, death_of_child(status), now());
}

void Tree::add_to(std::vector<pollfd>& polled) const {
    adopted_.add_to(polled);
    essentials_.add_to(polled);
}

void Tree::reap_adopted(std::span<const pollfd> polled) {
    adopted_.take_gone(polled, [&](Who who) {
        const auto death = death_of(listener(who));
        plan_.report(who.place, [&](Place& place) { place.died(who.part, death, now()); });
    });
}

std::optional<int> Tree::essential_end() {
    const auto end = essentials_.check(now());
    if (!end) return {};
    voice_.explain(plan_.name(end->place), " is essential and has ended; so does all else");
    return end->exit_code;
}

// One that has its own patience with its service is left to it.
void Tree::kill_who_lingers() {
    const auto is_patient = [&](Who who) {
        const base::Path file(service(plan_, who), "/timeout-kill");
        return ::access(file.c_str(), F_OK) == 0;
    };
    for (const auto place : plan_.places())
        plan_.report(place, [&](Place& one) {
            if (!is_patient({place, Part::service})) one.press_service(now());
            if (!is_patient({place, Part::logger})) one.insist(now());
        });
}

void Tree::mend() const {
    plan_.each_child([&](Plan::Index place, Part part) {
        const auto one = listener({place, part});
        if (!is_whole(one)) ::kill(one.pid, SIGHUP);
    });
}

// What the log says itself must not come back to it.
std::array<int, 3> Tree::standard(const Plan::Task& task) const {
    const int read = pipes_.to_read(task.place);
    const int write = pipes_.to_write(task.place);
    if (plan_.is_log(task.place) && before_)
        return {read, before_->output.number(), before_->error.number()};
    if (task.order.part == Part::logger) return {read, STDOUT_FILENO, STDERR_FILENO};
    return {STDIN_FILENO, write != base::Fd::none ? write : STDOUT_FILENO, STDERR_FILENO};
}

void Tree::log_to(const char* directory) {
    const auto identity = identify(directory);
    if (!identity || !*identity) {
        voice_.unable(identity ? base::Errno{ENOTDIR} : identity.error(), "log to ",
                      directory);
        return;
    }
    const auto place = plan_.add_log({directory, *identity}, now());
    if (!pipes_.make(place, directory, directory)) return plan_.drop_log();
    before_ = {base::Fd(::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)),
               base::Fd(::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3))};
    ::dup2(pipes_.to_write(place), STDOUT_FILENO);
    ::dup2(pipes_.to_write(place), STDERR_FILENO);
}

Listener Tree::listener(Who who) const {
    return {plan_.name(who.place).c_str(),
            plan_.identity(who.place),
            works(plan_, who),
            own(who.part),
            plan_.pid(who.place, who.part),
            adopted_.ok(who)};
}

}  // namespace svscan
