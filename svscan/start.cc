#include "svscan/start.h"

namespace svscan {

Starter::Starter() {
    ::getrlimit(RLIMIT_NOFILE, &given_);
    raised_ = given_;
    raised_.rlim_cur = raised_.rlim_max;
    if (::setrlimit(RLIMIT_NOFILE, &raised_) == -1) raised_ = given_;
}

void Starter::lower() const {
    if (raised_.rlim_cur != given_.rlim_cur) ::setrlimit(RLIMIT_NOFILE, &given_);
}

void Starter::raise() const {
    if (raised_.rlim_cur != given_.rlim_cur) ::setrlimit(RLIMIT_NOFILE, &raised_);
}

base::Spawned Starter::start(const char* directory, std::array<int, 3> standard) const {
    const char* const words[] = {"supervise", directory, nullptr};
    lower();
    const auto spawned = base::spawn({.path = words[0],
                                      .words = words,
                                      .standard = standard,
                                      .group = base::Group::own});
    raise();
    return spawned;
}

}  // namespace svscan
