#include "multilog/filter.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>

#include "base/clock.h"
#include "base/fd.h"

namespace multilog {
namespace {

// Whether a call that failed may be tried again, the descriptor having been waited for.
bool may_go_on(base::Errno error, int descriptor, short event) {
    if (error.number != EAGAIN && error.number != EWOULDBLOCK) return false;
    pollfd waited{descriptor, event, 0};
    return ::poll(&waited, 1, -1) != -1 || errno == EINTR;
}

base::Result<std::size_t> read_some(std::span<char> into) {
    for (;;) {
        const auto count = base::read(STDIN_FILENO, into);
        if (count || !may_go_on(count.error(), STDIN_FILENO, POLLIN)) return count;
    }
}

base::Result<void> write_all(std::string_view text) {
    while (!text.empty()) {
        const auto count = base::write(STDOUT_FILENO, text);
        if (count)
            text.remove_prefix(*count);
        else if (!may_go_on(count.error(), STDOUT_FILENO, POLLOUT))
            return count.error();
    }
    return {};
}

}  // namespace

// A pipe holds 65536 bytes. Short lines grow by more than they are, so there is room for
// several times as much.
base::Result<void> pass_through(Filter& filter) {
    char input[std::size_t{64} * 1024];
    char output[std::size_t{192} * 1024];
    std::size_t kept = 0;
    for (bool last = false; !last;) {
        const auto count = read_some(std::span(input).subspan(kept));
        if (!count) return count.error();
        last = *count == 0;
        filter.begin_block(base::now().wall);
        std::string_view rest(input, kept + *count);
        for (;;) {
            const auto done = filter.step(rest, output, last);
            const auto written = write_all({output, done.written});
            if (!written) return written;
            rest.remove_prefix(done.read);
            if (done == Progress{}) break;
        }
        kept = rest.size();
        std::ranges::copy(rest, input);
    }
    return {};
}

}  // namespace multilog
