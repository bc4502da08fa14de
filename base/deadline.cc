#include "base/deadline.h"

namespace base {

Deadline earliest(std::initializer_list<Deadline> all) {
    Deadline first;
    for (const auto& one : all)
        if (one && (!first || *one < *first)) first = one;
    return first;
}

}  // namespace base
