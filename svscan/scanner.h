#pragma once

// svscan at work: it looks at the scan directory, which is the working directory, carries
// out what Plan decides, and hears signals. Nothing here sleeps or blocks; every pause is a
// deadline. No trouble ends it: it says so, once a minute for each cause, and tries again.

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "base/fd.h"
#include "base/report.h"
#include "base/signals.h"
#include "svscan/lookout.h"
#include "svscan/plan.h"
#include "svscan/quiet.h"
#include "svscan/start.h"

namespace svscan {

class Scanner {
  public:
    explicit Scanner(base::Report& report);

    // The service in this directory gets what svscan says from now on, and what those say
    // that have no logger.
    void log_to(const char* directory);

    // Until the tree is stopped. Returns the exit code.
    int run();

  private:
    struct Outputs {
        base::Fd output;
        base::Fd error;
    };

    bool hear();
    void reap(Time now);
    void look(Time now);
    void work(Time now);
    bool is_time_to_look(Time now);
    void wait();

    void carry_out(const Plan::Task& task, Time now);
    void start(const Plan::Task& task, Time now);
    bool find_logger(const Plan::Task& task, Time now);
    base::Result<base::Pipe> make_log_pipe() const;
    base::Result<void> speak(const Plan::Task& task);
    void let_go(Plan::Index place);
    Content content(Plan::Index place) const;
    std::array<int, 3> standard(const Plan::Task& task) const;

    const char* inside(const Plan::Task& task) const;
    base::Path directory(const Plan::Task& task) const;
    void warn(base::Errno error, std::string_view unable_to, std::string_view whose,
              Time now);

    base::Report& report_;
    Quiet quiet_;
    Starter starter_;
    base::Signals signals_;
    Plan plan_;
    Lookout lookout_;
    std::vector<base::Pipe> pipes_;  // by place
    std::optional<Outputs> before_;  // 1 and 2 as they were before log_to
};

}  // namespace svscan
