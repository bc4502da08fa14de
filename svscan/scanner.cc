#include "svscan/scanner.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>

#include "base/clock.h"
#include "base/deadline.h"
#include "base/exec.h"
#include "base/scratch.h"
#include "supervise/files.h"
#include "svscan/leftovers.h"

namespace svscan {
namespace {

constexpr int stretch = 64;  // tasks between two moments of listening
constexpr Time patience = std::chrono::seconds(5);

bool write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const auto written = base::write(file, text);
        if (!written) return false;
        text.remove_prefix(*written);
    }
    return true;
}

}  // namespace

Scanner::Scanner(base::Report& report, const Invocation& invocation, base::Fd lock)
    : invocation_(invocation),
      lock_(std::move(lock)),
      signals_{SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGCHLD},
      voice_(report),
      tree_(plan_, voice_) {}

void Scanner::begin() {
    if (*invocation_.log_service) tree_.log_to(invocation_.log_service);
}

int Scanner::run() {
    while (hear()) {
        if (is_time_to_look(base::now().steady)) look();
        lose_patience(base::now().steady);
        work();
        if (plan_.stops() && plan_.empty()) break;
        wait();
    }
    if (is_first_process()) end_everything(signals_);
    return exit_code_;
}

void Scanner::stop(int exit_code) {
    const auto now = base::now().steady;
    if (!plan_.stops()) {
        exit_code_ = exit_code;
        // What an svscan that was killed has left running is to end, too.
        if (!looked_) look();
        tree_.adopt_who_runs();
        if (is_first_process()) patient_until_ = now + patience;
    }
    plan_.stop(now);
}

void Scanner::lose_patience(Time now) {
    if (!patient_until_ || now < *patient_until_) return;
    patient_until_.reset();
    tree_.kill_who_lingers();
}

// False: leave at once, and leave the tree running.
bool Scanner::hear() {
    if (signals_.take(SIGQUIT) && !is_first_process()) return false;
    const bool terminate = signals_.take(SIGTERM);
    const bool interrupt = signals_.take(SIGINT);
    if (signals_.take(SIGCHLD)) tree_.reap_children();
    if (terminate || interrupt) stop(0);
    if (const auto code = tree_.essential_end(); code && !plan_.stops()) stop(*code);
    if (signals_.take(SIGHUP)) {
        lookout_.demand();
        tree_.mend();
    }
    // The last one: what comes from now on, the new program hears.
    if (signals_.take(SIGUSR1)) become_new_program();
    return true;
}

bool Scanner::is_time_to_look(Time now) {
    if (plan_.stops()) return false;
    const auto when = lookout_.next(plan_.waits_for_look());
    return when && *when <= now;
}

void Scanner::look() {
    const auto found = lookout_.look(plan_.waits_for_look());
    if (!found) {
        voice_.unable(found.error(), "read directory", "");
        return;
    }
    if (!*found) return;
    looked_ = true;
    for (const auto& [name, error] : (*found)->unexamined)
        voice_.unable(error, "stat ", name);
    plan_.look((*found)->seen, base::now().steady);
    if (plan_.stops()) return;
    tree_.staff();
    // What was not followed before may have changed since it was read.
    if (follow_workers()) tree_.staff();
}

bool Scanner::follow_workers() {
    bool more = false;
    for (const auto place : plan_.places()) {
        if (plan_.crew(place).value_or(0) == 0) continue;
        const base::Path file(plan_.name(place), "/", supervise::files::workers);
        more = lookout_.follow_file(file.c_str()) || more;
    }
    return more;
}

void Scanner::work() {
    const auto now = base::now().steady;
    for (int done = 0; done < stretch; ++done) {
        const auto task = plan_.next(now);
        if (!task) break;
        tree_.carry_out(*task);
    }
    if (plan_.wants_look()) lookout_.ask();
}

std::optional<Time> Scanner::deadline() {
    base::Deadline look;
    if (!plan_.stops()) look = lookout_.next(plan_.waits_for_look());
    return base::earliest({plan_.deadline(), tree_.deadline(), patient_until_, look});
}

void Scanner::wait() {
    polled_.assign({{lookout_.number(), POLLIN, 0}});
    tree_.add_to(polled_);
    std::optional<Time> most;
    if (const auto when = deadline()) most = *when - base::now().steady;
    if (const auto waited = signals_.wait(polled_, most); !waited)
        voice_.unable(waited.error(), "wait", "");
    if (polled_.front().revents != 0) lookout_.hear();
    tree_.reap_adopted(std::span(polled_).subspan(1));
}

void Scanner::become_new_program() {
    NoteWriter notes;
    notes(lock_.number()), notes(plan_.stops());
    notes(exit_code_), notes(patient_until_);
    tree_.remember(notes);
    const auto file = base::nameless_file(AT_FDCWD);
    const auto error = file && write_all((*file).number(), notes.text())
                           ? execute((*file).number())
                           : base::last_error();
    voice_.unable(error, "execute ", invocation_.program);
}

base::Errno Scanner::execute(int notes) const {
    const auto* const program = invocation_.program.c_str();
    const base::Text<16> number(notes);
    const char* const words[] = {program, "--resume", number.c_str(),
                                 invocation_.log_service, nullptr};
    base::keep_on_exec(notes, true);
    if (lock_) base::keep_on_exec(lock_.number(), true);
    tree_.keep_on_exec(true);
    const auto error = base::execute(program, words);
    tree_.keep_on_exec(false);
    if (lock_) base::keep_on_exec(lock_.number(), false);
    return error;
}

void Scanner::recall(NoteReader& notes) {
    int lock = base::Fd::none;
    bool stops = false;
    notes(lock), notes(stops);
    notes(exit_code_), notes(patient_until_);
    if (lock != base::Fd::none) base::keep_on_exec(lock, false);
    lock_ = base::Fd(lock);
    plan_.resume(stops);
    tree_.recall(notes);
    // Who died between the two programs was told to nobody.
    tree_.reap_children();
}

}  // namespace svscan
