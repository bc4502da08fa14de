#pragma once

// Supervises that run and are not our children: somebody started them by hand, or an svscan
// that is no more. They are recognised by `supervise/ok`, which opens for writing as long
// as a supervise runs, and by the lock that it holds; and watched through the former:
// poll(2) tells when it has no reader any more.

#include <poll.h>

#include <cstddef>
#include <span>
#include <unordered_map>
#include <vector>

#include "base/fd.h"
#include "base/text.h"
#include "svscan/order.h"

namespace svscan {

class Adopted {
  public:
    // Whether a supervise runs that has supervise/ at this path; it is watched from then
    // on. `coming` is one that holds its lock and does not listen yet. Fails where it
    // cannot be told for want of descriptors or memory.
    enum class Found { nobody, coming, running };
    base::Result<Found> take(Who who, const base::Path& place);

    // What is watched of it; none where it is not. And the same, from who watched before.
    int ok(Who who) const;
    void take_over(Who who, base::Fd ok);

    // What is to be polled; afterwards, what begins with the same. Calls gone(Who) for all
    // that poll(2) has found gone, and watches them no longer.
    void add_to(std::vector<pollfd>& polled) const;
    template <class Gone>
    void take_gone(std::span<const pollfd> polled, Gone gone) {
        for (std::size_t i = seats_.size(); i-- > 0;)
            if (polled[i].revents != 0) {
                gone(seats_[i].who);
                forget(i);
            }
    }

  private:
    struct Seat {
        Who who{};
        base::Fd ok;
    };

    static std::size_t key(Who who) {
        constexpr std::size_t most_parts = 2048;
        const auto part = number_of(who.part) - number_of(Part::logger);
        return most_parts * who.place + static_cast<std::size_t>(part);
    }
    void forget(std::size_t position);

    std::vector<Seat> seats_;
    std::unordered_map<std::size_t, std::size_t> positions_;
};

}  // namespace svscan
