// readproctitle: shows the end of what it reads in its own title, for ps(1) to be seen.
// The title's room is the last argument, which the kernel shows as it is at the time.

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

#include "base/fd.h"
#include "base/report.h"

namespace {

// The room begins with dots that stay, as a sign that there was more before.
constexpr std::size_t dots = 3;
constexpr std::size_t least_room = dots + 2;

// Bytes come in at the end, and push others out at the beginning.
void shift_in(std::span<char> room, std::span<const char> bytes) {
    bytes = bytes.last(std::min(bytes.size(), room.size()));
    std::memmove(room.data(), room.data() + bytes.size(), room.size() - bytes.size());
    std::memcpy(room.data() + room.size() - bytes.size(), bytes.data(), bytes.size());
}

}  // namespace

// Nothing is said of wrong use or of trouble: where this runs, nobody listens.
int main(int count, char** words) {
    if (count < 2) return base::asked_wrongly;
    std::span room(words[count - 1], std::strlen(words[count - 1]));
    if (room.size() < least_room) return base::asked_wrongly;
    std::ranges::fill(room, '.');

    std::array<char, 4096> block;
    for (;;) {
        const auto read = base::read(STDIN_FILENO, block);
        if (!read) return base::failed_for_now;
        if (*read == 0) return 0;
        // A NUL would end the title for whoever reads it.
        const auto end = std::remove(block.begin(), block.begin() + *read, '\0');
        shift_in(room.subspan(dots), {block.begin(), end});
    }
}
