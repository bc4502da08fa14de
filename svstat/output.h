#pragma once

// Text for standard output, gathered into few writes. It waits for a slow reader, however
// the descriptor was left to us. After a failed write the rest is thrown away, and the
// error is kept for the caller to tell.

#include <array>
#include <cstddef>
#include <string_view>

#include "base/result.h"

namespace svstat {

class Output {
  public:
    Output& add(std::string_view text);

    // Writes what is still held back; the first error since the start, if there was one.
    base::Result<void> flush();

  private:
    void put(std::string_view text);

    std::array<char, 16384> held_;
    std::size_t size_ = 0;
    base::Errno error_;
};

}  // namespace svstat
