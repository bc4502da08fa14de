#include "base/stranger.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/syscall.h>
#endif

#include <cerrno>
#include <cstdint>

namespace base {
namespace {

using std::chrono::nanoseconds;

// The kernel tells births in clock ticks, rounded down.
nanoseconds tick() { return nanoseconds(std::chrono::seconds(1)) / ::sysconf(_SC_CLK_TCK); }

bool is_nobody(Errno error) { return error == Errno{ENOENT} || error == Errno{ESRCH}; }

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

// Who might not trace a process reads 0 for its exit status, and is denied this link; for
// those who might, there is none once it has ended.
bool might_trace(pid_t ended) {
    char program[1];
    return ::readlink(Text<32>("/proc/", ended, "/exe").c_str(), program, 1) == -1 &&
           errno == ENOENT;
}

}  // namespace

bool began_by(const Process& process, nanoseconds then) {
    return tick() * process.start_ticks <= then;
}

Stranger::Stranger(pid_t pid, nanoseconds seen)
    : pid_(pid), seen_(seen), descriptor_(descriptor_of(pid)) {
    const auto process = process_of(pid);
    if (process && !began_by(*process, seen))
        descriptor_.close();  // Another has the number.
}

Result<Stranger> Stranger::find(pid_t pid, nanoseconds seen) {
    if (pid <= 0) return Errno{ESRCH};
    Stranger stranger(pid, seen);
    // Looked at after the descriptor was opened, which then is of this very process.
    const auto process = process_of(pid);
    if (!process) return is_nobody(process.error()) ? Errno{ESRCH} : process.error();
    if (!began_by(*process, seen) || stranger.dead()) return Errno{ESRCH};
    return stranger;
}

bool Stranger::dead() const {
    if (descriptor_) {
        pollfd end{descriptor_.number(), POLLIN, 0};
        return ::poll(&end, 1, 0) == 1;
    }
    const auto process = process_of(pid_);
    if (!process) return is_nobody(process.error());
    return !began_by(*process, seen_) || (*process).ended;
}

// An older kernel knows no such request, or only of those who have not been waited for.
Result<std::optional<int>> Stranger::status() const {
    // Asked in this order: what still is there at the end was there before.
    const bool told = might_trace(pid_);
    const auto process = process_of(pid_);
    if (told && process && began_by(*process, seen_) && (*process).ended)
        return std::optional<int>((*process).exit_status);
#if defined(__linux__)
    Info info{};
    info.mask = exit_known;
    // By number, for the C libraries do not agree on the type of a request.
    if (::syscall(SYS_ioctl, descriptor_.number(), _IOWR(0xFF, 11, Info), &info) == -1)
        return last_error();
    if ((info.mask & exit_known) != 0) return std::optional<int>(info.exit_status);
    return std::optional<int>();
#else
    return Errno{ENOSYS};
#endif
}

Result<Fd> Stranger::copy_of([[maybe_unused]] int descriptor) const {
#if defined(SYS_pidfd_getfd)
    const long copy = ::syscall(SYS_pidfd_getfd, descriptor_.number(), descriptor, 0);
    if (copy == -1) return last_error();
    return Fd(static_cast<int>(copy));
#else
    return Errno{ENOSYS};
#endif
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
