#include "svscan/rhythm.h"

#include <algorithm>

#include "base/deadline.h"

namespace svscan {
namespace {

using namespace std::chrono_literals;

constexpr Time pace = 5s;
constexpr Time to_settle = 3ms;
constexpr Time most_rest = 1s;

}  // namespace

void Rhythm::ask(Time now) {
    if (!change_) change_ = std::max(now, rested());
}

void Rhythm::ask_later(Time now) { settled_ = std::max(now + to_settle, rested()); }

Time Rhythm::rested() const {
    return last_ended_ + std::min(4 * (last_ended_ - last_begun_), most_rest);
}

void Rhythm::demand(Time now) { demand_ = now; }

// Where nobody looked for a while, the beat goes on as if somebody had.
void Rhythm::need(bool needed, Time now) {
    if (!needed) beat_.reset();
    if (!needed || beat_) return;
    beat_ = last_begun_ + pace * ((now - last_begun_) / pace + 1);
}

void Rhythm::looked(Time begun, Time ended) {
    demand_.reset();
    change_.reset();
    settled_.reset();
    beat_.reset();
    last_begun_ = begun;
    last_ended_ = ended;
}

std::optional<Time> Rhythm::next() const {
    return base::earliest({demand_, change_, settled_, beat_});
}

}  // namespace svscan
