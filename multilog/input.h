#pragma once

// Descriptor 0, a large block at a time. What was read stays here until it is consumed, in
// a buffer that never grows. Where it can be, a pipe is only looked into (multilog/peek.h):
// what is here is then still in the pipe as well, until it is consumed.

#include <poll.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include "multilog/peek.h"

namespace multilog {

class Input {
  public:
    static constexpr std::size_t size = 256 * 1024;
    static constexpr std::size_t longest_line = 64 * 1024;  // without its end

    explicit Input(int from);

    // What is there and has not been consumed. The bytes do not move until `fill`.
    std::string_view bytes() const { return {buffer_.get() + begin_, end_ - begin_}; }

    // What to wait for, and for how long at most, before there is more.
    struct Wait {
        pollfd change;
        std::optional<std::chrono::nanoseconds> most;
    };
    Wait watch();

    // Asks for more, once; there has to be room, and something to be read. What cannot be
    // read any more has ended.
    void fill();
    bool has_ended() const { return ended_; }

    // Whether what is there has to be taken even if it is no whole line: it is too much, or
    // no more can come.
    bool is_stuck() const { return full_ || bytes().size() >= longest_line; }

    void consume(std::size_t count);

    // Puts a newline behind what is there, once it has ended.
    void end_line();

    // Ends at the next newline; at once where no line has begun. `in_line`: one has, and
    // its beginning is consumed.
    void end_at_newline(bool in_line);

    // Ends now, with what cannot stay where it came from.
    void end_now(bool in_line);

    // Before leaving: puts back what is left, if that is possible. How much it was not.
    std::size_t give_back();

  private:
    std::size_t kept() const { return kept_ - begin_; }
    std::string_view shown() const { return {buffer_.get() + kept_, end_ - kept_}; }
    void read();
    void look();
    void look_once();
    void find_newline();

    int from_;
    Peek peek_;
    bool peeks_;
    bool ended_ = false;
    bool full_ = false;                  // the pipe is
    bool last_line_ = false;             // ends at the next newline
    bool added_ = false;                 // a newline that did not come
    std::chrono::nanoseconds pause_{0};  // before the pipe is asked whether it has more
    std::size_t begin_ = 0;
    std::size_t kept_ = 0;  // what is behind this is still in the pipe as well
    std::size_t end_ = 0;
    std::unique_ptr<char[]> buffer_;  // one byte larger than `size`, for a newline
};

}  // namespace multilog
