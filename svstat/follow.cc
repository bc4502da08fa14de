#include "svstat/follow.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <deque>
#include <vector>

#include "base/clock.h"
#include "base/fd.h"
#include "base/signals.h"
#include "base/watch.h"
#include "supervise/files.h"
#include "supervise/waiter.h"
#include "supervise/whereabouts.h"
#include "svstat/output.h"
#include "svstat/tell.h"

namespace svstat {
namespace {

constexpr auto pace = std::chrono::seconds(1);

struct Followed {
    Followed(const char* of, std::string worker) : name(of), own(std::move(worker)) {}
    const char* name;
    std::string own;  // the directory of one of its workers
    supervise::Waiter waiter;
    int place = -1;  // of supervise/ in the watch
    std::string essence;
    bool told = false;
    bool look = true;
};

class Follower {
  public:
    Follower(const Options& options)
        : options_(options), teller_(options), signals_{SIGINT, SIGTERM, SIGHUP, SIGQUIT} {}

    void add(const char* name);
    base::Result<void> run();

  private:
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
    std::deque<Followed> services_;
    std::vector<pollfd> watched_;
    Output output_;
    bool unread_ = false;  // nobody reads what is told
};

// With workers, each of those that there are now.
void Follower::add(const char* name) {
    auto& rounds = teller_.rounds();
    const auto workers = rounds.enter(name) ? rounds.workers() : std::vector<std::string>();
    if (workers.empty()) services_.emplace_back(name, "");
    for (const auto& worker : workers) services_.emplace_back(name, worker);
}

// The fifo first, then the look.
void Follower::meet(Followed& service) {
    if (!teller_.rounds().enter(service.name)) return;
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
    if (!service.waiter.is_open()) meet(service);
    teller_.forget_processes();
    const auto text = teller_.tell(service.name, service.own);
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
        if (!service.waiter.is_open()) service.look = true;
    }
}

void Follower::heed_signals() {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
        if (!signals_.take(signal)) continue;
        services_.clear();
        base::Signals::forget();
        ::raise(signal);
    }
}

base::Result<void> Follower::run() {
    for (;;) {
        for (auto& service : services_)
            if (service.look) look(service);
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
