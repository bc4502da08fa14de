// What the bench has run as ./run: it appends "START nanoseconds" (the steady clock) to
// the file or fifo named by $BENCH_TIMES, which it keeps open for as long as it lives, and
// waits to be ended. With $BENCH_LIFE (milliseconds) it ends by itself after that time, and
// says so with "END nanoseconds" last of all.

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

namespace {

void tell(int times, const char* what) {
    timespec now;
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    char line[64];
    const int size = ::snprintf(line, sizeof line, "%s %lld\n", what,
                                now.tv_sec * 1'000'000'000LL + now.tv_nsec);
    if (::write(times, line, static_cast<size_t>(size)) != size) ::_exit(111);
}

}  // namespace

int main() {
    const char* const file = ::getenv("BENCH_TIMES");
    const char* const life = ::getenv("BENCH_LIFE");
    if (!file) return 100;
    const int times = ::open(file, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (times == -1) return 111;
    tell(times, "START");
    if (!life)
        for (;;) ::pause();
    const long most = ::atol(life);
    const timespec time{most / 1000, most % 1000 * 1'000'000};
    ::nanosleep(&time, nullptr);
    tell(times, "END");
    ::_exit(0);
}
