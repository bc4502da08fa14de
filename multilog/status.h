#pragma once

// A status file: the last line that it was told, cut to 1000 bytes and filled up with
// newlines to 1001, written over the one before in one write. There is no protection
// against an outage.

#include <array>
#include <string_view>

#include "base/fd.h"
#include "multilog/match.h"
#include "multilog/trouble.h"

namespace multilog {

class Status {
  public:
    Status(const char* path, base::Fd file) : path_(path), file_(std::move(file)) {}

    // Makes the file if it is missing.
    static base::Result<base::Fd> open(const char* path);

    void tell(std::string_view line);

    // Writes what was told, unless that is done or it is too early to try again. The error
    // is to be said.
    base::Errno write(Trouble::Time now);
    bool is_written() const { return written_; }

    const char* path() const { return path_; }
    const Trouble& trouble() const { return trouble_; }

  private:
    const char* path_;
    base::Fd file_;
    bool written_ = true;
    std::array<char, head_size + 1> text_{};
    Trouble trouble_;
};

}  // namespace multilog
