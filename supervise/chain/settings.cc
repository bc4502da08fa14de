#include "supervise/chain/settings.h"

#include <algorithm>

namespace supervise::chain {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view without_blanks_before(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(blanks), text.size()));
}

std::string_view without_blanks_after(std::string_view text, std::string_view which) {
    return text.substr(0, text.find_last_not_of(which) + 1);
}

}  // namespace

std::string file_setting(std::string name, std::string_view contents) {
    if (contents.empty()) return name;
    const auto line = contents.substr(0, contents.find('\n'));
    name += '=';
    const auto start = static_cast<std::ptrdiff_t>(name.size());
    name += without_blanks_after(line, " \t");
    std::replace(name.begin() + start, name.end(), '\0', '\n');
    return name;
}

std::optional<std::string> Ini::read(std::string_view line) {
    line = line.substr(0, line.find('\0'));  // No variable can hold one.
    line = without_blanks_after(without_blanks_before(line), blanks);
    if (line.empty() || line.front() == ';') return {};
    if (line.size() > 1 && line.front() == '[' && line.back() == ']') {
        section_ = line.substr(1, line.size() - 2);
        section_ += '_';
        return {};
    }
    const auto equals = line.find('=');
    if (equals == line.npos) return {};
    const auto name = without_blanks_after(line.substr(0, equals), blanks);
    if (name.empty() || name.find_first_of(blanks) != name.npos) return {};
    auto setting = prefix_ + section_;
    setting += name;
    setting += '=';
    setting += without_blanks_before(line.substr(equals + 1));
    return setting;
}

}  // namespace supervise::chain
