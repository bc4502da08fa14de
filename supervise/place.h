#pragma once

// The directory supervise/ of a service: where supervise holds its lock, hears commands and
// tells its status. What is missing is made (the directory 0700, fifos and lock 0600,
// status 0644); modes and owners that are there already are kept. The directory may be a
// symbolic link, and where that leads nowhere its target is made. In it no link is
// followed: what stands in the place of a fifo and is none is replaced.
//
// Nothing here allocates.

#include "base/fd.h"
#include "base/result.h"
#include "supervise/status.h"

namespace supervise {

class Place {
  public:
    // Each fails with the errno of what could not be made or opened. To be called in this
    // order, once; `lock` fails with EWOULDBLOCK where another supervise holds it.
    base::Result<void> open_directory();
    base::Result<void> lock();
    base::Result<void> open_control();
    base::Result<void> open_ok();

    // Writes status.new and renames it to status.
    base::Result<void> write(const Status& status);

    int control() const { return control_.number(); }

  private:
    base::Result<base::Fd> open_fifo(const char* name);
    base::Result<base::Fd> create_new(const char* name) const;

    base::Fd directory_;
    base::Fd lock_;
    base::Fd control_;
    base::Fd control_writer_;  // kept so that control never reads end-of-file
    base::Fd ok_;              // kept so that ok can be opened for writing
};

}  // namespace supervise
