#include "supervise/facts.h"

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

}  // namespace

Death death_from(int status) {
    if (WIFSIGNALED(status))
        return {{LastExit::Kind::signal, WTERMSIG(status), left_core(status)}};
    return {{LastExit::Kind::code, WEXITSTATUS(status), false}};
}

}  // namespace supervise
