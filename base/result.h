#pragma once

// What a call to the kernel gives back: a value, or the errno that says why there is none.
// There is no text in it: the caller has the words ("unable to …"), base/reason.h has the
// reasons. Neither part allocates. Reading the value of a failure is a mistake of the
// caller.

#include <cerrno>
#include <utility>

namespace base {

struct Errno {
    int number = 0;
    friend bool operator==(const Errno&, const Errno&) = default;
};

inline Errno last_error() { return {errno}; }

// Of descriptors or memory: it says nothing of what was asked for, and may be over soon.
inline bool is_shortage(Errno error) {
    return error.number == EMFILE || error.number == ENFILE || error.number == ENOMEM;
}

template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : value_(std::move(value)) {}
    Result(Errno error) : error_(error) {}

    explicit operator bool() const { return error_ == Errno{}; }
    T& operator*() { return value_; }
    const T& operator*() const { return value_; }
    T* operator->() { return &value_; }
    Errno error() const { return error_; }

  private:
    T value_{};
    Errno error_;
};

template <>
class [[nodiscard]] Result<void> {
  public:
    Result() = default;
    Result(Errno error) : error_(error) {}

    explicit operator bool() const { return error_ == Errno{}; }
    Errno error() const { return error_; }

  private:
    Errno error_;
};

}  // namespace base
