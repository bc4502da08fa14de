#include "base/birth.h"

#include <sys/stat.h>

#include "base/fd.h"
#include "base/parse.h"

namespace base {
namespace {

using std::string_view;

template <std::size_t size>
Result<string_view> content_of(const char* path, char (&buffer)[size]) {
    const auto file = open_read(path);
    if (!file) return file.error();
    const auto count = read((*file).number(), buffer);
    if (!count) return count.error();
    return string_view(buffer, *count);
}

// Field `wanted` of /proc/PID/stat. The name of the program, field 2, is in parentheses and
// may hold anything.
string_view field_of(string_view stat, int wanted) {
    const auto end_of_name = stat.rfind(')');
    if (end_of_name == stat.npos) return {};
    stat.remove_prefix(end_of_name + 1);
    for (int field = 2; field < wanted; ++field) {
        const auto blank = stat.find(' ');
        if (blank == stat.npos) return {};
        stat.remove_prefix(blank + 1);
    }
    return stat.substr(0, stat.find_first_of(" \n"));
}

template <class Number>
void read_field(string_view stat, int wanted, Number& number) {
    read_number(field_of(stat, wanted), number);
}

}  // namespace

Birth birth_of(pid_t pid) {
    const auto boot = boot_id();
    const auto process = process_of(pid);
    if (boot.empty() || !process) return Birth("unknown");
    return Birth(boot, ":", (*process).start_ticks);
}

Text<40> boot_id() {
    char line[64];
    const auto id = content_of("/proc/sys/kernel/random/boot_id", line);
    return id ? Text<40>((*id).substr(0, (*id).find('\n'))) : Text<40>();
}

Text<64> where_pids_mean() {
    const auto boot = boot_id();
    struct stat about;
    if (boot.empty() || ::stat("/proc/self/ns/pid", &about) == -1) return Text<64>(boot);
    return Text<64>(boot, ":", about.st_ino);
}

Result<Process> process_of(pid_t pid) {
    char stat[1024];
    const auto content = content_of(Text<32>("/proc/", pid, "/stat").c_str(), stat);
    if (!content) return content.error();
    if (field_of(*content, 22).empty()) return Errno{EPROTO};
    const auto state = field_of(*content, 3);
    Process process;
    process.ended = state == "Z" || state == "X";
    read_field(*content, 5, process.group);
    read_field(*content, 20, process.threads);
    read_field(*content, 22, process.start_ticks);
    read_field(*content, 24, process.resident_pages);
    read_field(*content, 52, process.exit_status);
    return process;
}

}  // namespace base
