#pragma once

// One log at work: takes pieces of lines, writes them to `current`, rotates it, and sees
// full logs through to their names while input goes on. Whatever fails is told and tried
// again later; nothing is given up. Waiting is left to the caller: `deadline` says until
// when at most, and a SIGCHLD may mean that a processor has ended.

#include <optional>

#include "base/clock.h"
#include "base/fd.h"
#include "base/report.h"
#include "multilog/current.h"
#include "multilog/folder.h"
#include "multilog/processor.h"
#include "multilog/trouble.h"

namespace multilog {

class Log {
  public:
    using Time = Trouble::Time;

    Log(const Settings& settings, base::Report& report)
        : settings_(settings), report_(report), folder_(settings) {}

    // Locks the directory, mends what a crash left, opens `current`. Dies where it cannot.
    void start(const base::Moment& now);

    // How much more `current` takes; whether it has to be rotated before any more.
    Room room() const;
    bool is_full(bool in_line) const;

    // Takes pieces to be written. They stay where they are until `flush` says that they are
    // written, or `take_back` has made it as if they had never been.
    void take(const Share& share) { current_.take(share); }
    bool flush(const base::Moment& now);
    void take_back() { current_.take_back(); }

    // Rotates as soon as the log before is finished; an empty log is not rotated.
    void rotate() { rotate_ = rotate_ || current_.size() > 0; }

    // Does what can be done now.
    void work(const base::Moment& now);
    bool takes_pieces() const { return current_ && !rotate_; }
    bool is_finished() const { return !unfinished_; }
    std::optional<Time> deadline() const;

    // Before leaving. A log whose predecessor is unfinished is left as after a crash, so
    // that the next start mends both.
    void close(const base::Moment& now);

  private:
    enum class Progress { done, waits };

    Time begun(const base::Moment& now) const;
    Progress finish(const base::Moment& now);
    Progress process(const base::Moment& now);
    bool retire(const base::Moment& now);
    void open(const base::Moment& now);
    void look_after(const base::Moment& now, Time interval);
    std::optional<Time> look_due() const;
    bool rescue(const base::Moment& now);
    void sync(const base::Moment& now);
    std::optional<Time> sync_due() const;
    std::optional<Time> rotation_due() const;
    void failed(Trouble& trouble, const Folder::Outcome& outcome, Time now);

    const Settings& settings_;
    base::Report& report_;
    Folder folder_;
    Current current_;
    Time looked_{0};                // when `current` was last seen to be there
    std::uint64_t size_then_ = 0;   // its size at that moment
    base::Fd lost_;                 // one that was removed: what is in it behind
    std::uint64_t lost_known_ = 0;  // this, was written since

    bool rotate_ = false;
    bool unfinished_ = false;  // a full log has no name yet
    Processor result_ = Processor::none;
    ProcessorRun run_;
    Trouble writing_;    // with what pieces wait for
    Trouble finishing_;  // with the full log
    Trouble syncing_;
};

}  // namespace multilog
