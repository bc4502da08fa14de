#include "base/scratch.h"

#include <fcntl.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace base {

Result<Fd> nameless_file(int directory) {
#if defined(MFD_CLOEXEC)
    if (const int file = ::memfd_create("lares", MFD_CLOEXEC); file != -1) return Fd(file);
#endif
    constexpr auto name = ".nameless";
    if (::unlinkat(directory, name, 0) == -1 && errno != ENOENT) return last_error();
    auto file = open_at(directory, name, O_RDWR | O_CREAT | O_EXCL, 0600);
    if (file && ::unlinkat(directory, name, 0) == -1) return last_error();
    return file;
}

}  // namespace base
