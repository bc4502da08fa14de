// svc [-s] [-LETTERS] [-W GOAL] [-T SECONDS] DIR ...: gives commands to supervises and
// waits for what becomes of them; see svc(8).

#include <signal.h>

#include "base/fd.h"
#include "base/report.h"
#include "svc/ahead.h"
#include "svc/caller.h"
#include "svc/options.h"

namespace {

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

}  // namespace

int main(int count, char** words) {
    base::keep_only_standard();
    ::signal(SIGPIPE, SIG_IGN);
    base::Report report("svc");
    const auto options = svc::options(count, words);
    if (options.illegal != 0 || options.wrong || !options.letters.whole())
        return refuse(report, options);

    svc::Caller caller(report, options);
    svc::Ahead ahead;
    if (count - options.words > 1 && !options.one_by_one) ahead.begin();
    for (int i = options.words; i < count; ++i)
        if (!svc::is_switch(options, words[i])) caller.call(words[i]);
    if (options.goal) ahead.end();
    return caller.end();
}
