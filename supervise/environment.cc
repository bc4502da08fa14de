#include "supervise/environment.h"

#include <stdlib.h>
#include <unistd.h>

#include <algorithm>

extern char** environ;  // POSIX has no header that declares it.

namespace supervise {
namespace {

constexpr std::string_view of_one_process[] = {
    "LISTEN_FDS",  "LISTEN_PID",  "LISTEN_FDNAMES", "HANDOVER_FD",  "SERVICE_PID",
    "SERVICE_CPU", "SERVICE_RSS", "SERVICE_UPTIME", "SUPERVISE_PID"};

std::size_t length(char** words) {
    std::size_t count = 0;
    while (words[count]) ++count;
    return count;
}

bool is_handed_on(std::string_view variable) {
    const auto name = variable.substr(0, variable.find('='));
    return std::ranges::find(of_one_process, name) == std::end(of_one_process);
}

}  // namespace

// Not setenv(3) and unsetenv(3), which cost memory that supervise keeps for good.
Environment::Environment() : before_(::environ), self_("SUPERVISE_PID=", ::getpid()) {
    const auto own = length(::environ);
    const auto list = (most + 1 + own + 1) * sizeof *all_;
    all_ = static_cast<const char**>(::calloc(1, list + room));
    if (!all_) return;
    room_ = reinterpret_cast<char*>(all_) + list;
    all_[most] = self_.c_str();
    std::copy_if(::environ, ::environ + own, all_ + most + 1, is_handed_on);
    ::environ = const_cast<char**>(all_ + most);
}

Environment::~Environment() {
    ::environ = before_;
    ::free(all_);
}

char* Environment::add(std::string_view name, const base::Text<511>& value) {
    const auto size = name.size() + 1 + value.size() + 1;
    if (!all_ || !value.whole() || count_ == most || size > room - used_) return nullptr;
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
