#pragma once

// What a terminal obeys and no name or sentence needs: the controls of ASCII, and in UTF-8
// also U+0080 to U+009F. Who shows what somebody else has written puts a question mark in
// the place of each byte that is one, or ends one.

#include <string_view>

namespace supervise {

// Asked for each byte of a text, from the first to the last.
class IsControl {
  public:
    constexpr bool operator()(char byte) {
        const auto before = before_;
        before_ = static_cast<unsigned char>(byte);
        return before_ < ' ' || before_ == 0x7f ||
               (before == 0xc2 && before_ >= 0x80 && before_ < 0xa0);
    }

  private:
    unsigned char before_ = 0;
};

constexpr bool has_control(std::string_view text) {
    IsControl is_control;
    for (const char byte : text)
        if (is_control(byte)) return true;
    return false;
}

}  // namespace supervise
