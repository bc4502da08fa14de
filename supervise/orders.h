#pragma once

// What the machine (service.h) wants done, in this order: send the signals, run a script,
// tell the world. A plain value, compared in tests.

#include <sys/types.h>

#include <array>
#include <cstddef>
#include <initializer_list>
#include <utility>

namespace supervise {

// A few values in their order, without allocating; what does not fit is left out.
template <class Value, std::size_t most>
class Few {
  public:
    Few() = default;
    Few(std::initializer_list<Value> values) {
        for (const auto& value : values) add(value);
    }

    void add(Value value) {
        if (size_ < most) values_[size_++] = value;
    }
    // Keeps those for which `good` is true, in their order.
    template <class Good>
    void keep(Good good) {
        const auto all = std::exchange(*this, {});
        for (const auto& value : all)
            if (good(value)) add(value);
    }
    bool empty() const { return size_ == 0; }
    const Value* begin() const { return values_.data(); }
    const Value* end() const { return values_.data() + size_; }
    friend bool operator==(const Few&, const Few&) = default;

  private:
    std::array<Value, most> values_{};
    std::size_t size_ = 0;
};

using SignalList = Few<int, 2>;

// What can be run for a service; each is a file of its directory.
enum class Script {
    run,
    start,
    finish,
    stop,
    check,
    replacement,  // ./run, beside the process that it is to replace
    trial,        // ./check of that new process
    farewell,     // ./finish of the old one
};

// What waiters are told, a letter for each change (service(7)).
enum class Change : char {
    starting = 's',   // ./start or ./run has been started
    up = 'u',         // ./run runs, or is not needed
    ready = 'r',      // and is ready
    dead = 'd',       // ./run is dead
    down = 'D',       // and ./finish and ./stop are done: nothing runs
    failed = 'f',     // for good
    replacing = 'n',  // a new process has been started beside ./run
    replaced = 'N',   // and is ./run now
    kept = 'O',       // or not: the old one stays, or there was none to replace
};

using Changes = Few<Change, 8>;

struct Orders {
    SignalList signals{};     // for the process that lives
    bool to_group = false;    // for its whole process group
    bool kill_hook = false;   // KILL for ./finish, which runs too long
    bool kill_check = false;  // KILL for ./check
    pid_t kill = 0;           // KILL for this one, and for its group where it leads one
    bool to_both = false;     // the signals are for the replacement as well
    bool replace = false;     // start ./run beside the process that lives
    bool hand_over = false;   // it is ready: hand_over() is to tell the old one to end
    bool inherit = false;     // the replacement is the service's process from now on
    bool unfit = false;       // end the process: ask the directory, then restart()
    bool launch = false;      // start the service: choose(), then run what it says
    Few<Script, 2> run{};     // ./finish, ./stop, ./check, trial or farewell
    Changes changes{};        // for the waiters
    bool announce = false;    // status and state have changed
    bool leave = false;       // nothing is left to do
    friend bool operator==(const Orders&, const Orders&) = default;
};

}  // namespace supervise
