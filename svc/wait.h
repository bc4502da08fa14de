#pragma once

// Waits until every service is as it was wished (svc -W). Each is looked at once a fifo in
// its supervise/event/ tells of changes, so that none is missed, and again when the fifo or
// the end of its supervise says that something happened. Only a supervise that does not run
// is looked for from time to time. Letters nobody could hear are sent when it comes, or,
// where the service has got workers or lost them, to whoever comes in its place.
//
// From the making of a Wait on, signals are heard only while it waits: INT, TERM, HUP and
// QUIT end the program once its fifos are removed.

#include <poll.h>

#include <chrono>
#include <deque>
#include <optional>
#include <string_view>
#include <vector>

#include "base/report.h"
#include "base/signals.h"
#include "svc/waited.h"
#include "svc/wish.h"

namespace svc {

constexpr int not_in_time = 99;
constexpr int failed_for_good = 102;

class Wait {
  public:
    Wait(base::Report& report, Goal goal, std::string_view letters,
         std::optional<std::chrono::seconds> most);

    // The service in the working directory, or its worker (`own`, supervise/rounds.h),
    // before letters are sent to it; `asked`: for itself, not for all of the service.
    void add(std::string name, std::string_view own, bool asked);
    // Its letters were not heard, since no supervise runs.
    void send_later();
    // One of them cannot be waited for, and so not for all.
    void give_up();
    // Leaves a descriptor to who has letters to send, and takes it again.
    void make_room() { spare_.close(); }
    void take_room();

    bool wants_run() const { return wish_.wants_run(); }
    int run();  // the exit code

  private:
    using Service = Waited;

    void open(Service& service);
    void begin(Service& service);
    void deliver(Service& service);
    void look(Service& service);
    void look_absent(Service& service);
    bool hand_over(Service& service);
    void look_at_all();
    void unreadable(Service& service, base::Errno error);
    void trouble(const Service& service, const char* verb, const char* object,
                 base::Errno error);
    std::optional<int> verdict();
    int too_late();
    void wait();
    std::optional<std::chrono::nanoseconds> time_left() const;
    void heed_signals();

    base::Report& report_;
    base::Signals signals_;
    Wish wish_;
    Goal goal_;
    std::string_view letters_;
    std::optional<std::chrono::nanoseconds> deadline_;  // steady
    std::deque<Service> services_;
    std::vector<pollfd> watched_;
    bool trouble_ = false;
    base::Fd spare_;  // for letters to those who come after the last we can wait for
};

}  // namespace svc
