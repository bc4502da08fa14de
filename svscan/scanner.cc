#include "svscan/scanner.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

#include "base/clock.h"
#include "base/text.h"
#include "supervise/files.h"
#include "svscan/tell.h"

namespace svscan {
namespace {

constexpr int stretch = 64;  // tasks between two moments of listening

constexpr rlim_t reserve = 4;
constexpr std::string_view unable_to_start = "unable to start supervise ";

}  // namespace

Scanner::Scanner(base::Report& report)
    : report_(report), signals_{SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGCHLD} {}

int Scanner::run() {
    while (hear()) {
        const auto now = base::now().steady;
        if (is_time_to_look(now)) look(now);
        work(now);
        if (plan_.stops() && plan_.empty()) break;
        wait();
    }
    return 0;
}

bool Scanner::is_time_to_look(Time now) {
    if (plan_.stops()) return false;
    const auto when = lookout_.next(plan_.waits_for_look());
    return when && *when <= now;
}

void Scanner::wait() {
    auto when = plan_.deadline();
    if (!plan_.stops()) {
        const auto look = lookout_.next(plan_.waits_for_look());
        if (!when || (look && *look < *when)) when = look;
    }
    std::array<pollfd, 1> watched{{{lookout_.number(), POLLIN, 0}}};
    const auto now = base::now().steady;
    std::optional<Time> most;
    if (when) most = *when - now;
    if (const auto waited = signals_.wait(watched, most); !waited)
        warn(waited.error(), "unable to wait", "", now);
    if (watched[0].revents != 0) lookout_.hear();
}

// False: leave at once, and leave the tree running.
bool Scanner::hear() {
    const auto now = base::now().steady;
    if (signals_.take(SIGQUIT)) return false;
    const bool terminate = signals_.take(SIGTERM);
    const bool interrupt = signals_.take(SIGINT);
    if (signals_.take(SIGCHLD)) reap(now);
    if (terminate || interrupt) plan_.stop(now);
    if (signals_.take(SIGHUP)) lookout_.demand();
    return true;
}

void Scanner::reap(Time now) {
    int status;
    for (pid_t pid; (pid = ::waitpid(-1, &status, WNOHANG)) > 0;)
        plan_.died(pid, WIFEXITED(status) && WEXITSTATUS(status) == 0, now);
}

void Scanner::look(Time now) {
    const auto found = lookout_.look(plan_.waits_for_look());
    if (!found) return warn(found.error(), "unable to read directory", "", now);
    if (!*found) return;
    for (const auto& [name, error] : (*found)->unexamined)
        warn(error, "unable to stat ", name, now);
    plan_.look((*found)->seen, now);
}

void Scanner::work(Time now) {
    for (int done = 0; done < stretch; ++done) {
        const auto task = plan_.next(now);
        if (!task) break;
        carry_out(*task, base::now().steady);
    }
    if (plan_.wants_look()) lookout_.ask();
}

void Scanner::carry_out(const Plan::Task& task, Time now) {
    if (pipes_.size() <= task.place) pipes_.resize(task.place + 1);
    switch (task.order.act) {
        case Act::start: return start(task, now);
        case Act::watch:
            return plan_.report(
                task.place, [&](Place& place) { place.piped(content(task.place), now); });
        case Act::release: pipes_[task.place] = {}; return plan_.released(task, now);
        case Act::drain: let_go(task.place); break;
        case Act::end:
        case Act::kill:
        case Act::signal: break;
    }
    const auto spoken = speak(task);
    if (!spoken && spoken.error().number != ENXIO && spoken.error().number != ENOENT)
        warn(spoken.error(), "unable to control ", directory(task), now);
    plan_.report(task.place, [&](Place& place) {
        spoken ? place.heard(task.order, now) : place.unheard(task.order, now);
    });
}

void Scanner::start(const Plan::Task& task, Time now) {
    const auto where = directory(task);
    if (task.order.part == Part::logger || find_logger(task, now)) {
        const auto spawned = starter_.start(where.c_str(), standard(task));
        switch (spawned.step) {
            case base::Spawned::Step::done: return plan_.started(task, spawned.pid, now);
            case base::Spawned::Step::fork:
                warn(spawned.error, "unable to fork for ", where, now);
                break;
            case base::Spawned::Step::exec:
                warn(spawned.error, unable_to_start, where, now);
                break;
        }
    }
    plan_.report(task.place,
                 [&](Place& place) { place.start_failed(task.order.part, now); });
}

// Some descriptors are kept, for looking and for telling. The lowest free number is always
// taken, so the number shows how many are left.
base::Result<base::Pipe> Scanner::make_log_pipe() const {
    auto pipe = base::make_pipe();
    if (!pipe) return pipe;
    const auto last = std::max(pipe->read.number(), pipe->write.number());
    if (static_cast<rlim_t>(last) + reserve >= starter_.descriptors())
        return base::Errno{EMFILE};
    return pipe;
}

// A service has a logger when there is a directory log/ at a start of its supervise; the
// pipe is then kept for as long as the place. False: nothing can be started now.
bool Scanner::find_logger(const Plan::Task& task, Time now) {
    auto& pipe = pipes_[task.place];
    if (pipe.read) return true;
    const base::Path log(plan_.name(task.place), "/", supervise::files::log);
    const auto logger = identify(log.c_str());
    if (logger ? !*logger : leads_nowhere(logger.error())) return true;
    if (!logger) {
        warn(logger.error(), "unable to stat ", log, now);
        return false;
    }
    auto made = make_log_pipe();
    if (!made) {
        warn(made.error(), "unable to create pipe for ", plan_.name(task.place), now);
        return false;
    }
    pipe = std::move(*made);
    plan_.report(task.place, [&](Place& place) { place.found_logger(now); });
    return true;
}

base::Result<void> Scanner::speak(const Plan::Task& task) {
    const Listener listener{plan_.name(task.place).c_str(), plan_.identity(task.place),
                            inside(task), plan_.pid(task)};
    switch (task.order.act) {
        case Act::end: return tell(listener, "dx");
        case Act::drain: return tell(listener, "x");
        case Act::kill: return tell(listener, "k");
        case Act::signal: ::kill(listener.pid, SIGTERM); break;
        case Act::start:
        case Act::watch:
        case Act::release: break;
    }
    return {};
}

void Scanner::let_go(Plan::Index place) {
    pipes_[place].write.close();
    if (!plan_.is_log(place) || !before_) return;
    ::dup2(before_->output.number(), STDOUT_FILENO);
    ::dup2(before_->error.number(), STDERR_FILENO);
}

Content Scanner::content(Plan::Index place) const {
    pollfd end{pipes_[place].read.number(), POLLIN, 0};
    const bool any = ::poll(&end, 1, 0) == 1 && (end.revents & POLLIN);
    return any ? Content::something : Content::nothing;
}

// What the log says itself must not come back to it.
std::array<int, 3> Scanner::standard(const Plan::Task& task) const {
    const auto& pipe = pipes_[task.place];
    if (plan_.is_log(task.place) && before_)
        return {pipe.read.number(), before_->output.number(), before_->error.number()};
    if (task.order.part == Part::logger)
        return {pipe.read.number(), STDOUT_FILENO, STDERR_FILENO};
    return {STDIN_FILENO, pipe.write ? pipe.write.number() : STDOUT_FILENO, STDERR_FILENO};
}

void Scanner::log_to(const char* directory) {
    const auto now = base::now().steady;
    const auto identity = identify(directory);
    if (!identity) return warn(identity.error(), "unable to stat ", directory, now);
    if (!*identity) return warn({ENOTDIR}, "unable to log to ", directory, now);
    auto pipe = base::make_pipe();
    if (!pipe) return warn(pipe.error(), "unable to create pipe for ", directory, now);
    before_ = {base::Fd(::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)),
               base::Fd(::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3))};
    ::dup2(pipe->write.number(), STDOUT_FILENO);
    ::dup2(pipe->write.number(), STDERR_FILENO);
    pipes_.resize(1);
    pipes_[0] = std::move(*pipe);
    plan_.add_log({directory, *identity}, now);
}

const char* Scanner::inside(const Plan::Task& task) const {
    return task.order.part == Part::logger && !plan_.is_log(task.place) ? "log/" : "";
}

// As supervise is given it.
base::Path Scanner::directory(const Plan::Task& task) const {
    const bool log = *inside(task) != '\0';
    return base::Path(plan_.name(task.place), log ? "/log" : "");
}

// What the system lacks, it lacks for all services: one of them is named.
void Scanner::warn(base::Errno error, std::string_view unable_to, std::string_view whose,
                   Time now) {
    const bool common = error.number == EMFILE || error.number == ENFILE ||
                        error.number == EAGAIN || error.number == ENOMEM ||
                        unable_to == unable_to_start;
    if (!quiet_.may_speak(unable_to, common ? "" : whose, error.number, now)) return;
    report_.warn(error, unable_to, whose);
    if (error.number == EMFILE)
        report_.warn("each log pipe takes two descriptors, and only ",
                     starter_.descriptors(), " may be open");
}

}  // namespace svscan
