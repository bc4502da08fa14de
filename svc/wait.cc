#include "svc/wait.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

#include "base/clock.h"
#include "supervise/files.h"
#include "supervise/rounds.h"
#include "supervise/whereabouts.h"
#include "supervise/workers.h"
#include "svc/control.h"

namespace svc {
namespace {

// How often a supervise that does not run is looked for.
constexpr auto pace = std::chrono::milliseconds(50);

constexpr int patience_for_state = 40;  // looks

constexpr int ends[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

bool absent(base::Errno error) { return error.number == ENXIO || error.number == ENOENT; }

// Some descriptors for each service: as many as we may have.
void raise_limit() {
    rlimit files;
    if (::getrlimit(RLIMIT_NOFILE, &files) == -1) return;
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
}

// A supervise that was killed may have left its process behind.
bool last_process_lives(const Waited& service) {
    const auto told = supervise::read_state(service.directory.number(), service.place);
    if (!told) return false;
    const auto state = supervise::decode((*told).text, "");
    return state && supervise::lives(*state);
}

// Who hears commands and not yet that somebody looks has only just begun, and may have
// started its service already.
bool is_beginning(const Waited& service) {
    const base::Path path(service.place, "/", supervise::files::control);
    constexpr int to_ask = O_WRONLY | O_NONBLOCK | O_NOCTTY;
    return static_cast<bool>(
        base::open_at(service.directory.number(), path.c_str(), to_ask));
}

}  // namespace

Wait::Wait(base::Report& report, Goal goal, std::string_view letters,
           std::optional<std::chrono::seconds> most)
    : report_(report),
      signals_{SIGINT, SIGTERM, SIGHUP, SIGQUIT},
      wish_(goal, letters),
      goal_(goal),
      letters_(letters) {
    raise_limit();
    take_room();
    if (most) deadline_ = base::now().steady + *most;
}

void Wait::add(std::string name, std::string_view own, bool asked) {
    auto& service = services_.emplace_back(std::move(name));
    if (trouble_) return;
    service.wish = wish_;
    service.own = own;
    service.asked = asked;
    auto directory = base::open(".", O_RDONLY | O_DIRECTORY);
    if (!directory) return trouble(service, "open", ".", directory.error());
    service.directory = std::move(*directory);
    service.place = supervise::place_here(own).view();
    open(service);
}

void Wait::send_later() { services_.back().unsent = true; }

void Wait::trouble(const Service& service, const char* verb, const char* object,
                   base::Errno error) {
    if (!trouble_)
        report_.warn(error, "unable to wait for ", service.name, ": unable to ", verb, " ",
                     service.place, service.place.empty() ? "" : "/", object);
    give_up();
}

void Wait::give_up() {
    trouble_ = true;
    make_room();
}

void Wait::take_room() {
    if (trouble_) return;
    if (auto spare = base::open("/", O_RDONLY | O_DIRECTORY)) spare_ = std::move(*spare);
}

// First the fifo, then the look: what happens in between is told by the fifo.
void Wait::open(Service& service) {
    const auto opened = service.waiter.open(service.directory.number(), service.place);
    if (opened) return begin(service);
    if (!absent(opened.error()))
        trouble(service, "make a fifo in", supervise::files::event, opened.error());
}

void Wait::begin(Service& service) {
    service.look = true;
    if (std::exchange(service.begun, true)) return;
    auto told = supervise::read_state(service.directory.number(), service.place);
    if (!told) return unreadable(service, told.error());
    service.before = std::move(*told);
    if (const auto state = supervise::decode(service.before.text, ""))
        service.wish.begin(*state);
}

// A supervise that has just begun may not have told yet: it is met a little later. One of
// another make never tells.
void Wait::unreadable(Service& service, base::Errno error) {
    if (error.number != ENOENT || ++service.missed > patience_for_state)
        return trouble(service, "read", supervise::files::state, error);
    service.begun = false;
    service.waiter.close();
}

void Wait::deliver(Service& service) {
    if (!service.unsent || ::fchdir(service.directory.number()) == -1) return;
    const auto sent = Control().send(letters_, service.place.c_str());
    if (sent.step == Sent::Step::done) service.unsent = false;
}

void Wait::look(Service& service) {
    service.look = false;
    const auto told = supervise::read_state(service.directory.number(), service.place);
    if (!told) return unreadable(service, told.error());
    const auto state = supervise::decode((*told).text, "");
    if (!state) return trouble(service, "understand", supervise::files::state, {EINVAL});
    service.verdict = service.wish.judge(*state, !supervise::same(*told, service.before));
    service.reason = state->reason;
}

void Wait::look_absent(Service& service) {
    const int missed = service.missed;
    open(service);
    if (service.waiter.is_open()) {
        deliver(service);
        return look(service);
    }
    if (service.missed != missed) return;
    if (wants_run() && hand_over(service)) return;
    const bool alive = is_beginning(service) || last_process_lives(service);
    service.verdict = service.wish.judge_absent(alive);
}

// A supervise that left for workers does not come again: they are waited for instead, and
// it instead of them. Nor does a worker that is one too many. Whoever comes begins after
// the letters, which are for him only where the one before has not heard any.
bool Wait::hand_over(Service& service) {
    if (::fchdir(service.directory.number()) == -1) return false;
    const auto workers = supervise::workers_of();
    if (!workers) return false;
    const int most = (*workers).value_or(0);
    const auto number = supervise::worker_in(service.own);
    if (number ? service.asked || *number < most : most == 0) return false;
    const auto wait_for = [&](std::string name, const std::string& own) {
        // Once, whichever of its workers it comes for.
        const auto is_it = [&](const Service& one) {
            return one.verdict == Verdict::wait && one.name == name && one.own == own;
        };
        if (std::ranges::any_of(services_, is_it)) return;
        add(std::move(name), own, false);
        auto& next = services_.back();
        next.unsent = service.unsent;
        if (!next.unsent) next.wish = Wish(goal_, "");
        deliver(next);
    };
    for (int i = 0; !number && i < most; ++i) {
        const auto own = supervise::directory_of_worker(i);
        wait_for(supervise::name_of(service.name, own), own);
    }
    if (most == 0) wait_for(supervise::job_of(service.name.c_str(), number).service, ".");
    service.verdict = Verdict::met;
    return true;
}

void Wait::look_at_all() {
    for (std::size_t i = 0; i < services_.size(); ++i) {
        auto& service = services_[i];
        if (service.verdict != Verdict::wait || trouble_) continue;
        if (!service.waiter.is_open())
            look_absent(service);
        else if (service.look)
            look(service);
        if (service.verdict == Verdict::met) service.waiter.close();
    }
}

// Nothing as long as there is something to wait for.
std::optional<int> Wait::verdict() {
    if (trouble_) return base::failed_for_now;
    bool all = true;
    for (const auto& service : services_) {
        if (service.verdict == Verdict::failed) {
            report_.warn(service.name, " has failed for good");
            return failed_for_good;
        }
        if (service.verdict == Verdict::kept) {
            const bool told = service.reason.view() != "none";
            report_.warn(service.name, ": ",
                         told ? service.reason.view() : "the replacement has ended");
            return failed_for_good;
        }
        all = all && service.verdict == Verdict::met;
    }
    if (all) return 0;
    if (deadline_ && base::now().steady >= *deadline_) return too_late();
    return {};
}

int Wait::too_late() {
    for (const auto& service : services_)
        if (service.verdict == Verdict::wait)
            report_.warn(service.name, " is not ", name(goal_), " in time");
    return not_in_time;
}

int Wait::run() {
    for (;;) {
        if (!trouble_) look_at_all();
        if (const auto code = verdict()) return *code;
        wait();
        heed_signals();
    }
}

std::optional<std::chrono::nanoseconds> Wait::time_left() const {
    std::optional<std::chrono::nanoseconds> left;
    if (deadline_)
        left = std::max(*deadline_ - base::now().steady, std::chrono::nanoseconds(0));
    for (const auto& service : services_)
        if (service.verdict == Verdict::wait && !service.waiter.is_open())
            return left ? std::min<std::chrono::nanoseconds>(*left, pace) : pace;
    return left;
}

// Two descriptors for each service, poll(2) passes over those that are -1.
void Wait::wait() {
    watched_.clear();
    for (const auto& service : services_) {
        watched_.push_back({service.waiter.letters(), POLLIN, 0});
        watched_.push_back({service.waiter.presence(), 0, 0});
    }
    if (const auto waited = signals_.wait(watched_, time_left()); !waited) {
        report_.warn(waited.error(), "unable to wait");
        return give_up();
    }
    auto told = watched_.cbegin();
    for (auto& service : services_) {
        if (told++->revents != 0) {
            service.wish.hear(service.waiter.take());
            service.look = true;
        }
        if (told++->revents != 0) service.waiter.close();
    }
}

void Wait::heed_signals() {
    for (const int signal : ends) {
        if (!signals_.take(signal)) continue;
        services_.clear();
        base::Signals::forget();
        ::raise(signal);
    }
}

}  // namespace svc
