#include "svstat/sight.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <span>

#include "base/fd.h"
#include "supervise/files.h"
#include "supervise/told.h"
#include "supervise/whereabouts.h"

namespace svstat {
namespace {

using Step = Sight::Step;

base::Result<bool> exists(const char* path) {
    struct stat about;
    if (::stat(path, &about) == 0) return true;
    if (errno != ENOENT) return base::last_error();
    return false;
}

// One in the service directory is for all workers.
base::Result<bool> is_down(std::string_view own) {
    const auto down = exists(supervise::files::down);
    if (!down || *down || own == ".") return down;
    return exists(base::Path(own, "/", supervise::files::down).c_str());
}

std::optional<supervise::State> told(std::string_view own, std::string_view prefix) {
    const auto text = supervise::read_state(AT_FDCWD, supervise::place_here(own));
    if (!text) return {};
    return supervise::decode((*text).text, prefix);
}

Sight look_at_status(bool normally_up, std::string_view place) {
    base::Path path(place, "/");
    const auto in_place = path.size();
    const auto ok = base::open_write(path.add(supervise::files::ok).c_str());
    if (!ok) return {.step = Step::ok, .error = ok.error()};
    path.cut(in_place);
    const auto file = base::open_read(path.add(supervise::files::status).c_str());
    if (!file) return {.step = Step::open, .error = file.error()};
    supervise::PackedStatus bytes;
    const auto into = reinterpret_cast<char*>(bytes.data());
    const auto size = base::read((*file).number(), {into, bytes.size()});
    if (!size) return {.step = Step::read, .error = size.error()};
    const auto status = supervise::unpack(std::span(bytes).first(*size));
    if (!status) return {.step = Step::format};
    return {.normally_up = normally_up, .status = *status};
}

}  // namespace

Sight look(std::string_view own) {
    const auto down = is_down(own);
    if (!down) return {.step = Step::down, .error = down.error()};
    auto sight = look_at_status(!*down, supervise::place_here(own));
    sight.place = supervise::place_said(own).view();
    return sight;
}

std::optional<Sight> glance(std::string_view name, std::string_view place) {
    constexpr std::size_t surely_fits = 4000;
    const bool absolute = place.starts_with('/');
    if (name.empty() || absolute || name.size() + place.size() > surely_fits) return {};
    const auto down = exists(base::Path(name, "/", supervise::files::down).c_str());
    if (!down) return {};
    auto sight = look_at_status(!*down, base::Path(name, "/", place));
    if (sight.step != Step::seen) return {};
    sight.place = place;
    return sight;
}

bool has_log_file() {
    struct stat about;
    return ::stat(supervise::files::log, &about) == 0 && S_ISREG(about.st_mode) &&
           ::access(supervise::files::log, X_OK) == 0;
}

base::Result<Logger> find_logger() {
    if (::chdir(supervise::files::log) == 0) return Logger::directory;
    if (errno == ENOENT) return Logger::none;
    if (errno != ENOTDIR) return base::last_error();
    const bool runs = ::access(supervise::files::log, X_OK) == 0;
    return runs ? Logger::file : Logger::none;
}

std::optional<Sight> look_at_log_file(std::string_view own) {
    auto sight = look(own);
    if (sight.step != Step::seen) return sight;
    const auto state = told(own, "log-");
    if (!state) return {};
    sight.status = {base::tai64n(state->since), static_cast<std::uint32_t>(state->pid),
                    state->phase == supervise::Phase::paused, state->want};
    return sight;
}

bool unsupervised(const Sight& sight) {
    const int error = sight.error.number;
    return sight.step == Step::ok && (error == ENXIO || error == ENOENT);
}

bool is_started(std::string_view own) {
    const auto state = told(own, "");
    return state && state->phase == supervise::Phase::started;
}

}  // namespace svstat
