// What a Tree does for services that are run by workers (supervise/workers.h).

#include <fcntl.h>
#include <sys/stat.h>

#include "base/clock.h"
#include "base/fd.h"
#include "base/text.h"
#include "supervise/files.h"
#include "supervise/told.h"
#include "supervise/whereabouts.h"
#include "supervise/workers.h"
#include "svscan/tree.h"
#include "svscan/where.h"

namespace svscan {
namespace {

Time now() { return base::now().steady; }

// Whether the directory itself has so many: its name may lead nowhere for a while, or to
// another one, and it is the looks that decide then.
bool has_workers(const char* name, const Identity& identity, int most) {
    const auto directory = base::open(name, O_RDONLY | O_NONBLOCK | O_DIRECTORY);
    struct stat about;
    if (!directory || ::fstat((*directory).number(), &about) == -1) return false;
    if (Identity{about.st_dev, about.st_ino} != identity) return false;
    const auto workers = supervise::workers_of(".", (*directory).number());
    return workers && (*workers).value_or(0) == most;
}

// Whether the last process of a service lives, supervised or not.
bool has_orphan(const base::Path& place) {
    const auto told = supervise::read_state(AT_FDCWD, place);
    const auto state = told ? supervise::decode((*told).text, "") : std::nullopt;
    return state && supervise::lives(*state);
}

}  // namespace

void Tree::staff() {
    for (const auto place : plan_.places())
        if (!plan_.is_log(place)) staff(place);
}

// What makes no sense counts for nothing where no workers run, and changes nothing where
// some do.
void Tree::staff(Plan::Index place) {
    const auto& name = plan_.name(place);
    const auto crew = plan_.crew(place);
    const auto workers = supervise::workers_of(name.c_str());
    if (!workers) warn_of_workers(workers.error(), name);
    if (!workers && is_general_shortage(workers.error())) return;
    const int most = workers ? (*workers).value_or(0) : crew.value_or(0);
    if (crew == most) return;
    if (crew && !has_workers(name.c_str(), plan_.identity(place), most)) return;
    if (!crew) adopt_too_many(place, most);
    plan_.report(place, [&](Place& one) { one.staff(most, now()); });
}

void Tree::warn_of_workers(base::Errno error, std::string_view name) {
    if (error.number == ENOENT || error.number == ENOTDIR) return;
    const base::Path file(name, "/", supervise::files::workers);
    if (error.number != EINVAL) return void(voice_.unable(error, "read ", file));
    voice_.unable_to_use(file,
                         base::Text<64>("no number from 1 to ", supervise::most_workers));
}

// Those that an earlier svscan has left running, and that are not wanted any more. Where
// the supervise was killed as well, another one is to end what it left behind.
void Tree::adopt_too_many(Plan::Index place, int workers) {
    const auto take_up = [&](Part part) {
        const Who who{place, part};
        if (plan_.pid(place, part) != 0 || adopted_.ok(who) != base::Fd::none) return;
        if (!adopt(place, part) && has_orphan(place_of(plan_, who)))
            plan_.report(place, [&](Place& one) { one.expected(part, now()); });
    };
    if (workers > 0) take_up(Part::service);
    for (const int number : supervise::all_workers(plan_.name(place).c_str()))
        if (number >= workers) take_up(worker(number));
}

// Whether not the service's own supervise is to be started, as far as that is known.
bool Tree::has_others(Plan::Index place) {
    const bool was_known = plan_.crew(place).has_value();
    if (!was_known) staff(place);
    const auto crew = plan_.crew(place);
    if (!crew)
        plan_.report(place, [&](Place& one) { one.start_failed(Part::service, now()); });
    return !crew || (!was_known && *crew > 0);
}

// supervise would make them as well, but clients may look for them before it runs. With its
// supervise/ elsewhere, a worker needs no directory.
void Tree::make_worker(Who who, const base::Path& where) {
    const auto made = supervise::make_worker(where);
    const auto place = supervise::open_place(place_of(plan_, who));
    if (!place) voice_.unable(made ? place.error() : made.error(), "make ", where);
}

}  // namespace svscan
