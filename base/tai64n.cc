#include "base/tai64n.h"

namespace base {

Tai64n tai64n(std::chrono::nanoseconds wall) {
    // Before 1970 the seconds are rounded down, so that the nanoseconds stay positive.
    const auto seconds = std::chrono::floor<std::chrono::seconds>(wall);
    return {Tai64n::epoch + static_cast<std::uint64_t>(seconds.count()),
            static_cast<std::uint32_t>((wall - seconds).count())};
}

PackedTai64n pack(const Tai64n& moment) {
    PackedTai64n packed{};
    for (unsigned i = 0; i < 8; ++i)
        packed[i] = static_cast<unsigned char>(moment.seconds >> (56 - 8 * i));
    for (unsigned i = 0; i < 4; ++i)
        packed[8 + i] = static_cast<unsigned char>(moment.nanoseconds >> (24 - 8 * i));
    return packed;
}

Tai64n unpack(std::span<const unsigned char, tai64n_size> packed) {
    Tai64n moment{0, 0};
    for (unsigned i = 0; i < 8; ++i) moment.seconds = moment.seconds << 8 | packed[i];
    for (unsigned i = 8; i < 12; ++i)
        moment.nanoseconds = moment.nanoseconds << 8 | packed[i];
    return moment;
}

Label label(const Tai64n& moment) {
    constexpr std::string_view digits = "0123456789abcdef";
    Label text{'@'};
    char* next = text.data() + 1;
    for (const auto byte : pack(moment)) {
        *next++ = digits[byte >> 4];
        *next++ = digits[byte & 15];
    }
    return text;
}

}  // namespace base
