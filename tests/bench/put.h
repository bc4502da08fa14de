#pragma once

// All of some bytes to standard output; false where that fails. For programs that measure:
// nothing is added to the call.

#include <sys/types.h>
#include <unistd.h>

inline bool put(const char* from, size_t size) {
    while (size > 0) {
        const ssize_t written = ::write(1, from, size);
        if (written <= 0) return false;
        from += written;
        size -= static_cast<size_t>(written);
    }
    return true;
}
