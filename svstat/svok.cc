// svok DIR: exits 0 when a supervise runs in DIR, 100 when none does; see svok(8).

#include "base/fd.h"
#include "base/report.h"
#include "supervise/files.h"
#include "supervise/rounds.h"
#include "supervise/whereabouts.h"

int main(int count, char** words) {
    base::keep_only_standard();
    base::Report report("svok");
    if (count < 2) report.usage("svok dir");
    const char* const name = words[1];
    supervise::Rounds rounds(supervise::Search::svdir_and_service);
    const auto entered = rounds.enter(name);
    if (!entered) report.die(entered.error(), "unable to chdir to ", name);

    const base::Path path(supervise::place_of(), "/", supervise::files::ok);
    const auto ok = base::open_write(path.c_str());
    if (ok) return 0;
    const int error = ok.error().number;
    if (error == ENOENT || error == ENXIO) return base::asked_wrongly;
    report.die(ok.error(), "unable to open ", supervise::shown(name, supervise::files::ok));
}
