#include "base/fd.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/syscall.h>
#endif

namespace base {
namespace {

template <class Call>
auto again_after_interrupt(Call call) {
    for (;;) {
        const auto result = call();
        if (result != -1 || errno != EINTR) return result;
    }
}

// Linux closes a range of numbers in one call; elsewhere each number is tried.
void close_all_from(int first) {
#if defined(SYS_close_range)
    if (::syscall(SYS_close_range, first, ~0U, 0) == 0) return;
#endif
    for (long number = first, end = ::sysconf(_SC_OPEN_MAX); number < end; ++number)
        ::close(static_cast<int>(number));
}

}  // namespace

// close() may report EINTR, yet the number is already free by then: trying
// again could close somebody else's descriptor.
Fd::~Fd() {
    if (number_ != none) ::close(number_);
}

Result<Fd> open(const char* path, int flags, mode_t mode) {
    return open_at(AT_FDCWD, path, flags, mode);
}

Result<Fd> open_at(int directory, const char* path, int flags, mode_t mode) {
    const int number = again_after_interrupt(
        [&] { return ::openat(directory, path, flags | O_CLOEXEC, mode); });
    if (number == -1) return last_error();
    return Fd(number);
}

Result<Fd> open_read(const char* path) { return open(path, O_RDONLY | O_NONBLOCK); }

Result<Fd> open_write(const char* path) { return open(path, O_WRONLY | O_NONBLOCK); }

Result<Pipe> make_pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) == -1) return last_error();
    return Pipe{Fd(ends[0]), Fd(ends[1])};
}

Result<std::size_t> read(int from, std::span<char> into) {
    const auto count =
        again_after_interrupt([&] { return ::read(from, into.data(), into.size()); });
    if (count == -1) return last_error();
    return static_cast<std::size_t>(count);
}

Result<std::size_t> write(int to, std::string_view text) {
    const auto count =
        again_after_interrupt([&] { return ::write(to, text.data(), text.size()); });
    if (count == -1) return last_error();
    return static_cast<std::size_t>(count);
}

void keep_only_standard() {
    for (int number = 0; number < 3; ++number)
        if (::fcntl(number, F_GETFD) == -1) ::open("/dev/null", O_RDWR);
    close_all_from(3);
}

void keep_on_exec(int descriptor, bool keep) {
    if (descriptor != Fd::none) ::fcntl(descriptor, F_SETFD, keep ? 0 : FD_CLOEXEC);
}

Result<void> lock_now(int file) {
    if (again_after_interrupt([&] { return ::flock(file, LOCK_EX | LOCK_NB); }) == -1)
        return last_error();
    return {};
}

}  // namespace base
