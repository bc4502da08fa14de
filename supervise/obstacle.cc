#include "supervise/obstacle.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>

#include "base/fd.h"
#include "base/reason.h"
#include "supervise/control_character.h"
#include "supervise/listen_file.h"

namespace supervise {
namespace {

using std::string_view;

base::Text<4> octal(unsigned mode) {
    base::Text<4> text;
    for (int shift = 9; shift >= 0; shift -= 3)
        text.add(static_cast<char>('0' + ((mode >> shift) & 7)));
    return text;
}

// The interpreter of a first line "#! /bin/sh -e", as the kernel reads it.
string_view interpreter_in(string_view first_line) {
    constexpr string_view blanks = " \t";
    first_line.remove_prefix(2);
    first_line.remove_prefix(
        std::min(first_line.find_first_not_of(blanks), first_line.size()));
    return first_line.substr(0, first_line.find_first_of(" \t\n"));
}

base::Path shown(string_view name) {
    base::Path text;
    IsControl is_control;
    for (const char byte : name) text.add(is_control(byte) ? '?' : byte);
    return text;
}

Sentence obstacle_in_content(const char* script, int file) {
    char bytes[256];
    const auto size = base::read(file, bytes);
    if (!size) return Sentence(script, ": ", base::reason(size.error()));
    const string_view start(bytes, *size);
    if (start.starts_with("\x7f"
                          "ELF"))
        return {};
    if (!start.starts_with("#!"))
        return Sentence(script, ": ", base::reason({ENOEXEC}),
                        " (its first line names no interpreter)");
    const base::Path interpreter(interpreter_in(start));
    if (interpreter.empty() || ::access(interpreter.c_str(), X_OK) == 0) return {};
    return Sentence(script, ": its interpreter ", shown(interpreter), ": ",
                    base::reason(base::last_error()));
}

}  // namespace

Sentence obstacle(int directory, const char* script) {
    struct stat about;
    if (::fstatat(directory, script, &about, 0) == -1)
        return Sentence(script, ": ", base::reason(base::last_error()));
    if (S_ISDIR(about.st_mode)) return Sentence(script, ": ", base::reason({EISDIR}));
    if (!S_ISREG(about.st_mode)) return Sentence(script, ": is no file");
    if (::faccessat(directory, script, X_OK, AT_EACCESS) == -1)
        return Sentence(script, ": ", base::reason(base::last_error()), " (mode ",
                        octal(about.st_mode), ")");
    const auto file = base::open_at(directory, script, O_RDONLY | O_NONBLOCK);
    // A program may be executable without being readable.
    return file ? obstacle_in_content(script, (*file).number()) : Sentence();
}

Sentence obstacle(int directory) {
    struct stat about;
    const bool has_run = ::faccessat(directory, "run", F_OK, 0) == 0;
    const bool has_start = ::fstatat(directory, "start", &about, 0) == 0 &&
                           S_ISREG(about.st_mode) &&
                           ::faccessat(directory, "start", X_OK, AT_EACCESS) == 0;
    if (has_start)
        if (const auto found = obstacle(directory, "start"); !found.empty()) return found;
    if (!has_run && has_start) return {};
    if (const auto listen = read_listen(directory); !listen.wrong.empty() && listen.ours)
        return Sentence("listen: ", listen.wrong);
    return obstacle(directory, "run");
}

}  // namespace supervise
