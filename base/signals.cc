#include "base/signals.h"

#include <signal.h>
#include <time.h>
#ifdef __linux__
#include <sys/syscall.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstring>

namespace base {
namespace {

// The one thing a handler can reach: a bit for each signal that came. Classic signals end
// well below 64, and no other kind is listened for.
std::atomic<std::uint64_t> came;
std::uint64_t heard;
static_assert(std::atomic<std::uint64_t>::is_always_lock_free);

// A poll that finds something ready at once lets no signal through. Where there always is
// something, signals get a poll of their own fifty times a second.
constexpr auto at_once = std::chrono::microseconds(50);
constexpr auto patience = std::chrono::milliseconds(20);
std::chrono::steady_clock::time_point let_through_at;

constexpr std::uint64_t bit(int signal) { return std::uint64_t{1} << (signal & 63); }

void remember(int signal) { came.fetch_or(bit(signal), std::memory_order_relaxed); }

void set_action(int signal, void (*handler)(int)) {
    struct sigaction action = {};
    action.sa_handler = handler;
    ::sigfillset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
}

bool is_ignored(int signal) {
    struct sigaction action = {};
    return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

// The C library keeps the first real-time signals to itself: they are in none of its sets,
// and its sigprocmask blocks none. Anybody may send them, and they end who let them
// through.
#ifdef __linux__
sigset_t every_signal() {
    sigset_t signals;
    std::memset(&signals, 0xff, sizeof signals);
    return signals;
}

void block(const sigset_t& signals) {
    ::syscall(SYS_rt_sigprocmask, SIG_SETMASK, &signals, nullptr, _NSIG / 8);
}
#else
sigset_t every_signal() {
    sigset_t signals;
    ::sigfillset(&signals);
    return signals;
}

void block(const sigset_t& signals) { ::sigprocmask(SIG_SETMASK, &signals, nullptr); }
#endif

sigset_t all_but_heard() {
    auto signals = every_signal();
    for (int signal = 1; signal < 64; ++signal)
        if (heard & bit(signal)) ::sigdelset(&signals, signal);
    return signals;
}

timespec to_timespec(std::chrono::nanoseconds time) {
    time = std::max(time, std::chrono::nanoseconds(0));
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time);
    timespec result{};
    result.tv_sec = static_cast<time_t>(seconds.count());
    result.tv_nsec = static_cast<long>((time - seconds).count());
    return result;
}

}  // namespace

Signals::Signals(std::initializer_list<int> listened_for) {
    block(every_signal());
    for (int signal = 1; signal <= SIGRTMAX; ++signal)
        if (is_ignored(signal)) set_action(signal, SIG_DFL);
    for (const int signal : listened_for) {
        heard |= bit(signal);
        set_action(signal, remember);
    }
    // With the first handler, musl lets through what it keeps to itself.
    block(every_signal());
}

bool Signals::take(int signal) {
    return (came.fetch_and(~bit(signal), std::memory_order_relaxed) & bit(signal)) != 0;
}

Result<void> Signals::wait(std::span<pollfd> watched,
                           std::optional<std::chrono::nanoseconds> most) {
    for (auto& one : watched) one.revents = 0;
    if (came.load(std::memory_order_relaxed) != 0) most = std::chrono::nanoseconds(0);
    const auto let_through = all_but_heard();
    const auto limit = to_timespec(most.value_or(std::chrono::nanoseconds(0)));
    const auto before = std::chrono::steady_clock::now();
    const int ready = ::ppoll(watched.data(), static_cast<nfds_t>(watched.size()),
                              most ? &limit : nullptr, &let_through);
    const auto error = last_error();
    const auto after = std::chrono::steady_clock::now();
    if (ready <= 0 || after - before > at_once) {
        let_through_at = after;
    } else if (after - let_through_at > patience) {
        constexpr timespec no_time{};
        ::ppoll(nullptr, 0, &no_time, &let_through);
        let_through_at = after;
    }
    if (ready != -1) return {};
    for (auto& one : watched) one.revents = 0;
    if (error.number != EINTR) return error;
    return {};
}

void Signals::forget() {
    for (int signal = 1; signal < 64; ++signal)
        if (heard & bit(signal)) set_action(signal, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    block(none);
}

}  // namespace base
