#pragma once

// One log at work: takes pieces of lines, writes them to `current`, rotates it, and sees
// full logs through to their names while input goes on. Whatever fails is told and tried
// again later; nothing is given up. Waiting is left to the caller: `deadline` says until
// when at most, and a SIGCHLD may mean that a processor has ended.

#include <sys/uio.h>

#include <array>
#include <optional>
#include <span>

#include "base/clock.h"
#include "base/fd.h"
#include "base/report.h"
#include "multilog/folder.h"
#include "multilog/processor.h"
#include "multilog/sorter.h"
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
    void take(const Share& share);
    bool flush(const base::Moment& now);
    void take_back();

    // Rotates as soon as the log before is finished; an empty log is not rotated.
    void rotate() { rotate_ = rotate_ || size_ > 0; }

    // Does what can be done now.
    void work(const base::Moment& now);
    bool takes_pieces() const { return current_ && !rotate_; }
    bool is_finished() const { return !unfinished_; }
    std::optional<Time> deadline() const;

    // Before leaving. A log whose predecessor is unfinished is left as after a crash, so
    // that the next start mends both.
    void close();

  private:
    enum class Progress { done, waits };

    Progress finish(const base::Moment& now);
    Progress process(const base::Moment& now);
    bool retire(const base::Moment& now);
    void open(const base::Moment& now);
    void failed(Trouble& trouble, Deed deed, base::Errno error, Time now);

    const Settings& settings_;
    base::Report& report_;
    Folder folder_;
    base::Fd current_;
    std::uint64_t size_ = 0;         // of `current`
    std::uint64_t size_before_ = 0;  // without the pieces taken last
    std::array<iovec, Sorter::most_pieces> pieces_;
    std::span<iovec> left_;

    bool rotate_ = false;
    bool unfinished_ = false;  // a full log has no name yet
    Processor result_ = Processor::none;
    ProcessorRun run_;
    Trouble writing_;    // with what pieces wait for
    Trouble finishing_;  // with the full log
};

}  // namespace multilog
