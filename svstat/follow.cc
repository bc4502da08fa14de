#include "svstat/follow.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <deque>
#include <list>
#include <vector>

#include "base/clock.h"
#include "base/fd.h"
#include "base/signals.h"
#include "base/watch.h"
#include "supervise/files.h"
#include "supervise/waiter.h"
#include "supervise/whereabouts.h"
#include "supervise/workers.h"
#include "svstat/output.h"
#include "svstat/tell.h"

namespace svstat {
namespace {

constexpr auto pace = std::chrono::seconds(1);

// A service as it was asked for.
struct Asked {
    const char* name;
    int place = -1;      // of its directory in the watch, where there is a file `workers`
    bool gather = true;  // who is to be followed is to be found out
};

struct Followed {
    Followed(Asked& of, std::string worker) : asked(of), own(std::move(worker)) {}
    Asked& asked;
    std::string own;  // the directory of one of its workers, else empty
    supervise::Waiter waiter;
    int place = -1;  // of supervise/ in the watch
    std::string essence;
    bool told = false;
    bool look = true;
    bool leaves = false;  // no longer followed when its supervise is gone
};

class Follower {
  public:
    Follower(const Options& options)
        : options_(options), teller_(options), signals_{SIGINT, SIGTERM, SIGHUP, SIGQUIT} {}

    void add(const char* name) { asked_.push_back({name}); }
    base::Result<void> run();

  private:
    std::optional<std::vector<std::string>> members(Asked& asked, bool known);
    void gather(Asked& asked);
    void look(Followed& service);
    void meet(Followed& service);
    void wait();
    void hear(const base::Watch::Event& event);
    bool unwatched() const;
    void heed_signals();

    const Options options_;
    Teller teller_;
    base::Signals signals_;
    base::Watch watch_;
    std::deque<Asked> asked_;
    std::list<Followed> services_;
    std::vector<pollfd> watched_;
    Output output_;
    bool unread_ = false;  // nobody reads what is told
};

// With workers, each of those that there are now; nothing where that cannot be told, unless
// some run and none is known yet. The watch first, then the look.
std::optional<std::vector<std::string>> Follower::members(Asked& asked, bool known) {
    auto& rounds = teller_.rounds();
    if (!rounds.enter(asked.name)) return {};
    const bool one_for_all = options_.slot == Slot::log && !has_log_file();
    if (one_for_all || rounds.own() != ".") return std::vector<std::string>(1);
    if (::access(supervise::files::workers, F_OK) == 0)
        if (const auto place = watch_.add(".", true)) asked.place = *place;
    auto workers = rounds.workers();
    if (!supervise::workers_of() && (known || workers.empty())) return {};
    if (workers.empty()) workers.emplace_back();
    return workers;
}

// Where nobody can tell who there is, those are kept that there were.
void Follower::gather(Asked& asked) {
    asked.gather = false;
    const auto is_ours = [&](const Followed& service) { return &service.asked == &asked; };
    const bool known = std::ranges::any_of(services_, is_ours);
    auto owns = members(asked, known);
    if (!owns && known) return;
    if (!owns) owns.emplace().emplace_back();
    for (auto& service : services_)
        if (is_ours(service)) service.leaves = std::erase(*owns, service.own) == 0;
    for (auto& own : *owns) services_.emplace_back(asked, std::move(own));
}

// The fifo first, then the look.
void Follower::meet(Followed& service) {
    if (!teller_.rounds().enter(service.asked.name)) return;
    auto own = service.own.empty() ? teller_.rounds().own() : service.own;
    if (options_.slot == Slot::log) {
        const auto logger = find_logger();
        if (!logger) return;
        if (*logger == Logger::directory) own.assign(1, '.');
    }
    const auto here = base::open(".", O_RDONLY | O_DIRECTORY);
    if (!here) return;
    const auto supervise = supervise::place_here(own);
    const auto opened = service.waiter.open((*here).number(), supervise);
    if (!opened) return;
    const auto place = watch_.add(supervise.c_str());
    if (place) service.place = *place;
}

void Follower::look(Followed& service) {
    service.look = false;
    // Its workers stand for it, and tell.
    if (service.leaves && service.own.empty()) return;
    if (!service.waiter.is_open()) meet(service);
    teller_.forget_processes();
    const auto text = teller_.tell(service.asked.name, service.own);
    if (std::exchange(service.told, true) && service.essence == teller_.essence()) return;
    service.essence = teller_.essence();
    output_.add(text);
}

bool Follower::unwatched() const {
    return std::ranges::any_of(
        services_, [](const Followed& service) { return !service.waiter.is_open(); });
}

void Follower::hear(const base::Watch::Event& event) {
    for (auto& service : services_)
        if (event.kind == base::Watch::Kind::lost || event.place == service.place)
            service.look = true;
    for (auto& asked : asked_)
        if (event.kind == base::Watch::Kind::lost ||
            (event.place == asked.place && event.name == supervise::files::workers))
            asked.gather = true;
}

void Follower::wait() {
    watched_.assign({{STDOUT_FILENO, 0, 0}, {watch_.number(), POLLIN, 0}});
    for (const auto& service : services_) {
        watched_.push_back({service.waiter.letters(), POLLIN, 0});
        watched_.push_back({service.waiter.presence(), 0, 0});
    }
    std::optional<std::chrono::nanoseconds> most;
    if (unwatched()) most = pace;
    if (const auto waited = signals_.wait(watched_, most); !waited) unread_ = true;
    if (watched_[0].revents != 0) unread_ = true;
    watch_.take([this](const base::Watch::Event& event) { hear(event); });
    auto told = watched_.cbegin() + 2;
    for (auto& service : services_) {
        if (told++->revents != 0) service.look = !service.waiter.take().empty();
        if (told++->revents != 0) service.waiter.close();
        if (!service.waiter.is_open()) service.look = service.asked.gather = true;
    }
}

void Follower::heed_signals() {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
        if (!signals_.take(signal)) continue;
        services_.clear();
        asked_.clear();
        base::Signals::forget();
        ::raise(signal);
    }
}

base::Result<void> Follower::run() {
    for (;;) {
        for (auto& asked : asked_)
            if (asked.gather) gather(asked);
        for (auto& service : services_)
            if (service.look) look(service);
        services_.remove_if([](const Followed& service) {
            return service.leaves && !service.waiter.is_open();
        });
        const auto written = output_.flush();
        if (!written || unread_ || services_.empty()) return written;
        wait();
        heed_signals();
    }
}

// Some descriptors for each service: as many as we may have.
void raise_limit() {
    rlimit files;
    if (::getrlimit(RLIMIT_NOFILE, &files) == -1) return;
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
}

}  // namespace

base::Result<void> follow(const Options& options, int count, const char* const* words) {
    raise_limit();
    Follower follower(options);
    for (int i = options.words; i < count; ++i) follower.add(words[i]);
    return follower.run();
}

}  // namespace svstat
