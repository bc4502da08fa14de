#pragma once

// One who waits for changes of a service (events.h is the other side): has a fifo in
// supervise/event/, made under a name with a dot, opened, then renamed, and keeps
// supervise/ok open, so that poll(2) tells when supervise leaves. Whoever looks at the
// service's state after `open` misses nothing that happens later.
//
// No link is followed in supervise/, and what is not a fifo of our own making is not
// opened. The fifo is removed when the Waiter ends; when the program is killed, supervise
// removes it at the next change.

#include "base/fd.h"
#include "base/result.h"
#include "base/text.h"

namespace supervise {

class Waiter {
  public:
    Waiter() = default;
    Waiter(const Waiter&) = delete;
    Waiter& operator=(const Waiter&) = delete;
    ~Waiter() { close(); }

    // `directory` is the descriptor of the service directory, and `place` where supervise/
    // is, from there (whereabouts.h). ENXIO or ENOENT: no supervise runs there.
    base::Result<void> open(int directory, std::string_view place);
    void close();

    bool is_open() const { return static_cast<bool>(fifo_); }
    int letters() const { return fifo_.number(); }  // readable when there are some
    int presence() const { return ok_.number(); }   // POLLERR: supervise has left

    // The letters that came since the last time (change.h).
    base::Text<255> take();

  private:
    base::Result<void> open_events(int directory, std::string_view place);
    base::Result<void> make_fifo();
    base::Result<void> publish();

    base::Fd ok_;
    base::Fd events_;
    base::Fd fifo_;
    base::Text<63> name_;  // of the fifo, with its dot as long as it has one
};

}  // namespace supervise
