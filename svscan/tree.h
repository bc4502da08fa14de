#pragma once

// The processes below svscan and what connects them: does what Plan decides, and tells it
// what came of that. No trouble ends it; it is said, and tried again when Plan says so.

#include <poll.h>

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/fd.h"
#include "base/text.h"
#include "svscan/adopted.h"
#include "svscan/essentials.h"
#include "svscan/pipes.h"
#include "svscan/plan.h"
#include "svscan/start.h"
#include "svscan/tell.h"
#include "svscan/voice.h"

namespace svscan {

class Tree {
  public:
    Tree(Plan& plan, Voice& voice);

    // The service in this directory gets what svscan says from now on, and what those say
    // that have no logger.
    void log_to(const char* directory);

    void carry_out(const Plan::Task& task);

    // After a look: how many workers each service is to have.
    void staff();
    // Everybody who runs in one of the places, though it is nobody's turn yet.
    void adopt_who_runs();

    // A supervise whose files are not all there is sent HUP, and makes them again.
    void mend() const;

    // What is to be polled, and what there is to do afterwards.
    void add_to(std::vector<pollfd>& polled) const;
    std::optional<Time> deadline() const { return essentials_.deadline(); }
    void reap_children();
    void reap_adopted(std::span<const pollfd> polled);  // what add_to has added

    // The exit code that svscan is to end with, now that an essential service has ended.
    std::optional<int> essential_end();

    // For a first process: what was told to end has had its time.
    void kill_who_lingers();

    // For the program that takes over. What it starts gets the old limit of descriptors.
    void remember(NoteWriter& notes);
    void recall(NoteReader& notes);
    void keep_on_exec(bool keep) const;

  private:
    struct Outputs {
        base::Fd output;
        base::Fd error;
    };

    void staff(Plan::Index place);
    bool adopt(Plan::Index place, Part part);
    void adopt_who_runs(Plan::Index place);
    bool has_others(Plan::Index place);
    void warn_of_workers(base::Errno error, std::string_view name);
    void adopt_too_many(Plan::Index place, int workers);
    void start(const Plan::Task& task);
    void make_worker(Who who, const base::Path& where);
    bool is_there(const Plan::Task& task, const base::Path& where);
    bool is_started(const Plan::Task& task, const base::Path& where);
    bool find_logger(Plan::Index place);
    void watch(Plan::Index place, Content content);
    void look_at(const Plan::Task& task);
    void watch_essential(Who who);
    bool has_chatty_leftovers(Plan::Index place) const;
    bool ends_leftovers(const Plan::Task& task);
    void speak(const Plan::Task& task);
    base::Result<void> say_to(const Plan::Task& task);
    void let_go(Plan::Index place);

    std::array<int, 3> standard(const Plan::Task& task) const;
    Listener listener(Who who) const;

    Plan& plan_;
    Voice& voice_;
    Starter starter_;
    Adopted adopted_;
    Pipes pipes_;
    Essentials essentials_;
    std::optional<Outputs> before_;  // 1 and 2 as they were before log_to
};

}  // namespace svscan
