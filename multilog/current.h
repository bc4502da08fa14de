#pragma once

// The file that a log is being written to. Pieces are written at its end, all of them in
// the end, however many tries that takes; or they are taken back, and the file is as it
// was.

#include <sys/uio.h>

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "base/fd.h"
#include "multilog/sorter.h"
#include "multilog/trouble.h"

namespace multilog {

class Current {
  public:
    using Time = Trouble::Time;

    // Goes on at the end of `file`, of which the first byte was written at `begun`.
    void begin(base::Fd file, Time begun);
    explicit operator bool() const { return static_cast<bool>(file_); }
    base::Fd release();

    std::uint64_t size() const { return size_; }

    // Takes pieces, which have to stay where they are until `is_written` or `take_back`.
    void take(const Share& share);
    base::Errno write(Time now);
    bool is_written() const { return left_.empty(); }
    void take_back();

    // Copies what `from` holds behind `offset`, which moves on to where the copy ends.
    base::Errno append(int from, std::uint64_t& offset, Time now);

    // Whether the file has no name any more.
    bool is_gone() const;

    // Since when there is something in it; since when something in it may be lost in an
    // outage. Nothing: there is nothing.
    std::optional<Time> begun() const { return begun_; }
    std::optional<Time> unsafe() const { return unsafe_; }

    base::Errno make_safe();
    base::Errno close(bool in_good_order);

  private:
    void wrote(std::size_t count, Time now);

    base::Fd file_;
    std::uint64_t size_ = 0;
    std::uint64_t size_before_ = 0;  // without the pieces taken last
    std::array<iovec, Sorter::most_pieces> pieces_;
    std::span<iovec> left_;
    std::optional<Time> begun_;
    std::optional<Time> unsafe_;
};

}  // namespace multilog
