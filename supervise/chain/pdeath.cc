// pdeath SIGNAL PROGRAM ...: runs a program that gets the signal when its supervise dies;
// see pdeath(8).

#include <stdlib.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/prctl.h>
#endif

#include <string_view>

#include "base/signal_name.h"
#include "supervise/chain/chain.h"

namespace {

base::Result<void> ask_for(int signal) {
#if defined(__linux__)
    if (::prctl(PR_SET_PDEATHSIG, static_cast<unsigned long>(signal)) == -1)
        return base::last_error();
    return {};
#else
    static_cast<void>(signal);
    return base::Errno{ENOSYS};
#endif
}

}  // namespace

int main(int count, char** words) {
    base::Report report("pdeath");
    if (count < 3) report.usage("pdeath signal program [ arg ... ]");
    const auto signal = base::signal_named(words[1]);
    if (!signal) report.die_with(base::asked_wrongly, "no such signal: ", words[1]);

    const base::Text<24> at_start(::getppid());
    const char* const told = ::getenv("SUPERVISE_PID");
    const std::string_view parent = told ? told : at_start.view();
    const auto asked = ask_for(*signal);
    if (!asked) report.die(asked.error(), "unable to watch the parent");
    // A parent that died before it was watched sends nothing any more.
    if (base::Text<24>(::getppid()).view() != parent)
        report.die_with(base::failed_for_now, "unable to watch process ", parent,
                        ": it is gone, or it is not the parent");
    supervise::chain::run(report, words + 2);
}
