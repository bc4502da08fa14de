// svstat [-l] [-L] DIR ...: a line on each service; see svstat(8).

#include "base/clock.h"
#include "base/fd.h"
#include "base/reason.h"
#include "base/report.h"
#include "base/tai64n.h"
#include "supervise/rounds.h"
#include "svstat/options.h"
#include "svstat/output.h"
#include "svstat/sentence.h"
#include "svstat/sight.h"

namespace {

using svstat::Slot;

svstat::Sentence say(const char* verb, base::Errno error) {
    return svstat::Sentence("unable to ", verb, ": ", base::reason(error));
}

svstat::Sentence describe() {
    return svstat::sentence(svstat::look(), base::tai64n(base::now().wall).seconds);
}

svstat::Sentence describe_log() {
    const auto log = svstat::enter_log();
    if (log) return describe();
    if (log.error().number == ENOENT) return svstat::Sentence("no log service");
    return say("chdir to log", log.error());
}

svstat::Sentence describe(supervise::Rounds& rounds, const char* name, Slot slot) {
    const auto entered = rounds.enter(name);
    if (!entered) return say("chdir", entered.error());
    return slot == Slot::log ? describe_log() : describe();
}

}  // namespace

int main(int count, char** words) {
    base::keep_only_standard();
    base::Report report("svstat");
    const auto options = svstat::options(count, words);
    supervise::Rounds rounds(supervise::Search::svdir_and_service);
    svstat::Output output;
    const char* const colon = options.slot == Slot::log ? " log: " : ": ";
    for (int i = options.words; i < count; ++i) {
        const auto text = describe(rounds, words[i], options.slot);
        output.add(words[i]).add(colon).add(text).add("\n");
    }
    const auto written = output.flush();
    if (!written) report.warn(written.error(), "unable to write to standard output");
    return 0;
}
