#include "svscan/pipes.h"

#include <fcntl.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <utility>

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
    pipes_[place] = {{std::move(read), std::move(write)}};
}

void Pipes::release(Index place) {
    if (place < pipes_.size()) pipes_[place] = {};
}

void Pipes::let_go(Index place, Time now) {
    if (place >= pipes_.size()) return;
    pipes_[place].pipe.write.close();
    pipes_[place].let_go_at = now;
}

int Pipes::to_read(Index place) const {
    return place < pipes_.size() ? pipes_[place].pipe.read.number() : base::Fd::none;
}

int Pipes::to_write(Index place) const {
    return place < pipes_.size() ? pipes_[place].pipe.write.number() : base::Fd::none;
}

Time Pipes::let_go_at(Index place) const {
    return place < pipes_.size() ? pipes_[place].let_go_at : Time(0);
}

bool Pipes::begin_search(Index place) {
    return place < pipes_.size() && !std::exchange(pipes_[place].searched, true);
}

Content Pipes::content(Index place) {
    int bytes = 0;
    if (::ioctl(to_read(place), FIONREAD, &bytes) == -1) return Content::nothing;
    const int before = std::exchange(pipes_[place].bytes, bytes);
    if (bytes == 0) return Content::nothing;
    return bytes == before ? Content::as_before : Content::something;
}

}  // namespace svscan
