// supervise DIR: keeps DIR/run running; see supervise(8).

#include <unistd.h>

#include "base/fd.h"
#include "base/report.h"
#include "supervise/directory.h"
#include "supervise/files.h"
#include "supervise/place.h"
#include "supervise/supervisor.h"

namespace {

// Everything that can go wrong before the first service runs ends here.
class Demand {
  public:
    Demand(base::Report& report, const char* name) : report_(report), name_(name) {}

    void operator()(const base::Result<void>& result, const char* verb, const char* file) {
        if (!result) report_.die(result.error(), "unable to ", verb, " ", name_, "/", file);
    }

  private:
    base::Report& report_;
    const char* name_;
};

}  // namespace

int main(int count, char** words) {
    namespace files = supervise::files;
    base::keep_only_standard();
    base::Report report("supervise");
    if (count != 2) report.usage("supervise dir");
    const char* const name = words[1];
    if (::chdir(name) == -1) report.die(base::last_error(), "unable to chdir to ", name);
    const auto down = supervise::Directory::is_down();
    if (!down) report.die(down.error(), "unable to stat ", name, "/", files::down);

    const auto want = *down ? supervise::Want::down : supervise::Want::up;
    supervise::Place place;
    Demand must(report, name);
    must(place.open_directory(), "acquire", files::lock);
    must(place.lock(), "acquire", files::lock);
    must(place.open_control(), "read", files::control);
    supervise::Supervisor supervisor(report, name, place, want);
    supervisor.announce();
    must(place.open_ok(), "read", files::ok);
    supervisor.run();
    return 0;
}
