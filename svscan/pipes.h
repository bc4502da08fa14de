#pragma once

// The pipes between services and their loggers, by place. svscan holds both ends, so that
// either side may come and go; a few descriptors are always left, to look and tell with.

#include <sys/resource.h>

#include <cstddef>
#include <vector>

#include "base/fd.h"
#include "svscan/notes.h"
#include "svscan/order.h"
#include "svscan/voice.h"

namespace svscan {

class Pipes {
  public:
    using Index = std::size_t;

    // At most so many descriptors may be open.
    Pipes(Voice& voice, rlim_t limit) : voice_(voice), limit_(limit) {}

    // False where there can be none for now, which it says. `logger` is the logger's
    // directory, `whose` the service's.
    bool make(Index place, const char* logger, std::string_view whose);
    void release(Index place);
    void let_go(Index place, Time now);  // of the writing end
    Time let_go_at(Index place) const;
    bool begin_search(Index place);  // for who keeps it open: true the first time

    // Descriptors, none where there is no such end.
    int to_read(Index place) const;
    int to_write(Index place) const;
    Content content(Index place);

    void take_over(Index place, base::Fd read, base::Fd write);

  private:
    struct Kept {
        base::Pipe pipe;
        int bytes = 0;  // at the last look
        Time let_go_at{0};
        bool searched = false;
    };

    base::Result<base::Pipe> open(const char* logger) const;

    Voice& voice_;
    rlim_t limit_;
    std::vector<Kept> pipes_;
};

}  // namespace svscan
