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

std::optional<supervise::State> told(std::string_view prefix) {
    const auto text = supervise::read_state(AT_FDCWD, supervise::place_of());
    if (!text) return {};
    return supervise::decode((*text).text, prefix);
}

Sight look_at_status(bool normally_up, std::string_view place) {
    const base::Path ok_path(place, "/", supervise::files::ok);
    const auto ok = base::open_write(ok_path.c_str());
    if (!ok) return {.step = Step::ok, .error = ok.error()};
    const base::Path status_path(place, "/", supervise::files::status);
    const auto file = base::open_read(status_path.c_str());
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

Sight look() {
    const auto down = exists(supervise::files::down);
    if (!down) return {.step = Step::down, .error = down.error()};
    const auto place = supervise::place_of();
    auto sight = look_at_status(!*down, place);
    sight.place = place.view();
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

base::Result<Logger> find_logger() {
    if (::chdir(supervise::files::log) == 0) return Logger::directory;
    if (errno == ENOENT) return Logger::none;
    if (errno != ENOTDIR) return base::last_error();
    const bool runs = ::access(supervise::files::log, X_OK) == 0;
    return runs ? Logger::file : Logger::none;
}

std::optional<Sight> look_at_log_file() {
    auto sight = look();
    if (sight.step != Step::seen) return sight;
    const auto state = told("log-");
    if (!state) return {};
    sight.status = {base::tai64n(state->since), static_cast<std::uint32_t>(state->pid),
                    state->phase == supervise::Phase::paused, state->want};
    return sight;
}

bool is_started() {
    const auto state = told("");
    return state && state->phase == supervise::Phase::started;
}

}  // namespace svstat
