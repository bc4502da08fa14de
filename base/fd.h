#pragma once

// Descriptors with an owner. Every descriptor of these programs is born close-on-exec, is
// owned by exactly one Fd, and is closed when that Fd ends. An `int` in a parameter means
// "borrowed". All functions try again after EINTR and report any other errno.

#include <sys/types.h>

#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace base {

class Fd {
  public:
    static constexpr int none = -1;

    Fd() = default;
    explicit Fd(int number) : number_(number) {}
    Fd(Fd&& other) noexcept : number_(std::exchange(other.number_, none)) {}
    Fd& operator=(Fd&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Fd();

    explicit operator bool() const { return number_ != none; }
    int number() const { return number_; }
    void close() { *this = Fd(); }

  private:
    int number_ = none;
};

// The two ends of a pipe: what is written to `write` can be read from `read`.
struct Pipe {
    Fd read;
    Fd write;
};

// open(2) and openat(2) with O_CLOEXEC added.
Result<Fd> open(const char* path, int flags, mode_t mode = 0);
Result<Fd> open_at(int directory, const char* path, int flags, mode_t mode = 0);

// Opened without waiting (O_NONBLOCK): a fifo opens for reading at once, and for writing
// fails with ENXIO where nobody reads.
Result<Fd> open_read(const char* path);
Result<Fd> open_write(const char* path);

Result<Pipe> make_pipe();

Result<std::size_t> read(int from, std::span<char> into);
Result<std::size_t> write(int to, std::string_view text);

// For the start of a program: whatever else the caller left open is closed, and 0, 1 and 2
// are open (/dev/null where they were not), so that nothing opened later takes their place.
void keep_only_standard();

// Whether a descriptor stays open in the program that replaces this one.
void keep_on_exec(int descriptor, bool keep);

// Takes the whole-file lock of flock(2) that the family uses, or fails with EWOULDBLOCK.
Result<void> lock_now(int file);

}  // namespace base
