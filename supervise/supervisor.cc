#include "supervise/supervisor.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

#include "base/deadline.h"
#include "base/fd.h"
#include "base/stack.h"
#include "supervise/events.h"
#include "supervise/files.h"
#include "supervise/whereabouts.h"

namespace supervise {
namespace {

constexpr auto trouble_pace = std::chrono::milliseconds(100);
constexpr auto retry = std::chrono::seconds(1);  // after a status that was not written

constexpr auto log_within = std::chrono::seconds(5);  // to be told of the end of its input

bool holds_nothing(int pipe) {
    pollfd some{pipe, POLLIN, 0};
    return ::poll(&some, 1, 0) == 0 || (some.revents & POLLIN) == 0;
}

}  // namespace

Supervisor::Supervisor(base::Report& report, const Job& job, Place& place, Want want)
    : report_(report),
      job_(job),
      place_(place),
      signals_{SIGCHLD, SIGTERM, SIGINT, SIGHUP, SIGTSTP, SIGCONT},
      service_(report, job, place, register_, environment_, Slot::Role::service, want),
      log_(report, job, place, register_, environment_, Slot::Role::logger, want),
      log_waits_(want == Want::down) {}

base::Result<void> Supervisor::adopt() {
    const auto opened = register_.open(place_.directory());
    const bool full =
        opened.error() == base::Errno{ENOSPC} || opened.error() == base::Errno{EDQUOT};
    if (!opened && !full) return opened;
    register_.read_copies();
    char room[sizeof(StateText)];
    const auto before = place_.last_state(room);
    if (const auto adopted = service_.adopt(before); !adopted) return adopted;
    if (const auto adopted = log_.adopt(before); !adopted) return adopted;
    if (log_.machine().state().pid != 0) begin_log();
    if (service_.machine().target() != 0) wake_log();
    // This process, under another version of the program, was told what is wanted.
    const auto told = decode(before, "");
    const base::Text<16> self(::getpid());
    if (told && value_of(before, "supervise") == self.view())
        service_.machine().be_wished(*told);
    return {};
}

void Supervisor::run() {
    begin_log();
    if (resumed_) {
        reap();  // Who died meanwhile may have been announced to the old program.
        service_.look_at_adopted();
        log_.look_at_adopted();
    } else {
        service_.begin();
    }
    while (!done()) {
        tell_what_is_new();
        if (std::exchange(again_, false)) become_new_program();
        base::give_back_stack();
        wait();
        begin_log();
    }
    tell_what_is_new();
}

// The logger comes first, so that somebody reads when the service begins to write; its pipe
// stays when either of them dies. Until there is a pipe the service is not started.
void Supervisor::begin_log() {
    if (log_pipe_.read || service_.left() || !Directory::has_log_file())
        return service_.hold(false);
    auto pipe = place_.open_pipe();
    service_.hold(!pipe);
    if (!pipe) {
        if (quiet_.may_speak("pipe", "", pipe.error(), base::now().steady))
            report_.warn(pipe.error(), "unable to create pipe for ", job_.name);
        return;
    }
    log_pipe_ = std::move(*pipe);
    service_.use_output(log_pipe_.write.number());
    log_.use_input(log_pipe_.read.number());
    log_.begin();
}

// As long as a file `down` keeps the service from being started, it needs no logger.
void Supervisor::wake_log() {
    if (!std::exchange(log_waits_, false)) return;
    log_.machine().wish(Want::up, false);
    if (log_pipe_.read) log_.begin();
}

void Supervisor::wait() {
    service_.look_again();
    log_.look_again();
    pollfd watched[] = {{place_.control(), POLLIN, 0},
                        {service_.ready_descriptor(), POLLIN, 0},
                        {service_.next_ready_descriptor(), POLLIN, 0},
                        service_.watched_adopted(),
                        service_.watched_next(),
                        log_.watched_adopted()};
    const auto waited = signals_.wait(watched, time_left());
    if (!waited) {
        if (quiet_.may_speak("wait", "", waited.error(), base::now().steady))
            report_.warn(waited.error(), "unable to wait");
        // Looks at everything now and then, as it cannot be told.
        if (const auto paused = signals_.wait({}, trouble_pace); !paused) return;
    }
    // Deaths first: a command that comes after one is not for the dead.
    heed_signals();
    service_.look_at_adopted();
    log_.look_at_adopted();
    if (watched[1].revents != 0 || !waited) service_.heard_ready();
    if (watched[2].revents != 0 || !waited) service_.next_heard_ready();
    if (watched[0].revents != 0 || !waited) hear_commands();
    service_.tick();
    log_.tick();
}

// TERM and INT ask for what `svc -dx` asks for, TSTP and CONT for `p` and `c`; HUP, to look
// after supervise/.
void Supervisor::heed_signals() {
    if (signals_.take(SIGCHLD)) reap();
    if (signals_.take(SIGHUP)) announce();
    if (signals_.take(SIGTSTP)) service_.hear(Command::pause);
    if (signals_.take(SIGCONT)) service_.hear(Command::resume);
    const bool terminated = signals_.take(SIGTERM);
    if (signals_.take(SIGINT) || terminated) {
        service_.forget_settings();
        service_.hear(Command::down);
        service_.hear(Command::exit);
        register_.write(service_.wish());
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
    char letters[1024];
    const auto size = base::read(place_.control(), letters);
    if (!size) return;
    service_.forget_settings();
    for (const char letter : std::span(letters).first(*size))
        if (!service_.left() || log_pipe_.read) hear(letter);
    register_.write(service_.wish());
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
    } else if (const auto known = command(letter); known == Command::again) {
        again_ = true;
    } else if (known && addressed_) {
        const bool starts = *known == Command::up || *known == Command::once;
        if (addressed_ == &service_ && starts) wake_log();
        if (addressed_ == &log_) log_waits_ = false;
        addressed_->hear(*known);
    }
}

// Waiters hear of a change once it can be read; what they could not be told is kept.
void Supervisor::tell_what_is_new() {
    Few<Change, 16> changes, ignored;
    const bool log_news = log_.take_news(ignored);
    const bool news = service_.take_news(changes);
    for (const auto change : changes) untold_.add(change);
    if (news || log_news || announce_again_) announce();
    if (untold_.empty() || announce_again_) return;
    if (tell_waiters(place_.directory(), {untold_.begin(), untold_.end()}))
        untold_ = {};
    else
        announce_again_ = base::now().steady + retry;
}

void Supervisor::announce() {
    if (place_.mend()) register_.mend(place_.directory());
    tell();
}

// Not inlined, so that its text and the paths of mending have the same room on the stack.
[[gnu::noinline]] void Supervisor::tell() {
    announce_again_.reset();
    StateText text("supervise ", ::getpid(), "\n");
    encode(service_.machine().state(), "", text);
    if (log_pipe_.read) encode(log_.machine().state(), "log-", text);
    complain("write", files::status, place_.write(service_.machine().status()));
    if (!place_.is_heard_of()) complain("read", files::ok, place_.open_ok());
    complain("write", files::state, place_.write(text));
}

// What could not be told is told again in a while.
void Supervisor::complain(const char* verb, const char* file,
                          const base::Result<void>& told) {
    if (told) return;
    const auto now = base::now().steady;
    announce_again_ = now + retry;
    if (quiet_.may_speak(verb, "", told.error(), now))
        report_.warn(told.error(), "unable to ", verb, " ",
                     shown(job_.name, file, job_.own.c_str()));
}

// The logger goes last: it reads to the end of what the service wrote, and leaves by
// itself. One that dies before that is started again; only what cannot be executed is given
// up.
bool Supervisor::done() {
    if (!service_.left()) return false;
    if (!log_pipe_.read) return true;
    if (!std::exchange(ending_log_, true)) {
        log_pipe_.write.close();
        service_.use_output(STDOUT_FILENO);
        end_log_at_ = base::now().steady + log_within;
    }
    const bool all_read = holds_nothing(log_pipe_.read.number());
    const auto state = log_.machine().state();
    const bool hopeless = state.exec_error != base::Errno{} || state.want == Want::down;
    if (log_.left() && !all_read && !hopeless) log_.stay();
    const bool may_leave = state.pid != 0 || all_read || hopeless;
    if (may_leave && !log_.machine().leaving()) log_.hear(Command::exit);
    end_log_kept_open(all_read);
    return log_.left();
}

// A pipe that is empty and kept open by others is not waited for.
void Supervisor::end_log_kept_open(bool all_read) {
    const auto now = base::now().steady;
    if (!end_log_at_ || now < *end_log_at_) return;
    end_log_at_ = now + log_within;
    if (all_read && !log_.left()) log_.hear(Command::down);
}

std::optional<std::chrono::nanoseconds> Supervisor::time_left() const {
    const auto first = base::earliest(
        {announce_again_, service_.deadline(), log_.deadline(), end_log_at_});
    if (!first) return {};
    return std::max(*first - base::now().steady, std::chrono::nanoseconds(0));
}

}  // namespace supervise
