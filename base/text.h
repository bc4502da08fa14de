#pragma once

// Text of bounded length, for messages and paths: put together without allocating, always
// ended by a NUL. What does not fit is cut off, and `whole()` then says no.

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace base {

// Copies the beginning of a text, as much as there is room for; says how much that was.
std::size_t copy_what_fits(std::string_view text, char* to, std::size_t room);

template <std::size_t capacity>
class Text {
  public:
    Text() { cut(0); }
    template <class... Parts>
    explicit Text(const Parts&... parts) : Text() {
        (add(parts), ...);
    }

    Text& add(std::string_view text) {
        const auto count = copy_what_fits(text, bytes_ + size_, capacity - size_);
        if (count < text.size()) whole_ = false;
        cut(size_ + count);
        return *this;
    }

    template <std::integral Number>
    requires(!std::same_as<Number, char> &&
             !std::same_as<Number, bool>) Text& add(Number number) {
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
        // They always fit; said so that the compiler does not fear the contrary.
        const auto count = static_cast<std::size_t>(end - digits);
        return add(std::string_view(digits, count < sizeof digits ? count : 0));
    }

    Text& add(char byte) { return add(std::string_view(&byte, 1)); }

    // Keeps the first `size` bytes, which must be there.
    void cut(std::size_t size) {
        size_ = size;
        bytes_[size_] = '\0';
    }

    bool whole() const { return whole_; }
    bool empty() const { return size_ == 0; }
    std::size_t size() const { return size_; }
    const char* c_str() const { return bytes_; }
    std::string_view view() const { return {bytes_, size_}; }
    operator std::string_view() const { return view(); }

  private:
    std::size_t size_ = 0;
    bool whole_ = true;
    char bytes_[capacity + 1];
};

// A path as long as the kernel takes one.
using Path = Text<4095>;

}  // namespace base
