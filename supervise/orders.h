#pragma once

// What the machine (service.h) wants done, in this order: send the signals, start a
// process, tell the world. A plain value, compared in tests.

#include <array>
#include <cstddef>
#include <initializer_list>

namespace supervise {

// Signals in the order in which they are to be sent; no command asks for more than two.
class SignalList {
  public:
    SignalList() = default;
    SignalList(std::initializer_list<int> signals) {
        for (const int signal : signals)
            if (size_ < signals_.size()) signals_[size_++] = signal;
    }

    const int* begin() const { return signals_.data(); }
    const int* end() const { return signals_.data() + size_; }
    friend bool operator==(const SignalList&, const SignalList&) = default;

  private:
    std::array<int, 2> signals_{};
    std::size_t size_ = 0;
};

struct Orders {
    SignalList signals{};   // for the process
    bool to_group = false;  // for its whole process group
    bool start = false;     // run ./run
    bool announce = false;  // the status has changed
    bool leave = false;     // nothing is left to do
    friend bool operator==(const Orders&, const Orders&) = default;
};

}  // namespace supervise
