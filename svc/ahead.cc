#include "svc/ahead.h"

#include <pthread.h>

namespace svc {

void Ahead::begin() {
    if (::pthread_getschedparam(::pthread_self(), &before_, &how_before_) != 0) return;
    sched_param least{};
    least.sched_priority = ::sched_get_priority_min(SCHED_FIFO);
    is_ahead_ = before_ == SCHED_OTHER &&
                ::pthread_setschedparam(::pthread_self(), SCHED_FIFO, &least) == 0;
}

void Ahead::end() {
    if (is_ahead_) ::pthread_setschedparam(::pthread_self(), before_, &how_before_);
}

}  // namespace svc
