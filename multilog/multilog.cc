#include "multilog/multilog.h"

#include <signal.h>
#include <unistd.h>

#include <algorithm>

#include "base/deadline.h"

namespace multilog {

Multilog::Multilog(const Script& script, base::Report& report)
    : report_(report),
      signals_({SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGALRM, SIGCHLD}),
      now_(base::now()),
      input_(STDIN_FILENO),
      sorter_(script),
      label_(script.labelling),
      rooms_(script.logs.size()) {
    statuses_.reserve(script.statuses.size());
    for (const auto* path : script.statuses) {
        auto file = Status::open(path);
        if (!file) report_.die(file.error(), "unable to create ", path);
        statuses_.emplace_back(path, std::move(*file));
    }
    for (const auto& settings : script.logs) {
        logs_.emplace_back(settings, report);
        logs_.back().start(now_);
    }
}

void Multilog::run() {
    for (;;) {
        hear();
        now_ = base::now();
        for (auto& log : logs_) log.work(now_);
        if (advance()) continue;
        if (is_over()) break;
        wait();
    }
    leave();
}

// Whatever else would have ended daemontools' multilog where it stood ends this one as TERM
// does.
void Multilog::hear() {
    signals_.take(SIGCHLD);
    if (signals_.take(SIGALRM))
        for (auto& log : logs_) log.rotate();
    bool leaves = false;
    for (const int signal : {SIGTERM, SIGHUP, SIGINT, SIGQUIT})
        leaves = signals_.take(signal) || leaves;
    if (leaves && !leave_by_) leave_by_ = base::now().steady + patience;
}

// Gets on as far as that is possible without waiting: true when it may go on at once.
bool Multilog::advance() {
    if (batch_ && !write_batch()) return false;
    return make_batch();
}

bool Multilog::write_batch() {
    bool written = true;
    for (auto& status : statuses_) {
        if (const auto error = status.write(now_.steady); error != base::Errno{})
            report_.warn(error, "unable to write ", status.path(), ", pausing");
        written = status.is_written() && written;
    }
    for (auto& log : logs_) written = log.flush(now_) && written;
    if (!written) return false;
    input_.consume(batch_);
    batch_ = 0;
    return make_rooms();
}

// Rotates what is full. False when a log has to wait for the one before it.
bool Multilog::make_rooms() {
    bool made = true;
    for (std::size_t i = 0; i < logs_.size(); ++i) {
        auto& log = logs_[i];
        if (log.is_full(sorter_.in_line())) {
            log.rotate();
            log.work(now_);
        }
        made = log.takes_pieces() && made;
        rooms_[i] = log.room();
    }
    return made;
}

bool Multilog::make_batch() {
    const bool in_line = sorter_.in_line();
    if (leave_by_) input_.end_at_newline(in_line);
    if (is_late()) input_.end_now(in_line);
    if (input_.has_ended() && is_inside_line()) input_.end_line();
    if (input_.bytes().empty() || !make_rooms()) return false;
    batch_ = sort(input_.bytes());
    if (!batch_) return false;
    if (!sorter_.alerts().empty()) report_.say(sorter_.alerts());
    for (std::size_t i = 0; i < statuses_.size(); ++i)
        if (const auto& line = sorter_.status(i)) statuses_[i].tell(*line);
    for (std::size_t i = 0; i < logs_.size(); ++i) logs_[i].take(sorter_.share(i));
    return true;
}

std::size_t Multilog::sort(std::string_view text) {
    const auto label = label_.at(now_.wall);
    if (const auto lines = sorter_.sort(text, Unended::waits, label, rooms_)) return lines;
    if (!sorter_.in_line() && !input_.is_stuck()) return 0;
    return sorter_.sort(text, Unended::is_cut, label, rooms_);
}

bool Multilog::is_inside_line() const {
    const auto bytes = input_.bytes();
    return bytes.empty() ? sorter_.in_line() : bytes.back() != '\n';
}

bool Multilog::wants_input() const {
    const auto takes = [](const Log& log) { return log.takes_pieces(); };
    return !batch_ && !input_.has_ended() && std::all_of(logs_.begin(), logs_.end(), takes);
}

// Asked when nothing more can be done without waiting.
bool Multilog::is_over() {
    const auto finished = [](const Log& log) { return log.is_finished(); };
    if (is_late()) return true;
    return !batch_ && input_.has_ended() && input_.bytes().empty() &&
           std::all_of(logs_.begin(), logs_.end(), finished);
}

void Multilog::wait() {
    auto until = leave_by_;
    for (const auto& log : logs_) until = base::earliest({until, log.deadline()});
    for (const auto& status : statuses_)
        until = base::earliest({until, status.trouble().until()});
    pollfd more{-1, 0, 0};
    if (wants_input()) {
        const auto [change, most] = input_.watch();
        more = change;
        if (most) until = base::earliest({until, now_.steady + *most});
    }
    std::optional<std::chrono::nanoseconds> most;
    if (until) most = *until - now_.steady;
    if (!signals_.wait({&more, 1}, most)) return;
    if (more.revents) input_.fill();
}

void Multilog::leave() {
    if (batch_)
        for (auto& log : logs_) log.take_back();
    if (const auto lost = input_.give_back(); lost > 0)
        report_.warn("unable to write ", lost, " bytes of input before leaving");
    for (auto& log : logs_) log.close(now_);
}

}  // namespace multilog
