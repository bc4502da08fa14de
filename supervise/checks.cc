#include "supervise/checks.h"

#include <algorithm>

namespace supervise {
namespace {

constexpr double most_percent = 1e6;  // of ten thousand cores
constexpr auto soon = std::chrono::seconds(1);
constexpr LastExit success{LastExit::Kind::code, 0, false};

}  // namespace

void Checks::begin(pid_t judged, bool decides, const Checking& directory, Time now) {
    judged_ = judged;
    decides_ = decides;
    directory_ = directory;
    ready_ = false;
    failed_ = 0;
    next_.reset();
    cpu_at_.reset();
    if (decides) next_ = now;
}

void Checks::ready(Time now) {
    if (judged_ == 0 || ready_) return;
    ready_ = true;
    late_ = check_ != 0;
    // The check that found it ready has said when the next one is due.
    if (!decides_ || late_ || !next_) resume(now);
}

void Checks::pause() {
    late_ = check_ != 0;
    next_.reset();
}

void Checks::resume(Time now) {
    next_.reset();
    if (judged_ == 0) return;
    if (!ready_ && decides_) next_ = now;
    if (ready_ && directory_.interval != Time(0)) next_ = now + directory_.interval;
}

void Checks::end() {
    pause();
    judged_ = 0;
}

bool Checks::wants(const Checking& directory) {
    directory_ = directory;
    return judged_ != 0 && (!ready_ || directory.interval != Time(0));
}

void Checks::started(pid_t check, const Checking& directory, Time now) {
    check_ = check;
    late_ = false;
    directory_ = directory;
    kill_at_ = now + directory.within;
    next_.reset();
    if (directory.interval != Time(0)) next_ = now + directory.interval;
}

void Checks::start_failed(Time now) {
    next_ = now + (ready_ ? std::max<Time>(soon, directory_.interval) : soon);
}

Checks::Finding Checks::ended(const LastExit& exit, Time now) {
    const bool counts = !late_ && judged_ != 0;
    check_ = 0;
    late_ = false;
    kill_at_.reset();
    if (!counts) return Finding::none;
    if (exit == success) {
        failed_ = 0;
        return Finding::good;
    }
    if (!ready_) {
        next_ = now + soon;
        return Finding::bad;
    }
    if (++failed_ < directory_.failures) return Finding::bad;
    end();
    return Finding::unfit;
}

// Whatever is late is waited for.
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

std::int64_t Checks::share(Time cpu, Time now) {
    std::int64_t percent = 0;
    if (cpu_at_ && now > *cpu_at_ && cpu > cpu_) {
        const auto used = static_cast<double>((cpu - cpu_).count());
        const auto passed = static_cast<double>((now - *cpu_at_).count());
        percent =
            static_cast<std::int64_t>(std::min(100 * used / passed + 0.5, most_percent));
    }
    cpu_ = cpu;
    cpu_at_ = now;
    return percent;
}

}  // namespace supervise
