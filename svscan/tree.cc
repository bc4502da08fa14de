#include "svscan/tree.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

#include "base/clock.h"
#include "supervise/files.h"
#include "svscan/pipe.h"

namespace svscan {
namespace {

// Descriptors that no pipe takes, so that svscan can look and tell.
constexpr rlim_t reserve = 4;

Time now() { return base::now().steady; }

Death death_of_child(int status) {
    if (!WIFEXITED(status)) return Death::killed;
    return WEXITSTATUS(status) == 0 ? Death::left : Death::failed;
}

bool is_shortage(base::Errno error) {
    return error.number == EMFILE || error.number == ENFILE || error.number == ENOMEM;
}

}  // namespace

Tree::Tree(Plan& plan, Voice& voice, pollfd first)
    : plan_(plan), voice_(voice), adopted_(first) {}

void Tree::carry_out(const Plan::Task& task) {
    if (pipes_.size() <= task.place) pipes_.resize(task.place + 1);
    switch (task.order.act) {
        case Act::start: return start(task);
        case Act::watch:
            return plan_.report(
                task.place, [&](Place& place) { place.piped(content(task.place), now()); });
        case Act::release: pipes_[task.place] = {}; return plan_.released(task, now());
        case Act::drain:
            // In this order: a logger that reads the end first would be started again.
            speak(task);
            return let_go(task.place);
        case Act::end:
        case Act::kill:
        case Act::signal: return speak(task);
    }
}

void Tree::start(const Plan::Task& task) {
    const auto where = directory(task);
    const bool ready = task.order.part == Part::logger || find_logger(task);
    if (ready && (is_adopted(task, where) || is_started(task, where))) return;
    plan_.report(task.place,
                 [&](Place& place) { place.start_failed(task.order.part, now()); });
}

bool Tree::is_adopted(const Plan::Task& task, const base::Path& where) {
    const auto taken = adopted_.take({task.place, task.order.part}, where.c_str());
    if (!taken) voice_.unable_for_all(taken.error(), "adopt supervise ", where);
    if (!taken || !*taken) return false;
    plan_.report(task.place, [&](Place& place) { place.adopted(task.order.part, now()); });
    return true;
}

bool Tree::is_started(const Plan::Task& task, const base::Path& where) {
    const auto spawned = starter_.start(where.c_str(), standard(task));
    switch (spawned.step) {
        case base::Spawned::Step::done:
            plan_.started(task, spawned.pid, now());
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

// A service has a logger when there is a directory log/ at a start of its supervise; the
// pipe is then kept for as long as the place. False: nothing can be started now.
bool Tree::find_logger(const Plan::Task& task) {
    if (pipes_[task.place].read) return true;
    const base::Path log(plan_.name(task.place), "/", supervise::files::log);
    const auto logger = identify(log.c_str());
    if (logger ? !*logger : leads_nowhere(logger.error())) return true;
    if (!logger) {
        voice_.unable(logger.error(), "stat ", log);
        return false;
    }
    auto made = make_pipe(log);
    if (!made) {
        if (voice_.unable(made.error(), "create pipe for ", plan_.name(task.place)) &&
            made.error().number == EMFILE)
            voice_.explain("each log pipe takes two descriptors, and only ",
                           starter_.descriptors(), " may be open");
        return false;
    }
    pipes_[task.place] = std::move(*made);
    plan_.report(task.place, [&](Place& place) { place.found_logger(now()); });
    return true;
}

// Where there can be no fifo (a disk that is full, or not to be written), a pipe without a
// name does, until svscan is replaced. The lowest free number is always taken, so the
// number shows how many descriptors are left.
base::Result<base::Pipe> Tree::make_pipe(const base::Path& logger) {
    const auto directory = base::open(logger.c_str(), O_RDONLY | O_DIRECTORY);
    auto pipe = directory ? open_log_pipe((*directory).number()) : directory.error();
    if (!pipe && !is_shortage(pipe.error())) {
        voice_.unable(pipe.error(), "make a fifo for ", logger);
        pipe = base::make_pipe();
    }
    if (!pipe) return pipe;
    const auto last = std::max(pipe->read.number(), pipe->write.number());
    if (static_cast<rlim_t>(last) + reserve >= starter_.descriptors())
        return base::Errno{EMFILE};
    return pipe;
}

void Tree::speak(const Plan::Task& task) {
    const auto spoken = say_to(task);
    if (!spoken && spoken.error().number != ENXIO && spoken.error().number != ENOENT)
        voice_.unable(spoken.error(), "control ", directory(task));
    plan_.report(task.place, [&](Place& place) {
        spoken ? place.heard(task.order, now()) : place.unheard(task.order, now());
    });
}

base::Result<void> Tree::say_to(const Plan::Task& task) {
    const auto whom = listener(task.place, task.order.part);
    switch (task.order.act) {
        case Act::end: return tell(whom, "dx");
        case Act::drain: return tell(whom, "x");
        case Act::kill: return tell(whom, "dxk");
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
    pipes_[place].write.close();
    if (!plan_.is_log(place) || !before_) return;
    ::dup2(before_->output.number(), STDOUT_FILENO);
    ::dup2(before_->error.number(), STDERR_FILENO);
}

Content Tree::content(Plan::Index place) const {
    pollfd end{pipes_[place].read.number(), POLLIN, 0};
    const bool any = ::poll(&end, 1, 0) == 1 && (end.revents & POLLIN);
    return any ? Content::something : Content::nothing;
}

void Tree::reap_children() {
    int status;
    for (pid_t pid; (pid = ::waitpid(-1, &status, WNOHANG)) > 0;)
        plan_.died(pid, death_of_child(status), now());
}

void Tree::reap_adopted() {
    adopted_.take_gone([&](Adopted::Who who) {
        const auto death = death_of(listener(who.place, who.part));
        plan_.report(who.place, [&](Place& place) { place.died(who.part, death, now()); });
    });
}

void Tree::mend() const {
    plan_.each_child([&](Plan::Index place, Part part) {
        const auto one = listener(place, part);
        if (!is_whole(one)) ::kill(one.pid, SIGHUP);
    });
}

// What the log says itself must not come back to it.
std::array<int, 3> Tree::standard(const Plan::Task& task) const {
    const auto& pipe = pipes_[task.place];
    if (plan_.is_log(task.place) && before_)
        return {pipe.read.number(), before_->output.number(), before_->error.number()};
    if (task.order.part == Part::logger)
        return {pipe.read.number(), STDOUT_FILENO, STDERR_FILENO};
    return {STDIN_FILENO, pipe.write ? pipe.write.number() : STDOUT_FILENO, STDERR_FILENO};
}

void Tree::log_to(const char* directory) {
    const auto identity = identify(directory);
    if (!identity || !*identity) {
        voice_.unable(identity ? base::Errno{ENOTDIR} : identity.error(), "log to ",
                      directory);
        return;
    }
    auto pipe = make_pipe(base::Path(directory));
    if (!pipe) {
        voice_.unable(pipe.error(), "create pipe for ", directory);
        return;
    }
    before_ = {base::Fd(::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)),
               base::Fd(::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3))};
    ::dup2(pipe->write.number(), STDOUT_FILENO);
    ::dup2(pipe->write.number(), STDERR_FILENO);
    pipes_.resize(1);
    pipes_[0] = std::move(*pipe);
    plan_.add_log({directory, *identity}, now());
}

// Where in the place's directory the part works.
const char* Tree::inside(Plan::Index place, Part part) const {
    return part == Part::logger && !plan_.is_log(place) ? "log/" : "";
}

// As supervise is given it.
base::Path Tree::directory(const Plan::Task& task) const {
    const bool log = *inside(task.place, task.order.part) != '\0';
    return base::Path(plan_.name(task.place), log ? "/log" : "");
}

Listener Tree::listener(Plan::Index place, Part part) const {
    return {plan_.name(place).c_str(), plan_.identity(place), inside(place, part),
            plan_.pid(place, part), adopted_.ok({place, part})};
}

void Tree::remember(NoteWriter& notes) {
    notes(before_.has_value());
    if (before_) notes(before_->output.number()), notes(before_->error.number());
    std::size_t count = 0;
    plan_.each_place([&](Plan::Index) { ++count; });
    notes(count);
    plan_.each_place([&](Plan::Index place) {
        plan_.remember(place, notes);
        const auto [read, write] = ends(place);
        notes(read), notes(write);
        for (const auto part : {Part::service, Part::logger})
            notes(adopted_.ok({place, part}));
    });
}

void Tree::recall(NoteReader& notes) {
    const auto take = [&] {
        int number = base::Fd::none;
        notes(number);
        if (number != base::Fd::none) base::keep_on_exec(number, false);
        return base::Fd(number);
    };
    bool has_outputs = false;
    notes(has_outputs);
    if (has_outputs) {
        auto output = take();
        before_ = {std::move(output), take()};
    }
    std::size_t count = 0;
    for (notes(count); count > 0 && notes.good(); --count) {
        const auto place = plan_.recall(notes);
        if (pipes_.size() <= place) pipes_.resize(place + 1);
        pipes_[place].read = take();
        pipes_[place].write = take();
        for (const auto part : {Part::service, Part::logger})
            if (auto ok = take()) adopted_.take_over({place, part}, std::move(ok));
    }
}

void Tree::keep_on_exec(bool keep) const {
    const auto mark = [&](int number) {
        if (number != base::Fd::none) base::keep_on_exec(number, keep);
    };
    if (before_) mark(before_->output.number()), mark(before_->error.number());
    plan_.each_place([&](Plan::Index place) {
        const auto [read, write] = ends(place);
        mark(read), mark(write);
        for (const auto part : {Part::service, Part::logger})
            mark(adopted_.ok({place, part}));
    });
    keep ? starter_.lower() : starter_.raise();
}

std::pair<int, int> Tree::ends(Plan::Index place) const {
    if (place >= pipes_.size()) return {base::Fd::none, base::Fd::none};
    return {pipes_[place].read.number(), pipes_[place].write.number()};
}

}  // namespace svscan
