#pragma once

// Services with a file `essential`: when one of them ends for good, everything is to stop.
// supervise tells of each change through a fifo (supervise/waiter.h); what it means is in
// its state.

#include <poll.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "supervise/waiter.h"
#include "svscan/look.h"
#include "svscan/order.h"

namespace svscan {

class Essentials {
  public:
    using Index = std::size_t;

    // A supervise of this service runs, or has been started and soon will; `own` is
    // "." or the directory of a worker, from the service's.
    void watch(Who who, const char* name, Identity identity, const char* own, Time now);
    void forget(Index place);

    // What was seen of it last, for the program that replaces this one; and back: what died
    // in between has died as well.
    std::uint64_t seen(Who who) const;
    void recall(Who who, std::uint64_t seen);

    void add_to(std::vector<pollfd>& polled) const;
    std::optional<Time> deadline() const;

    struct End {
        Index place;
        int exit_code;
    };
    // The first that has ended for good. To be asked whenever something was polled, or the
    // deadline is over.
    std::optional<End> check(Time now);

  private:
    struct One {
        Who who;
        base::Fd directory;
        std::string supervise;    // where supervise/ is, from there
        std::optional<Time> due;  // for another try to be told of changes
        std::unique_ptr<supervise::Waiter> waiter;
        std::uint64_t seen = 0;  // twice its starts, and one more while it lived; 0: never
    };

    static std::optional<int> look_at(One& one, Time now);

    std::vector<One> all_;
};

}  // namespace svscan
