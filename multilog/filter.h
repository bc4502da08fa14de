#pragma once

// The way through a filter, from descriptor 0 to descriptor 1, a large block at a time.
// Whatever can be told of a block is written before more is waited for, so that a slow
// reader sees each line, and each part of a line, when it comes.
//
// Nothing here allocates. Descriptors that do not wait by themselves are waited for.

#include <chrono>
#include <span>
#include <string_view>

#include "base/result.h"
#include "multilog/stamp.h"

namespace multilog {

class Filter {
  public:
    // A block was read at this moment of the wall clock; its bytes come next.
    virtual void begin_block(std::chrono::nanoseconds wall) = 0;

    // As `step` in multilog/stamp.h.
    virtual Progress step(std::string_view in, std::span<char> out, bool last) = 0;

  protected:
    ~Filter() = default;
};

// Returns at the end of input, or with the first error of reading or of writing.
base::Result<void> pass_through(Filter& filter);

}  // namespace multilog
