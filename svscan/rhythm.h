#pragma once

// When to look at the scan directory. Looks are five seconds apart for as long as something
// can change, or happen, that only a look brings to light; without such a need there is
// none. A change that was heard of is looked at now, though looks that somebody else
// provokes take at most a fifth of the time. Pure; times are nanoseconds of the steady
// clock.

#include <optional>

#include "svscan/order.h"

namespace svscan {

class Rhythm {
  public:
    explicit Rhythm(Time now) : demand_(now), last_begun_(now), last_ended_(now) {}

    void ask(Time now);        // a change
    void ask_later(Time now);  // more of the same change may follow in a moment
    void demand(Time now);     // somebody asks for a look, and gets it
    void need(bool needed, Time now);
    void looked(Time begun, Time ended);

    std::optional<Time> next() const;
    // Whether the look at this time is one of the regular ones.
    bool is_regular(Time now) const { return beat_ && *beat_ <= now; }
    bool is_asked() const { return demand_ || change_ || settled_; }

  private:
    Time rested() const;

    std::optional<Time> demand_;
    std::optional<Time> change_;
    std::optional<Time> settled_;
    std::optional<Time> beat_;
    Time last_begun_;
    Time last_ended_;
};

}  // namespace svscan
