#pragma once

// supervise/status: exactly 18 bytes, written by supervise, replaced whole, read by svstat
// and by other people's clients. The layout is daemontools':
//
//     0-11   TAI64N, big-endian: the last start or death
//     12-15  pid, little-endian; 0 when there is none
//     16     1 paused, 0 not
//     17     'u' wanted up, 'd' wanted down, 0 started once
//
// Pure: nothing is read or written here.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "base/tai64n.h"

namespace supervise {

enum class Want : unsigned char { once = 0, down = 'd', up = 'u' };

struct Status {
    base::Tai64n since;
    std::uint32_t pid = 0;
    bool paused = false;
    Want want = Want::up;
    friend bool operator==(const Status&, const Status&) = default;
};

constexpr std::size_t status_size = 18;
using PackedStatus = std::array<unsigned char, status_size>;

PackedStatus pack(const Status& status);

// Nothing for fewer than 18 bytes; more are not looked at. An unknown byte 17 wants nothing
// that could be told, like `once`.
std::optional<Status> unpack(std::span<const unsigned char> bytes);

}  // namespace supervise
