#include "svstat/sentence.h"

#include "base/reason.h"
#include "supervise/files.h"

namespace svstat {
namespace {

using supervise::Want;

// A moment that is still to come (the clock was set back) is now. What is further away than
// a double can tell in seconds, in a damaged file, is rounded as daemontools rounds it.
std::uint64_t age(std::uint64_t since, std::uint64_t now) {
    if (now < since) return 0;
    return static_cast<std::uint64_t>(static_cast<double>(now - since));
}

Sentence telling(const supervise::Status& status, bool normally_up, std::uint64_t now) {
    const bool up = status.pid != 0;
    Sentence text;
    if (up)
        text.add("up (pid ").add(status.pid).add(") ");
    else
        text.add("down ");
    text.add(age(status.since.seconds, now)).add(" seconds");
    if (up && !normally_up) text.add(", normally down");
    if (!up && normally_up) text.add(", normally up");
    if (up && status.paused) text.add(", paused");
    if (!up && status.want == Want::up) text.add(", want up");
    if (up && status.want == Want::down) text.add(", want down");
    return text;
}

}  // namespace

Sentence sentence(const Sight& sight, std::uint64_t now) {
    namespace files = supervise::files;
    const char* const why = base::reason(sight.error);
    const base::Text<800> ok(sight.place, "/", files::ok);
    const base::Text<800> status(sight.place, "/", files::status);
    switch (sight.step) {
        case Sight::Step::down: return Sentence("unable to stat ", files::down, ": ", why);
        case Sight::Step::ok:
            if (sight.error.number == ENXIO) return Sentence("supervise not running");
            return Sentence("unable to open ", ok, ": ", why);
        case Sight::Step::open: return Sentence("unable to open ", status, ": ", why);
        case Sight::Step::read: return Sentence("unable to read ", status, ": ", why);
        case Sight::Step::format:
            return Sentence("unable to read ", status, ": bad format");
        case Sight::Step::seen: return telling(sight.status, sight.normally_up, now);
    }
    return Sentence();
}

}  // namespace svstat
