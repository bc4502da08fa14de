#pragma once

// Descriptor 0, a large block at a time. What was read stays here until it is consumed, at
// the beginning of a buffer that never grows.

#include <cstddef>
#include <memory>
#include <string_view>

namespace multilog {

class Input {
  public:
    static constexpr std::size_t size = 256 * 1024;

    explicit Input(int from);

    int descriptor() const { return from_; }

    // What is there and has not been consumed.
    std::string_view bytes() const { return {buffer_.get() + begin_, end_ - begin_}; }

    // Reads once, `most` bytes at most; there has to be room. What cannot be read any more
    // has ended.
    void fill(std::size_t most = size);

    void consume(std::size_t count) { begin_ += count; }

    bool has_ended() const { return ended_; }

    // Puts a newline behind the bytes that are there.
    void end_line();

    // Before leaving: puts what is left back where it came from, if that is possible.
    void give_back();

  private:
    void make_room();

    int from_;
    bool ended_ = false;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::unique_ptr<char[]> buffer_;  // one byte larger than `size`, for the newline
};

}  // namespace multilog
