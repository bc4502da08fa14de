#include "supervise/listen_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fd.h"
#include "base/reason.h"
#include "supervise/workers.h"

namespace supervise {
namespace {

constexpr auto name = "listen";

}  // namespace

Listen read_listen(int directory) {
    Listen nothing;
    struct stat about;
    if (::fstatat(directory, name, &about, 0) == 0 && !S_ISREG(about.st_mode)) {
        nothing.wrong.add(S_ISDIR(about.st_mode) ? base::reason({EISDIR}) : "is no file");
        nothing.ours = false;
        return nothing;
    }
    auto file = base::open_at(directory, name, O_RDONLY | O_NONBLOCK);
    if (!file && file.error() == base::Errno{ENOENT}) return nothing;
    char bytes[4096];
    const auto size = file ? base::read(file->number(), bytes) : file.error();
    // A file `workers` that makes no sense counts for nothing. One that cannot be looked at
    // now may stand there: what is then opened for one of them keeps out the others.
    const auto workers = workers_of(".", directory);
    if (!size) {
        nothing.wrong.add(base::reason(size.error()));
    } else if (*size == sizeof bytes) {
        nothing.wrong.add("more than 4095 bytes");
        nothing.ours = names_a_kind({bytes, *size});
    } else if (base::is_shortage(workers.error())) {
        nothing.wrong.add(base::reason(workers.error()));
    } else {
        return parse_listen({bytes, *size}, workers && *workers);
    }
    return nothing;
}

}  // namespace supervise
