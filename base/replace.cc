#include "base/replace.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace base {
namespace {

#if defined(__linux__) && defined(SYS_renameat2)
bool exchange(int directory, const char* one, const char* other) {
    constexpr unsigned exchanges = 2;  // RENAME_EXCHANGE
    return ::syscall(SYS_renameat2, directory, one, directory, other, exchanges) == 0;
}
#else
bool exchange(int, const char*, const char*) { return false; }
#endif

}  // namespace

// Not every file system can exchange names, and not every container lets it.
Result<void> replace(int directory, const char* old, const char* fresh) {
    if (exchange(directory, old, fresh)) {
        ::unlinkat(directory, fresh, 0);
        return {};
    }
    if (::renameat(directory, fresh, directory, old) == -1) return last_error();
    return {};
}

}  // namespace base
