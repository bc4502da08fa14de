#pragma once

// The directory supervise/ of a service (whereabouts.h says where that is): where supervise
// holds its lock, hears commands and tells its status. What is missing is made (the
// directory 0700, fifos and lock 0600, status 0644); modes and owners that are there
// already are kept. The directory may be a symbolic link, and where that leads nowhere its
// target is made. In it no link is followed: what stands in the place of a fifo and is none
// is replaced.
//
// Nothing here allocates.

#include <span>
#include <string_view>

#include "base/fd.h"
#include "base/result.h"
#include "supervise/state.h"
#include "supervise/status.h"

namespace supervise {

class Place {
  public:
    // `own` is as place_here has it (whereabouts.h).
    explicit Place(const char* own) : own_(own) {}

    // Each fails with the errno of what could not be made or opened. To be called in this
    // order, once; `lock_soon` fails with EWOULDBLOCK where another supervise holds it.
    // Where it is held and no supervise listens (a child that one left behind has not
    // executed yet, somebody asks whether it is held), it waits for a second at most.
    base::Result<void> open_directory();
    base::Result<void> lock_soon();
    base::Result<void> open_control();
    base::Result<void> make_ok() const;
    base::Result<void> open_ok();
    bool is_heard_of() const { return static_cast<bool>(ok_); }

    // Makes and opens anew what somebody has deleted or replaced since, supervise/ itself
    // included. What cannot be had is left as it was. False where another supervise has
    // taken the lock of a new supervise/: that one is no longer ours.
    bool mend();

    // The fifo `ready`, or another one in place of it, for reading and writing: the one
    // that is there, or a new one, lest what an earlier process says speaks for this one.
    base::Result<void> open_ready(base::Fd& fifo, const char* name, bool keep) const;
    // What was `ready.new` is `ready` from now on, where it is there.
    void rename_new_ready() const;

    // The two ends of the fifo `pipe`, which block: what was in it is still there when
    // another supervise opens it again, as long as anybody holds it.
    base::Result<base::Pipe> open_pipe() const;

    // Each writes a new file and puts it in the place of the old one (base/replace.h).
    base::Result<void> write(const Status& status) const;
    base::Result<void> write(const StateText& state) const;

    // What an earlier supervise wrote last, read into `room`; empty where there is nothing.
    std::string_view last_state(std::span<char> room) const;

    int control() const { return control_.number(); }
    int directory() const { return directory_.number(); }

    // Calls `with` for each descriptor, with a name for it.
    template <class With>
    void each_descriptor(With with) {
        with("directory", directory_);
        with("lock", lock_);
        with("control", control_);
        with("control-writer", control_writer_);
        with("ok", ok_);
    }

  private:
    bool is_lost() const;
    base::Result<void> lock();
    bool is_ours(const char* name, const base::Fd& opened) const;
    base::Result<base::Fd> open_fifo(const char* name, int flags) const;
    base::Result<base::Fd> create_new(const char* name) const;
    base::Result<void> replace(const char* name, const char* new_name,
                               std::string_view content) const;

    const char* own_;
    base::Fd directory_;
    base::Fd lock_;
    base::Fd control_;
    base::Fd control_writer_;  // kept so that control never reads end-of-file
    base::Fd ok_;              // kept so that ok can be opened for writing
};

}  // namespace supervise
