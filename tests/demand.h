#pragma once

// For what is tested by more than one program, in and outside of Catch2: ends a test, or
// lets a fuzzer stop, where something is not as it has to be.

#include <stdexcept>

namespace tests {

inline void demand(bool holds, const char* otherwise) {
    if (!holds) throw std::logic_error(otherwise);
}

}  // namespace tests
