// multilog: reads lines and appends those that its script selects to logs that it rotates.

#include <sys/stat.h>

#include <new>

#include "base/fd.h"
#include "base/report.h"
#include "multilog/multilog.h"
#include "multilog/script.h"

namespace {

// Before anything is read, there is no use in waiting for memory.
void give_up() { base::Report("multilog").die_with(base::failed_for_now, "out of memory"); }

}  // namespace

int main(int count, char** words) {
    std::set_new_handler(give_up);
    base::keep_only_standard();
    ::umask(022);
    base::Report report("multilog");
    const auto script = multilog::parse({words + 1, static_cast<std::size_t>(count - 1)});
    if (script.wrong)
        report.die_with(base::asked_wrongly, script.wrong, ": ", script.reason);
    if (count == 1) return 0;
    multilog::Multilog multilog(script, report);
    std::set_new_handler(nullptr);
    multilog.run();
    return 0;
}
