#include "svstat/output.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>

#include "base/fd.h"

namespace svstat {
namespace {

constexpr int to = STDOUT_FILENO;

bool full(base::Errno error) {
    return error.number == EAGAIN || error.number == EWOULDBLOCK;
}

void wait_for_room() {
    pollfd output{to, POLLOUT, 0};
    ::poll(&output, 1, -1);
}

}  // namespace

void Output::put(std::string_view text) {
    while (!text.empty() && error_ == base::Errno{}) {
        const auto written = base::write(to, text);
        if (written)
            text.remove_prefix(*written);
        else if (full(written.error()))
            wait_for_room();
        else
            error_ = written.error();
    }
}

Output& Output::add(std::string_view text) {
    if (text.size() > held_.size() - size_) {
        put({held_.data(), size_});
        size_ = 0;
    }
    if (text.size() > held_.size()) {
        put(text);
        return *this;
    }
    std::ranges::copy(text, held_.data() + size_);
    size_ += text.size();
    return *this;
}

base::Result<void> Output::flush() {
    put({held_.data(), size_});
    size_ = 0;
    if (error_ == base::Errno{}) return {};
    return error_;
}

}  // namespace svstat
