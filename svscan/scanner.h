#pragma once

// svscan at work: it looks at the scan directory, which is the working directory, has Plan
// decide and Tree do, and hears signals. Nothing here sleeps or blocks; every pause is a
// deadline.

#include "base/report.h"
#include "base/signals.h"
#include "svscan/lookout.h"
#include "svscan/plan.h"
#include "svscan/tree.h"
#include "svscan/voice.h"

namespace svscan {

class Scanner {
  public:
    explicit Scanner(base::Report& report);

    void log_to(const char* directory) { tree_.log_to(directory); }

    // Until the tree is stopped. Returns the exit code.
    int run();

  private:
    bool hear();
    bool is_time_to_look(Time now);
    void look();
    void work();
    void wait();

    base::Signals signals_;
    Voice voice_;
    Plan plan_;
    Lookout lookout_;
    Tree tree_;
};

}  // namespace svscan
