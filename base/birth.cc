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

// What /proc/PID/stat says. The name of the program, field 2, is in parentheses and may
// hold anything.
Result<Process> process_in(string_view stat) {
    const auto end_of_name = stat.rfind(") ");
    if (end_of_name == stat.npos) return Errno{EPROTO};
    auto rest = stat.substr(end_of_name + 2);
    rest = rest.substr(0, rest.find('\n'));
    Process process;
    int field = 3;
    for (; !rest.empty(); ++field) {
        const auto word = next_word(rest);
        switch (field) {
            case 3: process.ended = word == "Z" || word == "X"; break;
            case 5: read_number(word, process.group); break;
            case 20: read_number(word, process.threads); break;
            case 22: read_number(word, process.start_ticks); break;
            case 24: read_number(word, process.resident_pages); break;
            case 52: read_number(word, process.exit_status); break;
            default: break;
        }
    }
    if (field <= 22) return Errno{EPROTO};
    return process;
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
    return process_in(*content);
}

}  // namespace base
