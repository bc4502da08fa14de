#include "supervise/supervisor.h"

#include <signal.h>
#include <sys/wait.h>

#include <algorithm>

#include "base/fd.h"
#include "supervise/directory.h"
#include "supervise/files.h"

namespace supervise {
namespace {

constexpr auto retry = std::chrono::seconds(1);     // after a status that was not written
constexpr auto silence = std::chrono::seconds(60);  // between equal warnings

Death death_from(int status) {
    if (WIFSIGNALED(status)) return {true, WTERMSIG(status)};
    return {false, WEXITSTATUS(status)};
}

}  // namespace

Supervisor::Supervisor(base::Report& report, const char* name, Place& place, Want want)
    : report_(report),
      name_(name),
      place_(place),
      signals_{SIGCHLD, SIGTERM, SIGINT},
      now_(base::now()),
      service_(want, now_) {}

void Supervisor::run() {
    obey(service_.begin());
    while (!leave_) {
        if (unannounced_) announce();
        pollfd control{place_.control(), POLLIN, 0};
        if (const auto waited = signals_.wait({&control, 1}, time_left()); !waited)
            if (worth_saying(waited.error()))
                report_.warn(waited.error(), "unable to wait");
        now_ = base::now();
        heed_signals();
        if (control.revents != 0) hear_commands();
        obey(service_.tick(now_));
        if (announce_again_ && now_.steady >= *announce_again_) unannounced_ = true;
    }
    announce();
}

void Supervisor::announce() {
    unannounced_ = false;
    announce_again_.reset();
    const auto written = place_.write(service_.status());
    if (written) return;
    announce_again_ = now_.steady + retry;
    if (worth_saying(written.error()))
        report_.warn(written.error(), "unable to write ", name_, "/", files::status);
}

void Supervisor::obey(const Orders& orders) {
    send(orders);
    if (orders.announce) unannounced_ = true;
    if (orders.leave) leave_ = true;
    if (orders.start) start();
}

// A process without a group of its own is spoken to alone; so is one that has left its own.
void Supervisor::send(const Orders& orders) {
    const bool to_group = orders.to_group && group_ == base::Group::session;
    for (const int signal : orders.signals)
        if (!to_group || ::kill(-service_.pid(), signal) == -1)
            ::kill(service_.pid(), signal);
}

void Supervisor::start() {
    modern_ = is_modern();
    group_ = group_for(modern_);
    const char* const words[] = {files::run, nullptr};
    const auto born = base::spawn({.path = files::run, .words = words, .group = group_});
    now_ = base::now();
    switch (born.step) {
        case base::Spawned::Step::done:
            last_said_ = {};
            return obey(service_.started(born.pid, now_));
        case base::Spawned::Step::fork:
            if (worth_saying(born.error))
                report_.warn(born.error, "unable to fork for ", name_);
            return obey(service_.start_failed(Failure::fork, now_));
        case base::Spawned::Step::exec:
            if (worth_saying(born.error))
                report_.warn(born.error, "unable to start ", name_, "/run");
            return obey(service_.start_failed(Failure::exec, now_));
    }
}

// TERM and INT ask for what `svc -dx` asks for.
void Supervisor::heed_signals() {
    if (signals_.take(SIGCHLD)) reap();
    const bool terminated = signals_.take(SIGTERM);
    if (signals_.take(SIGINT) || terminated) {
        obey(service_.hear(Command::down, now_));
        obey(service_.hear(Command::exit, now_));
    }
}

// Children that are not ours by birth (the shell that became supervise had some) are reaped
// and forgotten.
void Supervisor::reap() {
    int status;
    for (pid_t pid; (pid = ::waitpid(-1, &status, WNOHANG)) > 0;)
        if (pid == service_.pid()) obey(service_.exited(death_from(status), modern_, now_));
}

void Supervisor::hear_commands() {
    char letters[4096];
    const auto size = base::read(place_.control(), letters);
    if (!size) return;
    for (const char letter : std::span(letters).first(*size))
        if (const auto known = command(letter)) obey(service_.hear(*known, now_));
}

std::optional<std::chrono::nanoseconds> Supervisor::time_left() const {
    auto first = service_.deadline();
    if (announce_again_ && (!first || *announce_again_ < *first)) first = announce_again_;
    if (!first) return {};
    return std::max(*first - base::now().steady, std::chrono::nanoseconds(0));
}

bool Supervisor::worth_saying(base::Errno error) {
    if (error == last_said_ && now_.steady < said_at_ + silence) return false;
    last_said_ = error;
    said_at_ = now_.steady;
    return true;
}

}  // namespace supervise
