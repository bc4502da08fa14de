#pragma once

// The loop of supervise(8): waits for commands, signals and deadlines together, hands each
// to the slot it is for, and tells the world what has changed. Nothing sleeps, and once it
// runs nothing that fails ends it: it warns, goes on, and tries again. It allocates
// nothing.

#include <chrono>
#include <optional>
#include <span>

#include "base/clock.h"
#include "base/quiet.h"
#include "base/report.h"
#include "base/signals.h"
#include "supervise/place.h"
#include "supervise/register.h"
#include "supervise/slot.h"
#include "supervise/workers.h"

namespace supervise {

class Supervisor {
  public:
    // The working directory is that of the service.
    Supervisor(base::Report& report, const Job& job, Place& place, Want want);

    // Takes up what an earlier supervise, killed, has left running. To be called first;
    // fails where it cannot be known who lives.
    base::Result<void> adopt();

    // Takes up what a supervise that has become this program had in hand; false where its
    // notes cannot be read.
    bool recall(const Notes& notes);

    // Where the program that `svc -e` asks for is.
    void know_program(const char* path) { program_ = path; }

    // Until the service is to be left and is down. What is to be started is started, then
    // status is told a first time, and only then can anybody hear of this supervise.
    void run();

  private:
    void begin_log();
    void wake_log();
    void wait();
    void heed_signals();
    void reap();
    void hear_commands();
    void hear(char letter);
    void tell_what_is_new();
    void announce();
    void tell();
    void complain(const char* verb, const char* file, const base::Result<void>& told);
    void become_new_program();
    template <class With>
    void each_descriptor(With with);
    bool done();
    void end_log_kept_open(bool all_read);
    std::optional<std::chrono::nanoseconds> time_left() const;

    base::Report& report_;
    const Job& job_;
    Place& place_;
    base::Signals signals_;
    Register register_;
    Environment environment_;
    Slot service_;
    Slot log_;
    Slot* addressed_ = &service_;  // whom the letters are for
    base::Pipe log_pipe_;          // from the service to a file `log`, once there is one
    bool log_waits_;               // with the service, which is not to be started yet
    bool ending_log_ = false;
    std::optional<std::chrono::nanoseconds> end_log_at_;      // steady: it is told to leave
    std::optional<std::chrono::nanoseconds> announce_again_;  // steady: after a failure
    static constexpr int most_untold = 32;
    Few<Change, most_untold> untold_;  // changes that waiters have not been told
    base::Quiet<8> quiet_;
    const char* program_ = "";
    bool resumed_ = false;  // another program was this process before
    bool again_ = false;    // it was told to become the program that is installed now
};

}  // namespace supervise
