#include "svstat/sight.h"

#include <sys/stat.h>
#include <unistd.h>

#include <span>

#include "base/fd.h"
#include "supervise/files.h"

namespace svstat {
namespace {

using Step = Sight::Step;

base::Result<bool> exists(const char* path) {
    struct stat about;
    if (::stat(path, &about) == 0) return true;
    if (errno != ENOENT) return base::last_error();
    return false;
}

Sight look_at_status(bool normally_up) {
    const auto ok = base::open_write(supervise::files::ok);
    if (!ok) return {.step = Step::ok, .error = ok.error()};
    const auto file = base::open_read(supervise::files::status);
    if (!file) return {.step = Step::open, .error = file.error()};
    supervise::PackedStatus bytes;
    const auto into = reinterpret_cast<char*>(bytes.data());
    const auto size = base::read((*file).number(), {into, bytes.size()});
    if (!size) return {.step = Step::read, .error = size.error()};
    const auto status = supervise::unpack(std::span(bytes).first(*size));
    if (!status) return {.step = Step::format};
    return {.normally_up = normally_up, .status = *status};
}

}  // namespace

Sight look() {
    const auto down = exists(supervise::files::down);
    if (!down) return {.step = Step::down, .error = down.error()};
    return look_at_status(!*down);
}

base::Result<void> enter_log() {
    if (::chdir(supervise::files::log) == 0) return {};
    if (errno == ENOTDIR) return base::Errno{ENOENT};
    return base::last_error();
}

}  // namespace svstat
