#include "supervise/environment.h"

#include <stdlib.h>
#include <unistd.h>

#include <algorithm>

extern char** environ;  // POSIX has no header that declares it.

namespace supervise {
namespace {

constexpr const char* of_one_process[] = {"LISTEN_FDS",  "LISTEN_PID",    "LISTEN_FDNAMES",
                                          "HANDOVER_FD", "SERVICE_PID",   "SERVICE_CPU",
                                          "SERVICE_RSS", "SERVICE_UPTIME"};

std::size_t length(char** words) {
    std::size_t count = 0;
    while (words[count]) ++count;
    return count;
}

}  // namespace

Environment::Environment() {
    for (const auto name : of_one_process) ::unsetenv(name);
    ::setenv("SUPERVISE_PID", base::Text<16>(::getpid()).c_str(), 1);
    const auto own = length(::environ) + 1;
    all_ = static_cast<const char**>(::calloc(most + own, sizeof *all_));
    if (all_) std::copy_n(::environ, own, all_ + most);
}

Environment::~Environment() { ::free(all_); }

char* Environment::add(std::string_view name, const base::Text<511>& value) {
    const auto size = name.size() + 1 + value.size() + 1;
    if (!value.whole() || count_ == most || size > sizeof room_ - used_) return nullptr;
    char* const line = room_ + used_;
    char* const stands = std::copy(name.begin(), name.end(), line) + 1;
    stands[-1] = '=';
    std::copy_n(value.c_str(), value.size() + 1, stands);
    added_[count_++] = line;
    used_ += size;
    return stands;
}

const char* const* Environment::whole() {
    if (count_ == 0 || !all_) return nullptr;
    return std::copy_backward(added_.begin(), added_.begin() + count_, all_ + most);
}

}  // namespace supervise
