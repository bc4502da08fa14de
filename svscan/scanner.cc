#include "svscan/scanner.h"

#include <poll.h>
#include <signal.h>

#include "base/clock.h"

namespace svscan {
namespace {

constexpr int stretch = 64;  // tasks between two moments of listening

}  // namespace

Scanner::Scanner(base::Report& report)
    : signals_{SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGCHLD},
      voice_(report),
      tree_(plan_, voice_, {lookout_.number(), POLLIN, 0}) {}

int Scanner::run() {
    while (hear()) {
        if (is_time_to_look(base::now().steady)) look();
        work();
        if (plan_.stops() && plan_.empty()) break;
        wait();
    }
    return 0;
}

// False: leave at once, and leave the tree running.
bool Scanner::hear() {
    if (signals_.take(SIGQUIT)) return false;
    const bool terminate = signals_.take(SIGTERM);
    const bool interrupt = signals_.take(SIGINT);
    if (signals_.take(SIGCHLD)) tree_.reap_children();
    if (terminate || interrupt) plan_.stop(base::now().steady);
    if (signals_.take(SIGHUP)) lookout_.demand();
    return true;
}

bool Scanner::is_time_to_look(Time now) {
    if (plan_.stops()) return false;
    const auto when = lookout_.next(plan_.waits_for_look());
    return when && *when <= now;
}

void Scanner::look() {
    const auto found = lookout_.look(plan_.waits_for_look());
    if (!found) {
        voice_.unable(found.error(), "read directory", "");
        return;
    }
    if (!*found) return;
    for (const auto& [name, error] : (*found)->unexamined)
        voice_.unable(error, "stat ", name);
    plan_.look((*found)->seen, base::now().steady);
}

void Scanner::work() {
    const auto now = base::now().steady;
    for (int done = 0; done < stretch; ++done) {
        const auto task = plan_.next(now);
        if (!task) break;
        tree_.carry_out(*task);
    }
    if (plan_.wants_look()) lookout_.ask();
}

void Scanner::wait() {
    auto when = plan_.deadline();
    if (!plan_.stops()) {
        const auto look = lookout_.next(plan_.waits_for_look());
        if (!when || (look && *look < *when)) when = look;
    }
    std::optional<Time> most;
    if (when) most = *when - base::now().steady;
    const auto polled = tree_.polled();
    if (const auto waited = signals_.wait(polled, most); !waited)
        voice_.unable(waited.error(), "wait", "");
    if (polled.front().revents != 0) lookout_.hear();
    tree_.reap_adopted();
}

}  // namespace svscan
