#include "multilog/status.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

namespace multilog {
namespace {

constexpr auto pause = std::chrono::milliseconds(250);
constexpr mode_t mode = 0600;

}  // namespace

base::Result<base::Fd> Status::open(const char* path) {
    return base::open(path, O_WRONLY | O_CREAT | O_NONBLOCK, mode);
}

void Status::tell(std::string_view line) {
    const auto end = std::copy(line.begin(), line.end(), text_.begin());
    std::fill(end, text_.end(), '\n');
    written_ = false;
}

base::Errno Status::write(Trouble::Time now) {
    if (written_ || trouble_.pauses(now)) return {};
    const auto count = ::pwrite(file_.number(), text_.data(), text_.size(), 0);
    written_ = count == static_cast<ssize_t>(text_.size());
    if (written_) {
        trouble_.over();
        return {};
    }
    const auto error = count == -1 ? base::last_error() : base::Errno{ENOSPC};
    return trouble_.met(path_, error, now, pause) ? error : base::Errno{};
}

}  // namespace multilog
