#include "base/stranger.h"

#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/syscall.h>
#endif

#include <cstdint>

#include "base/birth.h"

namespace base {
namespace {

using std::chrono::nanoseconds;

// The kernel tells births in clock ticks, rounded down.
nanoseconds tick() { return nanoseconds(std::chrono::seconds(1)) / ::sysconf(_SC_CLK_TCK); }

bool lives_since(pid_t pid, nanoseconds seen) {
    const auto process = process_of(pid);
    return process && !process->dead && tick() * process->start_ticks <= seen;
}

Fd descriptor_of([[maybe_unused]] pid_t pid) {
#if defined(SYS_pidfd_open)
    return Fd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
#else
    return Fd();
#endif
}

// The request of linux/pidfd.h, in its first size; the header is newer than many systems.
struct Info {
    std::uint64_t mask, cgroup;
    std::uint32_t ids[11];
    std::int32_t exit_status;
};
static_assert(sizeof(Info) == 64);
constexpr std::uint64_t exit_known = 1U << 3;

}  // namespace

std::optional<Stranger> Stranger::find(pid_t pid, nanoseconds seen) {
    if (pid <= 0 || !lives_since(pid, seen)) return {};
    Stranger stranger;
    stranger.pid_ = pid;
    stranger.seen_ = seen;
    stranger.descriptor_ = descriptor_of(pid);
    // It may have died, and its number been given away, before the descriptor was opened.
    if (stranger.dead()) return {};
    return stranger;
}

bool Stranger::dead() const { return !lives_since(pid_, seen_); }

std::optional<int> Stranger::status() const {
#if defined(__linux__)
    Info info{};
    info.mask = exit_known;
    if (::ioctl(descriptor_.number(), _IOWR(0xFF, 11, Info), &info) == 0 &&
        (info.mask & exit_known) != 0)
        return info.exit_status;
#endif
    return {};
}

nanoseconds boot_time() {
#if defined(CLOCK_BOOTTIME)
    constexpr auto clock = CLOCK_BOOTTIME;
#else
    constexpr auto clock = CLOCK_MONOTONIC;
#endif
    timespec time{};
    ::clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

}  // namespace base
