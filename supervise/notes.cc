#include "supervise/notes.h"

#include <charconv>

namespace supervise {

void Notes::put(std::string_view prefix, std::string_view key, std::int64_t number) {
    text_.add(prefix).add(key).add(' ').add(number).add('\n');
}

void Notes::take(std::string_view prefix, std::string_view key,
                 std::int64_t& number) const {
    const base::Text<64> whole(prefix, key);
    if (const auto value = value_of(text_, whole))
        std::from_chars(value->data(), value->data() + value->size(), number);
}

}  // namespace supervise
