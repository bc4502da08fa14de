#include "supervise/supervisor.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

#include "base/fd.h"
#include "supervise/events.h"
#include "supervise/files.h"

namespace supervise {
namespace {

constexpr auto retry = std::chrono::seconds(1);  // after a status that was not written

std::chrono::nanoseconds time_of(const timeval& time) {
    return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

Death death_from(int status, const rusage& usage) {
    auto death = supervise::death_from(status);
    death.user = time_of(usage.ru_utime);
    death.system = time_of(usage.ru_stime);
    death.maxrss = static_cast<std::uint64_t>(usage.ru_maxrss);
    return death;
}

}  // namespace

Supervisor::Supervisor(base::Report& report, const char* name, Place& place, Want want)
    : report_(report),
      name_(name),
      place_(place),
      signals_{SIGCHLD, SIGTERM, SIGINT},
      service_(report, name, place, register_, Slot::Role::service, want),
      log_(report, name, place, register_, Slot::Role::logger, Want::up) {}

void Supervisor::adopt() {
    if (const auto opened = register_.open(place_.directory()); !opened)
        report_.warn(opened.error(), "unable to open ", name_, "/", files::child);
    const auto before = place_.last_state();
    service_.adopt(before);
    log_.adopt(before);
}

void Supervisor::run() {
    begin_log();
    service_.begin();
    while (!done()) {
        tell_what_is_new();
        wait();
    }
    announce();
}

// The logger comes first, so that somebody reads when the service begins to write; its pipe
// stays when either of them dies.
void Supervisor::begin_log() {
    if (log_pipe_.read || !Directory::has_log_file()) return;
    auto pipe = base::make_pipe();
    if (!pipe)
        return report_.warn(pipe.error(), "unable to create pipe for ", name_, "/log");
    log_pipe_ = std::move(*pipe);
    service_.use_output(log_pipe_.write.number());
    log_.use_input(log_pipe_.read.number());
    log_.begin();
}

void Supervisor::wait() {
    pollfd watched[] = {{place_.control(), POLLIN, 0},
                        {service_.ready_descriptor(), POLLIN, 0},
                        service_.watched_stranger(),
                        log_.watched_stranger()};
    if (const auto waited = signals_.wait(watched, time_left()); !waited)
        if (quiet_.worth_saying(waited.error(), base::now().steady))
            report_.warn(waited.error(), "unable to wait");
    heed_signals();
    if (watched[1].revents != 0) service_.heard_ready();
    if (watched[0].revents != 0) hear_commands();
    service_.look_at_stranger();
    log_.look_at_stranger();
    service_.tick();
    log_.tick();
}

// TERM and INT ask for what `svc -dx` asks for.
void Supervisor::heed_signals() {
    if (signals_.take(SIGCHLD)) reap();
    const bool terminated = signals_.take(SIGTERM);
    if (signals_.take(SIGINT) || terminated) {
        service_.hear(Command::down);
        service_.hear(Command::exit);
    }
}

// Children that are not ours by birth (the shell that became supervise had some) are reaped
// and forgotten.
void Supervisor::reap() {
    int status;
    rusage usage;
    for (pid_t pid; (pid = ::wait4(-1, &status, WNOHANG, &usage)) > 0;) {
        const auto death = death_from(status, usage);
        if (!service_.ended(pid, death)) log_.ended(pid, death);
    }
}

// A client's letters arrive together, and what `+` and `L` say holds for them alone.
void Supervisor::hear_commands() {
    char letters[4096];
    const auto size = base::read(place_.control(), letters);
    if (!size) return;
    for (const char letter : std::span(letters).first(*size)) hear(letter);
    if (*size == sizeof letters) return;
    hear(static_cast<char>(Command::to_process));
    hear('l');
    hear(static_cast<char>(Command::to_process));
}

void Supervisor::hear(char letter) {
    if (letter == 'L') {
        addressed_ = log_pipe_.read ? &log_ : nullptr;
    } else if (letter == 'l') {
        addressed_ = &service_;
    } else if (const auto known = command(letter); known && addressed_) {
        addressed_->hear(*known);
    }
}

void Supervisor::tell_what_is_new() {
    Few<Change, 16> changes, ignored;
    const bool log_news = log_.take_news(ignored);
    if (service_.take_news(changes) || log_news || announce_again_) announce();
    tell_waiters(place_.directory(), {changes.begin(), changes.end()});
}

void Supervisor::announce() {
    announce_again_.reset();
    StateText text("supervise ", ::getpid(), "\n");
    encode(service_.machine().state(), "", text);
    if (log_pipe_.read) encode(log_.machine().state(), "log-", text);
    const auto told = place_.write(service_.machine().status());
    const auto explained = place_.write(text);
    if (told && explained) return quiet_.forget();
    const auto now = base::now().steady;
    const auto error = told ? explained.error() : told.error();
    announce_again_ = now + retry;
    if (quiet_.worth_saying(error, now))
        report_.warn(error, "unable to write ", name_, "/",
                     told ? files::state : files::status);
}

// The logger goes last: it reads to the end of what the service wrote, and leaves by
// itself.
bool Supervisor::done() {
    if (!service_.left()) return false;
    if (!log_pipe_.read) return true;
    log_pipe_.write.close();
    service_.use_output(STDOUT_FILENO);
    if (!std::exchange(ending_log_, true)) log_.hear(Command::exit);
    return log_.left();
}

std::optional<std::chrono::nanoseconds> Supervisor::time_left() const {
    auto first = announce_again_;
    for (const auto& one : {service_.deadline(), log_.deadline()})
        if (one && (!first || *one < *first)) first = one;
    if (!first) return {};
    return std::max(*first - base::now().steady, std::chrono::nanoseconds(0));
}

}  // namespace supervise
