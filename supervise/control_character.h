#pragma once

// What a terminal obeys and no name or sentence needs: the controls of ASCII, and in UTF-8
// also U+0080 to U+009F. Who shows what somebody else has written puts a question mark in
// the place of each byte of a text for which this says so, asked from the first to the
// last.

namespace supervise {

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

}  // namespace supervise
