#pragma once

// svscan at work: it looks at the scan directory, which is the working directory, has Plan
// decide and Tree do, and hears signals. Nothing here sleeps or blocks; every pause is a
// deadline.

#include <poll.h>

#include <optional>
#include <vector>

#include "base/fd.h"
#include "base/report.h"
#include "base/signals.h"
#include "base/text.h"
#include "svscan/lookout.h"
#include "svscan/notes.h"
#include "svscan/plan.h"
#include "svscan/tree.h"
#include "svscan/voice.h"

namespace svscan {

// What a Scanner needs to know to be replaced by another program.
struct Invocation {
    base::Path program;
    const char* log_service;  // "" for none
};

class Scanner {
  public:
    // `lock` is held for as long as the Scanner lives.
    Scanner(base::Report& report, const Invocation& invocation, base::Fd lock);

    // Takes over from the program that was this process before, or begins by itself.
    void recall(NoteReader& notes);
    void begin();

    // Until the tree is stopped. Returns the exit code.
    int run();

  private:
    bool hear();
    bool is_time_to_look(Time now);
    void look();
    bool follow_workers();
    void work();
    void wait();
    std::optional<Time> deadline();
    void stop(int exit_code);
    void lose_patience(Time now);
    void become_new_program();
    base::Errno execute(int notes) const;

    const Invocation& invocation_;
    base::Fd lock_;
    base::Signals signals_;
    Voice voice_;
    Plan plan_;
    Lookout lookout_;
    Tree tree_;
    std::vector<pollfd> polled_;
    int exit_code_ = 0;
    bool looked_ = false;
    std::optional<Time> patient_until_;  // as the first process, with what was told to end
};

}  // namespace svscan
