#include "supervise/directory.h"

#include <fcntl.h>
#include <limits.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "base/clock.h"
#include "base/fd.h"
#include "supervise/files.h"
#include "supervise/settings.h"

namespace supervise {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr auto fresh = seconds(2);  // beyond the grain of any file system's times
constexpr auto finish_within = milliseconds(5000);
constexpr auto ready_within = milliseconds(60000);
constexpr long longest_backoff = 86400;  // seconds
constexpr long longest_interval = 86400;
constexpr long most_failures = 1000;

// The highest that a process may have here, and on every system.
long highest_descriptor() {
    constexpr long everywhere = 1023;
    rlimit limit;
    if (::getrlimit(RLIMIT_NOFILE, &limit) == -1 || limit.rlim_cur > everywhere)
        return everywhere;
    return static_cast<long>(limit.rlim_cur) - 1;
}

constexpr auto no_setsid = "no-setsid";
constexpr auto kill_group = "kill-group";
constexpr std::array later_files{"start",          "stop",
                                 "notify",         no_setsid,  // encore
                                 "finish",         "notification-fd",
                                 "timeout-kill",   "timeout-finish",
                                 "down-signal",                // s6
                                 "check",          "control",  // runit
                                 "backoff",        "workers",
                                 "listen",         "essential",
                                 kill_group,       "watchdog",  // lares
                                 "check-interval", "check-failures",
                                 "timeout-check",  "timeout-ready"};

bool exists(const char* path) { return ::access(path, F_OK) == 0; }

// Of all those names control alone is that of a directory.
bool is_later_file(const char* path) {
    struct stat about;
    return ::stat(path, &about) == 0 &&
           (!S_ISDIR(about.st_mode) || path == std::string_view("control"));
}

// A link that leads nowhere is there all the same, and so is what cannot be looked at.
bool is_missing(const char* path) {
    struct stat about;
    return ::lstat(path, &about) == -1 && errno == ENOENT;
}

// A file that cannot be executed is none: encore and s6 both pass such a script by.
bool is_script(const char* path) {
    struct stat about;
    return ::stat(path, &about) == 0 && S_ISREG(about.st_mode) &&
           (about.st_mode & (S_IXUSR | S_IXGRP | S_IXOTH)) != 0;
}

// As much of a small file as there is reason to look at.
struct Content {
    char bytes[64];
    base::Result<std::size_t> size;
    std::string_view text() const { return {bytes, *size}; }
};

Content content_of(const char* path) {
    Content content{{}, base::Errno{}};
    auto file = base::open_read(path);
    content.size = file ? base::read(file->number(), content.bytes) : file.error();
    return content;
}

}  // namespace

base::Result<bool> Directory::is_down(std::string_view own) {
    struct stat about;
    if (::stat(files::down, &about) == 0) return true;
    if (errno != ENOENT) return base::last_error();
    if (own == ".") return false;
    if (::stat(base::Path(own, "/", files::down).c_str(), &about) == 0) return true;
    if (errno != ENOENT) return base::last_error();
    return false;
}

bool Directory::has_log_file() { return is_script(files::log); }

bool Directory::has_run() { return !is_missing(files::run); }

bool Directory::has_notify() const { return is_modern() && is_script("notify"); }

bool Directory::ends_leftovers() const { return is_modern() && exists(kill_group); }

bool Directory::is_modern() const {
    if (!modern_) modern_ = holds_later_files() || has_log_file();
    return *modern_;
}

// A name that comes or goes changes the directory, so that one look at it answers for all.
// The times of two changes in quick succession may be the same: a fresh one proves nothing.
bool Directory::holds_later_files() const {
    struct stat here;
    if (::stat(".", &here) == -1) return std::ranges::any_of(later_files, is_later_file);
    const bool same =
        here.st_mtim.tv_sec == changed_.tv_sec && here.st_mtim.tv_nsec == changed_.tv_nsec;
    if (later_ && same) return *later_;
    const bool later = std::ranges::any_of(later_files, is_later_file);
    changed_ = here.st_mtim;
    later_.reset();
    const auto age = base::now().wall - std::chrono::seconds(changed_.tv_sec);
    if (age > fresh) later_ = later;
    return later;
}

