#include "svscan/tell.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "base/fd.h"
#include "base/text.h"
#include "supervise/files.h"

namespace svscan {
namespace {

#if defined(O_PATH)
constexpr int only_to_pass_through = O_PATH | O_DIRECTORY;
#else
constexpr int only_to_pass_through = O_RDONLY | O_DIRECTORY | O_NONBLOCK;
#endif
constexpr int to_tell = O_WRONLY | O_NONBLOCK | O_NOFOLLOW;

base::Result<base::Fd> by_name(const Listener& listener) {
    auto directory = base::open(listener.name, only_to_pass_through);
    if (!directory) return directory.error();
    struct stat about;
    if (::fstat(directory->number(), &about) == -1) return base::last_error();
    if (Identity{about.st_dev, about.st_ino} != listener.identity)
        return base::Errno{ENOENT};
    const base::Path control(listener.inside, supervise::files::control);
    return base::open_at(directory->number(), control.c_str(), to_tell);
}

base::Result<base::Fd> by_pid(pid_t pid) {
    const base::Text<64> control("/proc/", pid, "/cwd/", supervise::files::control);
    return base::open(control.c_str(), to_tell);
}

}  // namespace

base::Result<void> tell(const Listener& listener, std::string_view letters) {
    auto control = by_name(listener);
    if (!control) {
        auto other = by_pid(listener.pid);
        if (other) control = std::move(other);
    }
    if (!control) return control.error();
    struct stat about;
    if (::fstat(control->number(), &about) == -1) return base::last_error();
    if (!S_ISFIFO(about.st_mode)) return base::Errno{EINVAL};
    const auto written = base::write(control->number(), letters);
    if (!written) return written.error();
    return {};
}

}  // namespace svscan
