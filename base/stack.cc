#include "base/stack.h"

#if defined(__linux__)
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#endif

namespace base {

#if defined(__linux__)

// Below this frame there may be a red zone, and the frame of the call itself needs none: a
// page is left between.
void give_back_stack() {
    static constexpr std::uintptr_t depth = 1 << 17;  // deeper than any call goes
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    const auto end = (here - 512) / page * page;
    ::madvise(reinterpret_cast<void*>(end - depth), depth, MADV_DONTNEED);
}

#else

void give_back_stack() {}

#endif

}  // namespace base
