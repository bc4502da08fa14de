#include "base/birth.h"

#include <span>

#include "base/fd.h"

namespace base {
namespace {

using std::string_view;

template <std::size_t size>
string_view content_of(const char* path, char (&buffer)[size]) {
    auto file = open_read(path);
    if (!file) return {};
    const auto count = read(file->number(), buffer);
    return count ? string_view(buffer, *count) : string_view();
}

// The name of the program, field 2, is in parentheses and may hold anything.
string_view start_ticks(string_view stat) {
    const auto end_of_name = stat.rfind(')');
    if (end_of_name == stat.npos) return {};
    stat.remove_prefix(end_of_name + 1);
    for (int field = 2; field < 22; ++field) {
        const auto blank = stat.find(' ');
        if (blank == stat.npos) return {};
        stat.remove_prefix(blank + 1);
    }
    return stat.substr(0, stat.find(' '));
}

}  // namespace

Birth birth_of(pid_t pid) {
    char boot[80], stat[1024];
    const auto id = content_of("/proc/sys/kernel/random/boot_id", boot);
    const auto ticks =
        start_ticks(content_of(Text<32>("/proc/", pid, "/stat").c_str(), stat));
    if (id.empty() || ticks.empty()) return Birth("unknown");
    return Birth(id.substr(0, id.find('\n')), ":", ticks);
}

}  // namespace base
