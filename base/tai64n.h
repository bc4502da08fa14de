#pragma once

// TAI64N: a moment as 2^62 + 10 + UNIX seconds, and nanoseconds, both big-endian. The
// format is that of cr.yp.to/libtai/tai64.html; the ten seconds are a fixed offset in this
// family of programs, leap seconds or not. No clock is read here, and nothing fails: any
// twelve bytes are a moment.

#include <array>
#include <chrono>
#include <compare>
#include <cstdint>
#include <span>
#include <string_view>

namespace base {

struct Tai64n {
    static constexpr std::uint64_t epoch = (std::uint64_t{1} << 62) + 10;  // 1970 in UNIX

    std::uint64_t seconds = epoch;
    std::uint32_t nanoseconds = 0;
    friend auto operator<=>(const Tai64n&, const Tai64n&) = default;
};

constexpr std::size_t tai64n_size = 12;  // packed: 8 bytes of seconds, 4 of nanoseconds
constexpr std::size_t label_size = 25;   // "@", then the packed bytes in hexadecimal digits

using PackedTai64n = std::array<unsigned char, tai64n_size>;
using Label = std::array<char, label_size>;

// `wall` is nanoseconds since 1970-01-01 UTC, as in `Moment::wall`.
Tai64n tai64n(std::chrono::nanoseconds wall);

PackedTai64n pack(const Tai64n& moment);
Tai64n unpack(std::span<const unsigned char, tai64n_size> packed);

// "@4000000037c219bf2ef02e94", without the blank that follows it in a log.
Label label(const Tai64n& moment);
inline std::string_view view(const Label& label) { return {label.data(), label.size()}; }

}  // namespace base
