#include "multilog/directory.h"

#include <algorithm>

namespace multilog {
namespace {

constexpr std::size_t digits = base::label_size - 1;

int value_of(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    return -1;
}

base::Tai64n label_in(std::string_view name) {
    std::array<unsigned char, base::tai64n_size> packed{};
    for (std::size_t i = 0; i < packed.size(); ++i)
        packed[i] = static_cast<unsigned char>(value_of(name[2 * i + 1]) << 4 |
                                               value_of(name[2 * i + 2]));
    return base::unpack(packed);
}

bool older(const Name& one, const Name& other) { return one.view() < other.view(); }

}  // namespace

bool is_finished(std::string_view name) {
    if (name.size() < base::label_size || name.front() != '@') return false;
    const auto label = name.substr(1, digits);
    if (!std::all_of(label.begin(), label.end(), [](char c) { return value_of(c) != -1; }))
        return false;
    // TAI64 ends at 2^63 seconds.
    if (value_of(label.front()) >= 8) return false;
    return name.size() == base::label_size || name[base::label_size] == '.';
}

void Stock::see(std::string_view name) {
    if (!is_finished(name)) return;
    ++count_;
    newest_ = std::max(newest_, label_in(name));
    if (remembered_ == most) {
        if (name >= oldest_.front().view()) return;
        std::pop_heap(oldest_.begin(), oldest_.end(), older);
        --remembered_;
    }
    oldest_[remembered_++] = Name(name);
    std::push_heap(oldest_.begin(), oldest_.begin() + static_cast<long>(remembered_),
                   older);
}

// Nothing is fed after this, so the heap may become a sorted list.
std::span<const Name> Stock::beyond(std::uint64_t keep) {
    if (count_ < keep) return {};
    std::sort(oldest_.begin(), oldest_.begin() + static_cast<long>(remembered_), older);
    const auto spare = static_cast<std::size_t>(count_ - keep + 1);
    return {oldest_.data(), std::min(spare, remembered_)};
}

// A clock that was set back must not make the new log look older than the others.
base::Tai64n label_after(const base::Tai64n& newest, std::chrono::nanoseconds wall) {
    constexpr std::uint32_t last_nanosecond = 999'999'999;
    const auto now = base::tai64n(wall);
    if (now > newest) return now;
    if (newest.nanoseconds < last_nanosecond)
        return {newest.seconds, newest.nanoseconds + 1};
    return {newest.seconds + 1, 0};
}

}  // namespace multilog
