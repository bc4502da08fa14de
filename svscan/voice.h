#pragma once

// What a running svscan says. The same trouble is told of once a minute, and what the
// system lacks, it lacks for all services: one of them is named.

#include <string_view>

#include "base/quiet.h"
#include "base/report.h"
#include "svscan/order.h"

namespace svscan {

// What the system has too little of for now.
bool is_general_shortage(base::Errno error);

class Voice {
  public:
    explicit Voice(base::Report& report) : report_(report) {}

    // "svscan: warning: unable to TO WHOSE: reason". Each returns whether it was said.
    bool unable(base::Errno error, std::string_view to, std::string_view whose);
    // For what is everybody's trouble.
    bool unable_for_all(base::Errno error, std::string_view to, std::string_view example);

    // "svscan: warning: unable to use FILE: wrong".
    bool unable_to_use(std::string_view file, std::string_view wrong);

    // What explains something that was just said.
    template <class... Parts>
    void explain(const Parts&... parts) {
        report_.warn(parts...);
    }

  private:
    bool say(base::Errno error, std::string_view to, std::string_view whose,
             std::string_view cause);

    base::Report& report_;
    base::Quiet<64> quiet_;
};

}  // namespace svscan
