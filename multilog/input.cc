#include "multilog/input.h"

#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "base/fd.h"

namespace multilog {
namespace {

constexpr std::chrono::nanoseconds shortest_pause = std::chrono::milliseconds(1);
constexpr std::chrono::nanoseconds longest_pause = std::chrono::minutes(1);

}  // namespace

Input::Input(int from)
    : from_(from), peeks_(peek_.begin(from, size)), buffer_(new char[size + 1]) {}

// Bytes that were looked at and not taken would keep the pipe readable for ever. Linux
// tells nobody of a write that finds such bytes and fills the pipe before it is over, so it
// is asked, too, less and less often.
Input::Wait Input::watch() {
    if (shown().empty()) return {{from_, POLLIN, 0}, {}};
    pause_ = std::clamp(pause_ * 2, shortest_pause, longest_pause);
    return {{peek_.change(shown().size()), POLLIN, 0}, pause_};
}

void Input::fill() {
    if (begin_ != 0) std::memmove(buffer_.get(), buffer_.get() + begin_, kept());
    kept_ -= begin_;
    begin_ = 0;
    pause_ = {};
    if (peeks_) {
        look();
    } else {
        read();
    }
    if (last_line_ && !ended_) find_newline();
}

// After `end_at_newline` nothing that lies behind the next newline may be taken.
void Input::read() {
    const auto most = last_line_ ? 1 : size - kept_;
    const auto got = base::read(from_, {buffer_.get() + kept_, most});
    if (got) kept_ += *got;
    end_ = kept_;
    ended_ = got ? *got == 0 : got.error().number != EAGAIN;
}

void Input::look_once() {
    const auto seen = peek_.look({buffer_.get() + kept_, size - kept_});
    end_ = kept_ + (seen ? *seen : 0);
    ended_ = seen ? *seen == 0 : seen.error().number != EAGAIN;
    full_ = false;
}

// Where nobody writes any more, the next look shows all that will ever be there.
void Input::look() {
    look_once();
    const auto is_unended = [this] {
        return !shown().empty() && !is_stuck() && shown().find('\n') == shown().npos;
    };
    if (!is_unended()) return;
    if (peek_.is_abandoned()) {
        look_once();
        ended_ = ended_ || is_unended();
    } else {
        full_ = peek_.is_full();
    }
}

void Input::consume(std::size_t count) {
    const auto from_kept = std::min(count, kept());
    begin_ += from_kept;
    count -= from_kept;
    if (count == 0) return;
    const auto taken = shown().substr(0, count - (added_ && count == shown().size()));
    begin_ = kept_ += count;
    if (peek_.take(taken)) return;
    const auto instead = peek_.instead();
    std::copy(instead.begin(), instead.end(), buffer_.get());
    begin_ = 0;
    end_ = kept_ = instead.size();
}

void Input::end_line() {
    buffer_[end_++] = '\n';
    if (!peeks_) kept_ = end_;
    added_ = peeks_;
}

void Input::end_at_newline(bool in_line) {
    last_line_ = true;
    if (ended_) return;
    ended_ = !in_line && bytes().empty();
    find_newline();
}

// What was taken is finished in any case; what was only looked at may stay in the pipe.
void Input::find_newline() {
    const auto newline = shown().find('\n');
    if (kept() != 0 && buffer_[kept_ - 1] == '\n') {
        end_ = kept_;
    } else if (newline != shown().npos) {
        end_ = kept_ + newline + 1;
    } else {
        return;
    }
    ended_ = true;
}

void Input::end_now(bool in_line) {
    ended_ = true;
    if (!in_line && kept() == 0) end_ = kept_;
}

std::size_t Input::give_back() {
    const auto rest = kept();
    if (rest == 0) return 0;
    begin_ = end_ = kept_;
    return ::lseek(from_, -static_cast<off_t>(rest), SEEK_CUR) == -1 ? rest : 0;
}

}  // namespace multilog
