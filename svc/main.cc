// svc [-LETTERS] [-W GOAL] [-T SECONDS] DIR ...: gives commands to supervises and waits for
// what becomes of them; see svc(8).

#include <signal.h>

#include "base/fd.h"
#include "base/reason.h"
#include "base/report.h"
#include "supervise/files.h"
#include "supervise/rounds.h"
#include "supervise/whereabouts.h"
#include "svc/control.h"
#include "svc/options.h"
#include "svc/wait.h"

namespace {

base::Path why(const svc::Sent& sent) {
    using Step = svc::Sent::Step;
    const base::Path control(supervise::place_of(), "/", supervise::files::control);
    const bool left_alone = sent.error.number == ENXIO || sent.error.number == EPIPE;
    switch (sent.step) {
        case Step::open:
        case Step::write:
            if (left_alone) return base::Path("supervise not running");
            return base::Path(base::reason(sent.error));
        case Step::fifo: return base::Path(control, " is no fifo");
        case Step::room:
            return base::Path("supervise takes no commands, ", control, " is full");
        case Step::done: break;
    }
    return base::Path();
}

int refuse(base::Report& report, const svc::Options& options) {
    if (options.illegal != 0)
        report.line(": illegal option -- ", options.illegal,
                    "; options: ", svc::known_options());
    else if (options.wrong)
        report.line(": ", options.wrong);
    else
        report.line(": more than ", svc::most_letters, " options");
    return base::asked_wrongly;
}

void keep(base::Report& report, const char* name, svc::Lasting lasting) {
    if (lasting == svc::Lasting::no) return;
    const bool down = lasting == svc::Lasting::down;
    const auto kept = down ? svc::keep_down() : svc::keep_up();
    if (!kept)
        report.warn(kept.error(), "unable to ", down ? "create " : "remove ", name, "/",
                    supervise::files::down);
}

// What nobody hears now is heard later where we wait for a service to come.
void send(base::Report& report, svc::Control& control, std::string_view letters,
          const char* name, std::optional<svc::Wait>& wait) {
    const auto sent = control.send(letters);
    if (sent.step == svc::Sent::Step::done) return;
    const bool unheard = svc::unheard(sent);
    if (wait && unheard && wait->wants_run()) return wait->send_later();
    if (!letters.empty() || !wait) report.warn("unable to control ", name, ": ", why(sent));
    if (wait && !unheard) wait->give_up();
}

}  // namespace

int main(int count, char** words) {
    base::keep_only_standard();
    ::signal(SIGPIPE, SIG_IGN);
    base::Report report("svc");
    const auto options = svc::options(count, words);
    if (options.illegal != 0 || options.wrong || !options.letters.whole())
        return refuse(report, options);

    const auto letters = svc::to_send(options.letters);
    supervise::Rounds rounds(supervise::Search::svdir);
    svc::Control control;
    std::optional<svc::Wait> wait;
    if (options.goal) wait.emplace(report, *options.goal, letters, options.most);
    for (int i = options.words; i < count; ++i) {
        const auto entered = rounds.enter(words[i]);
        if (!entered) {
            report.warn(entered.error(), "unable to chdir to ", words[i]);
            if (wait) wait->give_up();
            continue;
        }
        keep(report, words[i], options.lasting);
        if (wait) wait->add(words[i]);
        send(report, control, letters, words[i], wait);
    }
    return wait ? wait->run() : 0;
}
