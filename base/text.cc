#include "base/text.h"

namespace base {

std::size_t copy_what_fits(std::string_view text, char* to, std::size_t room) {
    const auto count = text.size() < room ? text.size() : room;
    if (count != 0) std::memcpy(to, text.data(), count);
    return count;
}

}  // namespace base
