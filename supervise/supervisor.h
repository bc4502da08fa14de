#pragma once

// Carries out what the machine (service.h) orders, and tells it what happens: the loop of
// supervise(8). Signals, commands and deadlines are waited for together; nothing sleeps,
// and once it runs nothing that fails ends it: it warns, goes on, and tries again. It
// allocates nothing.

#include <chrono>
#include <optional>

#include "base/clock.h"
#include "base/report.h"
#include "base/signals.h"
#include "base/spawn.h"
#include "supervise/place.h"
#include "supervise/service.h"

namespace supervise {

class Supervisor {
  public:
    // `name` is the service directory as people know it; it is the working directory.
    Supervisor(base::Report& report, const char* name, Place& place, Want want);

    // Tells the status a first time, before anybody can hear of this supervise.
    void announce();

    // Until the machine orders to leave.
    void run();

  private:
    void obey(const Orders& orders);
    void send(const Orders& orders);
    void start();
    void heed_signals();
    void reap();
    void hear_commands();
    std::optional<std::chrono::nanoseconds> time_left() const;
    bool worth_saying(base::Errno error);

    base::Report& report_;
    const char* name_;
    Place& place_;
    base::Signals signals_;
    base::Moment now_;
    Service service_;
    bool modern_ = false;  // as the directory was when the process was started
    base::Group group_{};  // likewise
    bool leave_ = false;
    bool unannounced_ = false;  // the status on disk is not the machine's
    std::optional<std::chrono::nanoseconds> announce_again_;  // steady: after a failure
    base::Errno last_said_;  // a cause is named once a minute
    std::chrono::nanoseconds said_at_{0};
};

}  // namespace supervise