base::Group Directory::group() const {
    return is_modern() && !exists(no_setsid) ? base::Group::session : base::Group::same;
}

Beginning Directory::before_start() const {
    if (!is_modern()) return {};
    Beginning beginning{.start = is_script("start"), .run = has_run()};
    if (const auto descriptor = number("notification-fd", 1, highest_descriptor()))
        beginning.ready_by = {ReadyBy::Kind::descriptor, static_cast<int>(*descriptor)};
    else if (is_script("check"))
        beginning.ready_by = {ReadyBy::Kind::check};
    beginning.checking = before_check();
    beginning.watchdog = watchdog();
    if (beginning.watchdog != seconds(0) &&
        beginning.ready_by.kind != ReadyBy::Kind::descriptor)
        warn_of("watchdog", "there is no notification-fd");
    return beginning;
}

// Without an interval a check has done its work once the service is ready.
Checking Directory::before_check(const Checking& before) const {
    Checking checking;
    checking.interval =
        seconds(number("check-interval", 1, longest_interval, before.interval / seconds(1))
                    .value_or(0));
    if (checking.interval != seconds(0)) {
        checking.within = checking.interval;
        if (!is_script("check")) {
            warn_of("check-interval", "there is no check");
            checking.interval = seconds(0);
        }
    }
    if (const auto within =
            number("timeout-check", 1, INT_MAX, before.within / milliseconds(1)))
        checking.within = milliseconds(*within);
    if (const auto failures = number("check-failures", 1, most_failures, before.failures))
        checking.failures = static_cast<std::uint32_t>(*failures);
    return checking;
}

std::chrono::nanoseconds Directory::watchdog(std::chrono::nanoseconds before) const {
    return seconds(
        number("watchdog", 1, longest_interval, before / seconds(1)).value_or(0));
}

Replacing Directory::before_replacement(const ReadyBy& ready_by) const {
    const auto within = number("timeout-ready", 0, INT_MAX);
    return {.ready_by = ready_by,
            .within = milliseconds(within.value_or(ready_within.count()))};
}

Stopping Directory::before_stop() const {
    if (!is_modern()) return {};
    Stopping stopping{.stop = is_script("stop")};
    if (const auto kill_after = number("timeout-kill", 0, INT_MAX))
        stopping.kill_after = stopping.kill_unfit_after = milliseconds(*kill_after);
    const auto content = content_of("down-signal");
    if (!content.size) {
        if (content.size.error() != base::Errno{ENOENT})
            report_.warn(content.size.error(), "unable to read ", name_, "/down-signal");
    } else if (const auto signal = signal_in(content.text())) {
        stopping.signal = *signal;
    } else {
        warn_of("down-signal", "no signal");
    }
    return stopping;
}

Aftermath Directory::after_death() const {
    Aftermath aftermath{.modern = is_modern()};
    if (!aftermath.modern) return aftermath;
    aftermath.finish = is_script("finish");
    aftermath.stop = is_script("stop");
    aftermath.backoff = seconds(number("backoff", 1, longest_backoff).value_or(0));
    if (aftermath.finish)
        aftermath.finish_within = milliseconds(
            number("timeout-finish", 0, INT_MAX).value_or(finish_within.count()));
    return aftermath;
}

// `before`: what it said last, 0 where that is not known.
std::optional<long> Directory::number(const char* file, long least, long most,
                                      long before) const {
    const auto content = content_of(file);
    if (!content.size) {
        const auto error = content.size.error();
        if (error != base::Errno{ENOENT})
            report_.warn(error, "unable to read ", name_, "/", file);
        if (before != 0 && base::is_shortage(error)) return before;
        return {};
    }
    const auto number = number_in(content.text(), least, most);
    if (!number)
        warn_of(file, base::Text<64>("no number from ", least, " to ", most).c_str());
    return number;
}

void Directory::warn_of(const char* file, const char* wrong) const {
    report_.warn("unable to use ", name_, "/", file, ": ", wrong);
}

}  // namespace supervise
