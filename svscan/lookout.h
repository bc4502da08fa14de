#pragma once

// Looking at the scan directory when there is reason to: on demand, when a change was heard
// of, and every five seconds where something could change unheard. Where nothing is heard,
// and the directory's own time says that no name has changed, such a look costs one
// stat(2).

#include <optional>

#include "base/clock.h"
#include "svscan/look.h"
#include "svscan/rhythm.h"
#include "svscan/watcher.h"

namespace svscan {

class Lookout {
  public:
    Lookout() : rhythm_(base::now().steady) {}

    int number() const { return watcher_.number(); }  // readable: `hear`
    void hear();
    void ask() { rhythm_.ask(base::now().steady); }
    void demand() { rhythm_.demand(base::now().steady); }

    // A change of this file is a reason, too. False: it was before.
    bool follow_file(const char* file) { return watcher_.follow_file(file); }

    // When there is something to look for. `waiting`: somebody waits for a look.
    std::optional<Time> next(bool waiting);

    // Nothing where nothing can have changed. Directories that are still being filled are
    // left out, but not for more than five seconds.
    base::Result<std::optional<Look>> look(bool waiting);

  private:
    bool is_unchanged() const;
    void heed(Watcher::News news);
    void leave_out_unfinished(Look& look, bool is_regular);

    Rhythm rhythm_;
    Watcher watcher_;
    bool doubtful_ = true;       // the last look did not see everything
    std::optional<Stamp> calm_;  // as long as this is the directory's, no name has changed
};

}  // namespace svscan
