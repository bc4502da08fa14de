#pragma once

// What tai64n and tai64nlocal do to lines, apart from reading and writing them. Both take
// text as it comes, in pieces of any size, and keep no line: a line longer than any buffer
// passes like every other, and every byte is kept but those of a label that is replaced.
//
// One `step` moves bytes from `in` to `out` until one of the two is used up. What it leaves
// of `in` has to come again, before whatever follows it; `last` says that nothing follows.
// Nothing here fails, allocates or asks for the time.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/tai64n.h"
#include "base/text.h"

struct tm;

namespace multilog {

struct Progress {
    std::size_t read = 0;
    std::size_t written = 0;
    friend bool operator==(const Progress&, const Progress&) = default;
};

// Puts a label before each line.
class Labels {
  public:
    // The label of the lines that begin from now on, its blank included. It has to stay as
    // long as lines may begin.
    void set(std::string_view label) { label_ = label; }

    Progress step(std::string_view in, std::span<char> out);

  private:
    std::string_view label_;
    bool at_start_ = true;
};

// Tells UNIX seconds in local time, or returns false where it has no words for them.
using LocalTime = bool (*)(std::int64_t seconds, tm& local);

// Replaces the label that a line begins with by "1999-08-23 21:04:05.787492500". A label is
// "@" and 24 hexadecimal digits, no more and no fewer, a-f in lower case; what is none, or
// is too far away for a calendar, passes unchanged.
class LocalTimes {
  public:
    explicit LocalTimes(LocalTime local_time) : local_time_(local_time) {}

    Progress step(std::string_view in, std::span<char> out, bool last);

  private:
    using Date = base::Text<64>;

    // How many bytes of `line` a label takes: 0 where there is none, `undecided` where more
    // bytes are needed to tell. What stands for it is then in `date_`.
    static constexpr std::size_t undecided = ~std::size_t{0};
    std::size_t label_before(std::string_view line, bool last);
    bool set_second(std::string_view digits);
    void set_nanoseconds(std::string_view digits);

    LocalTime local_time_;
    std::array<char, 16> second_{};  // the digits of the second that `date_` tells
    Date date_;                      // "1999-08-23 21:04:05." and the nanoseconds
    std::size_t date_size_ = 0;  // without the nanoseconds; 0 when `date_` tells nothing
    bool at_start_ = true;
};

}  // namespace multilog
