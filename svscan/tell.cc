#include "svscan/tell.h"

#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

#include "base/text.h"
#include "supervise/files.h"
#include "supervise/status.h"
#include "supervise/whereabouts.h"

namespace svscan {
namespace {

namespace files = supervise::files;

#if defined(O_PATH)
constexpr int to_pass_through = O_PATH | O_DIRECTORY;
#else
constexpr int to_pass_through = O_RDONLY | O_DIRECTORY | O_NONBLOCK;
#endif

base::Result<base::Fd> by_name(const Listener& listener) {
    auto directory = base::open(listener.name, to_pass_through);
    if (!directory) return directory.error();
    struct stat about;
    if (::fstat(directory->number(), &about) == -1) return base::last_error();
    if (Identity{about.st_dev, about.st_ino} != listener.identity)
        return base::Errno{ENOENT};
    const base::Path service(listener.name, "/", listener.works);
    const auto place = supervise::place_of(service.c_str(), listener.own);
    const bool is_there = !place.view().starts_with('/');
    const base::Path path(is_there ? listener.works : "", is_there ? "/" : "", place);
    return base::open_at(directory->number(), path.c_str(), to_pass_through);
}

base::Result<base::Fd> by_pid(const Listener& listener) {
    const base::Text<64> directory("/proc/", listener.pid, "/cwd");
    const auto place = supervise::path_to_place_of(directory.c_str(), listener.own);
    return base::open(place.c_str(), to_pass_through);
}

// The kernel knows where an open file is now.
base::Result<base::Fd> by_ok(int ok) {
    char path[PATH_MAX];
    const base::Text<64> link("/proc/self/fd/", ok);
    const auto size = ::readlink(link.c_str(), path, sizeof path);
    if (size == -1) return base::last_error();
    const std::string_view file(path, static_cast<std::size_t>(size));
    const base::Path directory(file.substr(0, file.rfind('/') + 1));
    return base::open(directory.c_str(), to_pass_through);
}

base::Result<base::Fd> open_supervise(const Listener& listener) {
    auto directory = by_name(listener);
    if (directory) return directory;
    auto other = listener.pid != 0 ? by_pid(listener) : by_ok(listener.ok);
    return other ? std::move(other) : std::move(directory);
}

}  // namespace

base::Result<void> tell(const Listener& listener, std::string_view letters) {
    const auto directory = open_supervise(listener);
    if (!directory) return directory.error();
    const auto control = base::open_at((*directory).number(), files::control,
                                       O_WRONLY | O_NONBLOCK | O_NOFOLLOW);
    if (!control) return control.error();
    struct stat about;
    if (::fstat((*control).number(), &about) == -1) return base::last_error();
    if (!S_ISFIFO(about.st_mode)) return base::Errno{EINVAL};
    const auto written = base::write((*control).number(), letters);
    if (!written) return written.error();
    return {};
}

bool is_whole(const Listener& listener) {
    const auto directory = by_name(listener);
    if (!directory) return false;
    for (const auto* file : {files::control, files::ok, files::lock, files::status})
        if (::faccessat((*directory).number(), file, F_OK, AT_SYMLINK_NOFOLLOW) == -1)
            return false;
    return true;
}

Death death_of(const Listener& listener) {
    const auto directory = open_supervise(listener);
    if (!directory) return Death::killed;
    const auto file = base::open_at((*directory).number(), files::status,
                                    O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    std::array<char, supervise::status_size> bytes{};
    const auto size = file ? base::read((*file).number(), bytes) : file.error();
    if (!size) return Death::killed;
    const auto status =
        supervise::unpack({reinterpret_cast<const unsigned char*>(bytes.data()), *size});
    return status && status->pid == 0 ? Death::left : Death::killed;
}

}  // namespace svscan
