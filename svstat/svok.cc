// svok DIR: exits 0 when a supervise runs in DIR, 100 when none does; see svok(8).

#include "base/fd.h"
#include "base/report.h"
#include "supervise/files.h"
#include "supervise/rounds.h"
#include "supervise/whereabouts.h"

namespace {

// Each of them, where a service has workers.
int answer(base::Report& report, const char* name, const supervise::Rounds& rounds,
           std::string_view own) {
    const base::Path path(supervise::place_here(own), "/", supervise::files::ok);
    const auto ok = base::open_write(path.c_str());
    if (ok) return 0;
    const int error = ok.error().number;
    if (error != ENOENT && error != ENXIO)
        report.die(
            ok.error(), "unable to open ",
            supervise::shown(supervise::name_of(name, own), supervise::files::ok, own));
    const auto workers = own == "." ? rounds.workers() : std::vector<std::string>();
    for (const auto& worker : workers)
        if (const int code = answer(report, name, rounds, worker); code != 0) return code;
    return workers.empty() ? base::asked_wrongly : 0;
}

}  // namespace

int main(int count, char** words) {
    base::keep_only_standard();
    base::Report report("svok");
    if (count < 2) report.usage("svok dir");
    const char* const name = words[1];
    supervise::Rounds rounds(supervise::Search::svdir_and_service);
    const auto entered = rounds.enter(name);
    if (!entered) report.die(entered.error(), "unable to chdir to ", name);
    return answer(report, name, rounds, rounds.own());
}
