#pragma once

// Goes from service to service: gives each its letters and, where that was asked for, has
// somebody wait for what becomes of them. A service that is run by workers is each of them
// (supervise/rounds.h).

#include <optional>
#include <string>
#include <string_view>

#include "base/report.h"
#include "supervise/rounds.h"
#include "svc/control.h"
#include "svc/options.h"
#include "svc/wait.h"

namespace svc {

class Caller {
  public:
    Caller(base::Report& report, const Options& options);

    void call(const char* name);

    // When all have been called: waits; the exit code.
    int end();

  private:
    void keep(const std::string& name, std::string_view own);
    void address(const std::string& name, const std::string& own);
    void one_alone(const std::string& name, const std::string& own);
    void send(const std::string& name, const std::string& own, Wait* wait);

    base::Report& report_;
    const Options& options_;
    const base::Text<most_letters + 4> letters_;
    supervise::Rounds rounds_{supervise::Search::svdir};
    Control control_;
    std::optional<Wait> wait_;  // for all together
    int code_ = 0;              // of those who were waited for one by one
    bool all_kept_ = true;      // every file `down` was made or removed
};

}  // namespace svc
