#pragma once

// When each place has something to do next, the earliest first. Nobody stands in it twice,
// and a change costs a logarithm. Pure.

#include <cstddef>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "svscan/order.h"

namespace svscan {

class Agenda {
  public:
    using Index = std::size_t;

    // At that time, and no more at the one before; nothing: not at all.
    void set(Index place, std::optional<Time> when) {
        if (place >= times_.size()) times_.resize(place + 1);
        auto& known = times_[place];
        if (known == when) return;
        if (known) items_.erase({*known, place});
        if (when) items_.insert({*when, place});
        known = when;
    }

    std::optional<Time> deadline() const {
        if (items_.empty()) return {};
        return items_.begin()->first;
    }
    // The first whose time has come.
    std::optional<Index> due(Time now) const {
        if (items_.empty() || items_.begin()->first > now) return {};
        return items_.begin()->second;
    }

  private:
    std::set<std::pair<Time, Index>> items_;
    std::vector<std::optional<Time>> times_;  // by place: as it stands in items_
};

}  // namespace svscan
