#include "multilog/stamp.h"

#include <time.h>

#include <algorithm>
#include <cstring>

namespace multilog {
namespace {

constexpr std::size_t second_digits = 16;
constexpr std::size_t digits_in_label = base::label_size - 1;

// Moves bytes from `in` to `out`, counting them.
struct Move {
    std::string_view in;
    std::span<char> out;
    Progress done;

    std::string_view rest() const { return in.substr(done.read); }
    std::size_t room() const { return out.size() - done.written; }

    void add(std::string_view text) {
        std::memcpy(out.data() + done.written, text.data(), text.size());
        done.written += text.size();
    }

    // Copies up to and with the next newline, as far as there is room. True at its end.
    bool copy_line() {
        const auto text = rest().substr(0, room());
        const void* const newline = std::memchr(text.data(), '\n', text.size());
        const auto count = newline ? static_cast<std::size_t>(
                                         static_cast<const char*>(newline) - text.data()) +
                                         1
                                   : text.size();
        add(text.substr(0, count));
        done.read += count;
        return newline;
    }
};

constexpr unsigned no_digit = 16;
constexpr auto values = [] {
    std::array<unsigned char, 256> table{};
    table.fill(no_digit);
    for (unsigned value = 0; value < 16; ++value)
        table[static_cast<unsigned char>("0123456789abcdef"[value])] =
            static_cast<unsigned char>(value);
    return table;
}();

unsigned value_of(char digit) { return values[static_cast<unsigned char>(digit)]; }

std::uint64_t number(std::string_view digits) {
    std::uint64_t result = 0;
    for (const char digit : digits) result = result << 4 | value_of(digit);
    return result;
}

// Decimal digits, as many as the number has and at least `least`.
void add_padded(base::Text<64>& text, std::uint64_t number, std::size_t least) {
    std::array<char, 20> digits;
    auto next = digits.end();
    for (; number > 0 || digits.end() - next < static_cast<std::ptrdiff_t>(least);
         number /= 10)
        *--next = static_cast<char>('0' + number % 10);
    text.add(std::string_view(next, digits.end()));
}

}  // namespace

Progress Labels::step(std::string_view in, std::span<char> out) {
    Move move{in, out, {}};
    while (!move.rest().empty()) {
        if (at_start_) {
            if (move.room() < label_.size()) break;
            move.add(label_);
            at_start_ = false;
        }
        if (move.room() == 0) break;
        at_start_ = move.copy_line();
    }
    return move.done;
}

Progress LocalTimes::step(std::string_view in, std::span<char> out, bool last) {
    Move move{in, out, {}};
    while (!move.rest().empty()) {
        if (at_start_) {
            const auto label = label_before(move.rest(), last);
            if (label == undecided || (label > 0 && move.room() < date_.size())) break;
            if (label > 0) move.add(date_);
            move.done.read += label;
            at_start_ = false;
        }
        if (move.room() == 0) break;
        if (!move.rest().empty()) at_start_ = move.copy_line();
    }
    return move.done;
}

std::size_t LocalTimes::label_before(std::string_view line, bool last) {
    if (line.front() != '@') return 0;
    const auto digits = line.substr(1, digits_in_label + 1);
    const auto count = static_cast<std::size_t>(
        std::ranges::find_if(digits, [](char byte) { return value_of(byte) == no_digit; }) -
        digits.begin());
    if (count > digits_in_label) return 0;
    if (count == digits.size() && !last) return undecided;
    if (count < digits_in_label || !set_second(digits.substr(0, second_digits))) return 0;
    set_nanoseconds(digits.substr(second_digits, digits_in_label - second_digits));
    return base::label_size;
}

// Lines come in bursts: the calendar is asked once for all lines of a second.
bool LocalTimes::set_second(std::string_view digits) {
    if (date_size_ > 0 && std::equal(digits.begin(), digits.end(), second_.begin()))
        return true;
    date_size_ = 0;
    tm local{};
    if (!local_time_(static_cast<std::int64_t>(number(digits) - base::Tai64n::epoch),
                     local))
        return false;
    const auto year = long{local.tm_year} + 1900;
    date_ = Date(year < 0 ? "-" : "");
    add_padded(date_, static_cast<std::uint64_t>(year < 0 ? -year : year), 1);
    const auto add = [this](char before, int part) {
        date_.add(before);
        add_padded(date_, static_cast<unsigned>(part), 2);
    };
    add('-', local.tm_mon + 1);
    add('-', local.tm_mday);
    add(' ', local.tm_hour);
    add(':', local.tm_min);
    add(':', local.tm_sec);
    date_.add('.');
    date_size_ = date_.size();
    std::ranges::copy(digits, second_.begin());
    return true;
}

void LocalTimes::set_nanoseconds(std::string_view digits) {
    date_.cut(date_size_);
    add_padded(date_, number(digits), 9);
}

}  // namespace multilog
