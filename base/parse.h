#pragma once

// Words and numbers in text. Pure.

#include <algorithm>
#include <charconv>
#include <concepts>
#include <string_view>

namespace base {

// Takes what is before the first blank off a text, and the blank.
inline std::string_view next_word(std::string_view& rest) {
    const auto word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    return word;
}

// Whether the text is a number and nothing else; if not, `number` is as it was.
template <int radix = 10, std::integral Number>
bool read_number(std::string_view text, Number& number) {
    Number found{};
    const auto end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, found, radix);
    if (error != std::errc{} || stop != end) return false;
    number = found;
    return true;
}

}  // namespace base
