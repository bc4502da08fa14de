#include "supervise/settings.h"

#include <algorithm>

#include "base/parse.h"
#include "base/signal_name.h"
#include "base/text.h"

namespace supervise {
namespace {

using std::string_view;

string_view first_line(string_view text) {
    constexpr string_view blanks = " \t\r\n";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    text = text.substr(0, text.find('\n'));
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

char upper(char byte) {
    return byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte;
}

}  // namespace

std::optional<long> number_in(string_view text, long least, long most) {
    text = first_line(text);
    long number = 0;
    if (!base::read_number(text, number) || number < least || number > most) return {};
    return number;
}

std::optional<int> signal_in(string_view text) {
    base::Text<16> name;
    for (const char byte : first_line(text)) name.add(upper(byte));
    if (!name.whole()) return {};
    return base::signal_named(name);
}

string_view signal_name(int signal) { return base::signal_name(signal); }

}  // namespace supervise
