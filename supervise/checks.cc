#include "supervise/checks.h"

#include <algorithm>

namespace supervise {
namespace {

constexpr auto between = std::chrono::seconds(1);
constexpr auto within = std::chrono::seconds(5);
constexpr LastExit success{LastExit::Kind::code, 0, false};

}  // namespace

void Checks::begin(pid_t judged, Time now) {
    judged_ = judged;
    next_ = now;
}

void Checks::end() {
    judged_ = 0;
    late_ = check_ != 0;
    next_.reset();
}

void Checks::started(pid_t check, Time now) {
    check_ = check;
    late_ = false;
    next_.reset();
    kill_at_ = now + within;
}

void Checks::start_failed(Time now) { next_ = now + between; }

bool Checks::ended(const LastExit& exit, Time now) {
    const bool counts = !late_ && judged_ != 0;
    check_ = 0;
    late_ = false;
    kill_at_.reset();
    if (counts && exit != success) next_ = now + between;
    return counts;
}

// Whatever is late is waited for.
Checks::Deadline Checks::deadline() const {
    if (check_ != 0) return kill_at_;
    return next_;
}

Checks::Due Checks::tick(Time now) {
    const auto due = deadline();
    if (!due || now < *due) return Due::nothing;
    if (check_ != 0) {
        kill_at_.reset();
        return Due::kill;
    }
    next_.reset();
    return Due::check;
}

}  // namespace supervise
