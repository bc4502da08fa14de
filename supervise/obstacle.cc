#include "supervise/obstacle.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string_view>

#include "base/fd.h"
#include "base/reason.h"
#include "supervise/control_character.h"
#include "supervise/interpreter.h"
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

base::Path shown(string_view name) {
    base::Path text;
    IsControl is_control;
    for (const char byte : name) text.add(is_control(byte) ? '?' : byte);
    return text;
}

// Interpreters may be scripts, but not for ever.
constexpr int most_interpreters = 5;

Sentence obstacle_to(int directory, const char* program, int before);

Sentence obstacle_in_content(int directory, const char* program, int file, int before) {
    char bytes[beginning_of_program];
    const auto size = base::read(file, bytes);
    if (!size) return Sentence(shown(program), ": ", base::reason(size.error()));
    const auto found = interpreter_in({bytes, *size});
    if (!found)
        return Sentence(shown(program), ": ", base::reason(found.error()),
                        " (its first line names no interpreter)");
    const base::Path interpreter(*found);
    if (interpreter.empty()) return {};
    const auto obstacle = before == most_interpreters
                              ? Sentence(shown(interpreter), ": ", base::reason({ELOOP}))
                              : obstacle_to(directory, interpreter.c_str(), before + 1);
    if (obstacle.empty()) return {};
    return Sentence(shown(program), ": its interpreter ", obstacle);
}

Sentence obstacle_to(int directory, const char* program, int before) {
    struct stat about;
    if (::fstatat(directory, program, &about, 0) == -1)
        return Sentence(shown(program), ": ", base::reason(base::last_error()));
    if (S_ISDIR(about.st_mode))
        return Sentence(shown(program), ": ", base::reason({EISDIR}));
    if (!S_ISREG(about.st_mode)) return Sentence(shown(program), ": is no file");
    if (::faccessat(directory, program, X_OK, AT_EACCESS) == -1)
        return Sentence(shown(program), ": ", base::reason(base::last_error()), " (mode ",
                        octal(about.st_mode), ")");
    const auto file = base::open_at(directory, program, O_RDONLY | O_NONBLOCK);
    // A program may be executable without being readable.
    if (!file) return {};
    return obstacle_in_content(directory, program, (*file).number(), before);
}

}  // namespace

Sentence obstacle(int directory, const char* script) {
    return obstacle_to(directory, script, 0);
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
