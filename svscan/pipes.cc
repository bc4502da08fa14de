#include "svscan/pipes.h"

#include <fcntl.h>
#include <poll.h>

#include <algorithm>

#include "svscan/fifo.h"

namespace svscan {
namespace {

constexpr rlim_t reserve = 4;  // descriptors that no pipe takes

}  // namespace

bool Pipes::make(Index place, const char* logger, std::string_view whose) {
    auto made = open(logger);
    if (!made) {
        const bool said = voice_.unable(made.error(), "create pipe for ", whose);
        if (said && made.error().number == EMFILE)
            voice_.explain("each log pipe takes two descriptors, and only ", limit_,
                           " may be open");
        return false;
    }
    take_over(place, std::move(made->read), std::move(made->write));
    return true;
}

// Where there can be no fifo (a disk that is full, or not to be written), a pipe without a
// name does, until svscan is replaced. The lowest free number is always taken, so the
// number shows how many descriptors are left.
base::Result<base::Pipe> Pipes::open(const char* logger) const {
    auto pipe = open_log_pipe(logger);
    if (!pipe && !base::is_shortage(pipe.error())) {
        voice_.unable(pipe.error(), "make a fifo for ", logger);
        pipe = base::make_pipe();
    }
    if (!pipe) return pipe;
    const auto last = std::max(pipe->read.number(), pipe->write.number());
    if (static_cast<rlim_t>(last) + reserve >= limit_) return base::Errno{EMFILE};
    return pipe;
}

void Pipes::take_over(Index place, base::Fd read, base::Fd write) {
    if (pipes_.size() <= place) pipes_.resize(place + 1);
    pipes_[place] = {std::move(read), std::move(write)};
}

void Pipes::release(Index place) {
    if (place < pipes_.size()) pipes_[place] = {};
}

void Pipes::let_go(Index place) {
    if (place < pipes_.size()) pipes_[place].write.close();
}

int Pipes::to_read(Index place) const {
    return place < pipes_.size() ? pipes_[place].read.number() : base::Fd::none;
}

int Pipes::to_write(Index place) const {
    return place < pipes_.size() ? pipes_[place].write.number() : base::Fd::none;
}

Content Pipes::content(Index place) const {
    pollfd end{to_read(place), POLLIN, 0};
    const bool any = ::poll(&end, 1, 0) == 1 && (end.revents & POLLIN);
    return any ? Content::something : Content::nothing;
}

}  // namespace svscan
