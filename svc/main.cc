// svc [-LETTERS] DIR ...: gives commands to supervises; see svc(8).

#include <signal.h>

#include "base/fd.h"
#include "base/reason.h"
#include "base/report.h"
#include "supervise/files.h"
#include "supervise/rounds.h"
#include "svc/control.h"
#include "svc/options.h"

namespace {

base::Text<128> why(const svc::Sent& sent) {
    using Step = svc::Sent::Step;
    const bool left_alone = sent.error.number == ENXIO || sent.error.number == EPIPE;
    switch (sent.step) {
        case Step::open:
        case Step::write:
            if (left_alone) return base::Text<128>("supervise not running");
            return base::Text<128>(base::reason(sent.error));
        case Step::fifo: return base::Text<128>(supervise::files::control, " is no fifo");
        case Step::room:
            return base::Text<128>("supervise takes no commands, ",
                                   supervise::files::control, " is full");
        case Step::done: break;
    }
    return base::Text<128>();
}

int refuse(base::Report& report, const svc::Options& options) {
    if (options.illegal != 0)
        report.line(": illegal option -- ", options.illegal,
                    "; options: ", svc::known_options());
    else
        report.line(": more than ", svc::most_letters, " options");
    return base::asked_wrongly;
}

}  // namespace

int main(int count, char** words) {
    base::keep_only_standard();
    ::signal(SIGPIPE, SIG_IGN);
    base::Report report("svc");
    const auto options = svc::options(count, words);
    if (options.illegal != 0 || !options.letters.whole()) return refuse(report, options);

    supervise::Rounds rounds(supervise::Search::svdir);
    svc::Control control;
    for (int i = options.words; i < count; ++i) {
        const auto entered = rounds.enter(words[i]);
        if (!entered) {
            report.warn(entered.error(), "unable to chdir to ", words[i]);
            continue;
        }
        const auto sent = control.send(options.letters);
        if (sent.step != svc::Sent::Step::done)
            report.warn("unable to control ", words[i], ": ", why(sent));
    }
    return 0;
}
