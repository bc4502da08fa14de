#include "supervise/obstacle.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string_view>
#include <utility>

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

constexpr mode_t anybodys = S_IXUSR | S_IXGRP | S_IXOTH;

// Interpreters may be scripts, but not for ever: so many scripts Linux reads.
constexpr int most_scripts = 5;

class Search {
  public:
    Search(int directory, Rights rights) : directory_(directory), rights_(rights) {}
    Sentence obstacle_to(const char* program);

  private:
    Sentence obstacle_in_content(const char* program, int file);
    bool may_execute(const char* program, mode_t mode) const;

    int directory_;
    Rights rights_;
    int scripts_ = 0;
    bool in_loader_ = false;
};

bool Search::may_execute(const char* program, mode_t mode) const {
    if (rights_ == Rights::ours)
        return ::faccessat(directory_, program, X_OK, AT_EACCESS) == 0;
    errno = EACCES;
    return (mode & anybodys) != 0;
}

Sentence Search::obstacle_in_content(const char* program, int file) {
    char bytes[beginning_of_program];
    const auto size = base::read(file, bytes);
    if (!size) return Sentence(shown(program), ": ", base::reason(size.error()));
    const string_view beginning(bytes, *size);
    const auto found = interpreter_in(beginning);
    if (!found)
        return Sentence(shown(program), ": ", base::reason(found.error()),
                        " (its first line names no interpreter)");
    const base::Path interpreter(*found);
    const bool is_script = beginning.starts_with("#!");
    // Of a loader the kernel asks for no loader.
    if (interpreter.empty() || (!is_script && std::exchange(in_loader_, true))) return {};
    const auto obstacle = is_script && ++scripts_ > most_scripts
                              ? Sentence(shown(interpreter), ": ", base::reason({ELOOP}))
                              : obstacle_to(interpreter.c_str());
    if (obstacle.empty()) return {};
    return Sentence(shown(program), ": its interpreter ", obstacle);
}

Sentence Search::obstacle_to(const char* program) {
    struct stat about;
    if (::fstatat(directory_, program, &about, 0) == -1)
        return Sentence(shown(program), ": ", base::reason(base::last_error()));
    if (S_ISDIR(about.st_mode))
        return Sentence(shown(program), ": ", base::reason({EISDIR}));
    if (!S_ISREG(about.st_mode)) return Sentence(shown(program), ": is no file");
    if (!may_execute(program, about.st_mode))
        return Sentence(shown(program), ": ", base::reason(base::last_error()), " (mode ",
                        octal(about.st_mode), ")");
    const auto file = base::open_at(directory_, program, O_RDONLY | O_NONBLOCK);
    // A program may be executable without being readable.
    if (!file) return {};
    return obstacle_in_content(program, (*file).number());
}

}  // namespace

Sentence obstacle(int directory, const char* script, Rights rights) {
    return Search(directory, rights).obstacle_to(script);
}

Sentence obstacle(int directory, Rights rights) {
    struct stat about;
    // A link that leads nowhere is there all the same.
    const bool has_run = ::fstatat(directory, "run", &about, AT_SYMLINK_NOFOLLOW) == 0;
    const bool has_start = ::fstatat(directory, "start", &about, 0) == 0 &&
                           S_ISREG(about.st_mode) && (about.st_mode & anybodys) != 0;
    if (has_start)
        if (const auto found = obstacle(directory, "start", rights); !found.empty())
            return found;
    if (!has_run && has_start) return {};
    if (const auto listen = read_listen(directory); !listen.wrong.empty() && listen.ours)
        return Sentence("listen: ", listen.wrong);
    return obstacle(directory, "run", rights);
}

}  // namespace supervise
