#include "supervise/death.h"

#include <sys/resource.h>
#include <sys/wait.h>

namespace supervise {
namespace {

bool left_core([[maybe_unused]] int status) {
#if defined(WCOREDUMP)
    return WCOREDUMP(status) != 0;
#else
    return false;
#endif
}

std::chrono::nanoseconds time_of(const timeval& time) {
    return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

}  // namespace

Death death_from(int status) {
    if (WIFSIGNALED(status))
        return {{LastExit::Kind::signal, WTERMSIG(status), left_core(status)}};
    return {{LastExit::Kind::code, WEXITSTATUS(status), false}};
}

Death death_from(int status, const rusage& usage) {
    auto death = death_from(status);
    death.user = time_of(usage.ru_utime);
    death.system = time_of(usage.ru_stime);
    death.maxrss = static_cast<std::uint64_t>(usage.ru_maxrss);
    return death;
}

}  // namespace supervise
