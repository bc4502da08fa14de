#pragma once

// A log directory in our hands: locked, held by its descriptor, so that moving it or
// planting another in its place changes nothing. Carries out the steps of
// multilog/rotation.h; each can be carried out again after it failed or was interrupted.
// Links are never followed.

#include <chrono>
#include <string_view>

#include "base/fd.h"
#include "multilog/directory.h"
#include "multilog/rotation.h"
#include "multilog/script.h"

namespace multilog {

class Folder {
  public:
    explicit Folder(const Settings& settings) : settings_(settings) {}

    // What failed and why, where `error` says that something did. Without a file, it is the
    // directory.
    struct Outcome {
        Deed deed{"", ""};
        base::Errno error;
    };

    // Makes the directory if it is missing, opens and locks it, and mends what is there, so
    // that it can be written to.
    Outcome take_over(std::chrono::nanoseconds wall);

    Listing look() const;

    // All but `process`. `wall` is for labels.
    base::Errno carry_out(Step step, std::chrono::nanoseconds wall);

    // `current` becomes `previous`, which must not be there.
    base::Errno retire();

    // Goes on with a `current` that is in good order, or begins one.
    base::Result<base::Fd> open_current();
    base::Result<base::Fd> begin_current(std::chrono::nanoseconds wall);

    // Removes the oldest finished logs where there are too many. What cannot be removed
    // stays.
    base::Errno prune();

    int descriptor() const { return directory_.number(); }

    // When the youngest finished log had its end; nothing where there is none.
    base::Tai64n newest() const { return newest_; }

  private:
    Outcome enter();
    base::Errno make_state();
    base::Errno rename(const char* from, const char* to);
    base::Errno give_label(const char* name, std::string_view suffix,
                           std::chrono::nanoseconds wall);
    base::Errno set_aside(const char* name, std::chrono::nanoseconds wall);
    base::Errno remove(const char* name);
    base::Errno sync(const char* name);
    base::Errno mark_done(const char* name);
    base::Errno take_stock(Stock& stock);

    const Settings& settings_;
    base::Fd directory_;
    base::Fd lock_;  // the lock is held as long as it is open
    base::Tai64n newest_{0, 0};
    std::size_t count_ = 0;  // of finished logs, as far as is known
};

}  // namespace multilog
