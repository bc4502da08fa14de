#include "multilog/match.h"

#include <fnmatch.h>

#include <algorithm>
#include <cstring>

namespace multilog {

Pattern::Pattern(std::string_view text, Style style) : style_(style), text_(text) {}

bool Pattern::matches(std::string_view head) const {
    switch (style_) {
        case Style::simple: return matches_simple(head);
        case Style::shell: return matches_shell(head);
    }
    return false;
}

bool Pattern::matches_simple(std::string_view head) const {
    std::string_view pattern = text_;
    for (;;) {
        const auto star = pattern.find('*');
        const auto literal = pattern.substr(0, star);
        if (!head.starts_with(literal)) return false;
        head.remove_prefix(literal.size());
        if (star == pattern.npos) return head.empty();
        pattern.remove_prefix(star + 1);
        if (pattern.empty()) return true;
        const auto next = head.find(pattern.front());
        if (next == head.npos) return false;
        head.remove_prefix(next);
    }
}

// fnmatch() wants text that ends with a NUL, so what follows a NUL in a line is not looked
// at.
bool Pattern::matches_shell(std::string_view head) const {
    char copy[head_size + 1];
    const auto size = std::min(head.size(), head_size);
    if (size) std::memcpy(copy, head.data(), size);
    copy[size] = '\0';
    return ::fnmatch(text_.c_str(), copy, 0) == 0;
}

}  // namespace multilog
