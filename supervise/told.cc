#include "supervise/told.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "base/birth.h"
#include "supervise/files.h"

namespace supervise {

base::Result<Told> read_state(int directory, std::string_view place) {
    const base::Path path(place, "/", files::state);
    auto file = base::open_at(directory, path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY);
    if (!file) return file.error();
    char bytes[4096];
    const auto size = base::read((*file).number(), bytes);
    if (!size) return size.error();
    Told told;
    told.file = std::move(*file);
    told.text.add(std::string_view(bytes, *size));
    return told;
}

bool same(const Told& one, const Told& other) {
    struct stat first, second;
    return ::fstat(one.file.number(), &first) == 0 &&
           ::fstat(other.file.number(), &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

bool lives(const State& state) {
    if (state.pid <= 0) return false;
    const auto birth = base::birth_of(state.pid);
    return birth.view() == state.birth.view() && birth.view() != "unknown";
}

}  // namespace supervise
