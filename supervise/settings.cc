#include "supervise/settings.h"

#include <charconv>

#include "base/signal_name.h"

namespace supervise {
namespace {

using std::string_view;

string_view trimmed(string_view text) {
    constexpr string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace

std::optional<long> number_in(string_view text, long least, long most) {
    text = trimmed(text);
    long number = 0;
    const auto end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stop != end || number < least || number > most) return {};
    return number;
}

std::optional<int> signal_in(string_view text) { return base::signal_named(trimmed(text)); }

string_view signal_name(int signal) { return base::signal_name(signal); }

}  // namespace supervise
