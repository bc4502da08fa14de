#include "supervise/status.h"

#include <algorithm>

namespace supervise {
namespace {

constexpr std::size_t pid_at = base::tai64n_size;
constexpr std::size_t paused_at = pid_at + 4;
constexpr std::size_t want_at = paused_at + 1;
static_assert(want_at + 1 == status_size);

Want to_want(unsigned char byte) {
    switch (byte) {
        case 'u': return Want::up;
        case 'd': return Want::down;
        default: return Want::once;
    }
}

}  // namespace

PackedStatus pack(const Status& status) {
    PackedStatus packed{};
    std::ranges::copy(base::pack(status.since), packed.begin());
    for (unsigned i = 0; i < 4; ++i)
        packed[pid_at + i] = static_cast<unsigned char>(status.pid >> (8 * i));
    packed[paused_at] = status.paused ? 1 : 0;
    packed[want_at] = static_cast<unsigned char>(status.want);
    return packed;
}

std::optional<Status> unpack(std::span<const unsigned char> bytes) {
    if (bytes.size() < status_size) return {};
    Status status;
    status.since = base::unpack(bytes.first<base::tai64n_size>());
    for (unsigned i = 0; i < 4; ++i)
        status.pid |= static_cast<std::uint32_t>(bytes[pid_at + i]) << (8 * i);
    status.paused = bytes[paused_at] != 0;
    status.want = to_want(bytes[want_at]);
    return status;
}

}  // namespace supervise
