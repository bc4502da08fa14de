#include "base/exec.h"

#include <stdlib.h>
#include <unistd.h>

#include <string_view>

#include "base/text.h"

extern char** environ;  // POSIX has no header that declares it.

namespace base {
namespace {

using std::string_view;

Errno try_file(const char* path, const char* const* words, const char* const* environment) {
    if (!environment) environment = ::environ;
    ::execve(path, const_cast<char* const*>(words), const_cast<char* const*>(environment));
    return last_error();
}

// Whether the next place in $PATH may still have the program.
bool look_further(Errno error) {
    switch (error.number) {
        case ENOENT:
        case ENOTDIR:
        case EACCES:
        case EPERM:
        case EISDIR: return true;
        default: return false;
    }
}

// Apart from what needs no path: a child of vfork touches its parent's stack, for good.
[[gnu::noinline]] Errno search(string_view name, const char* const* words,
                               const char* const* environment) {
    const char* const set = ::getenv("PATH");
    string_view places = set ? set : "/bin:/usr/bin";
    Errno worst{ENOENT};
    for (;;) {
        const auto place = places.substr(0, places.find(':'));
        const Path file(place.empty() ? "." : place, "/", name);
        const auto error =
            file.whole() ? try_file(file.c_str(), words, environment) : Errno{ENAMETOOLONG};
        if (error.number != ENOENT && error.number != ENOTDIR) worst = error;
        if (!look_further(error) || place.size() == places.size()) return worst;
        places.remove_prefix(place.size() + 1);
    }
}

}  // namespace

Errno execute(const char* path, const char* const* words, const char* const* environment) {
    const string_view name = path;
    if (name.find('/') != name.npos) return try_file(path, words, environment);
    return search(name, words, environment);
}

Path own_path(std::string_view word) {
    char here[4096];
    if (!::getcwd(here, sizeof here)) return {};
    if (word.starts_with('/')) return Path(word);
    if (word.find('/') != word.npos) return Path(here, "/", word);
    const char* const set = ::getenv("PATH");
    std::string_view places = set ? set : "/bin:/usr/bin";
    while (!word.empty()) {
        const auto place = places.substr(0, places.find(':'));
        const Path file(place.starts_with('/') ? "" : here,
                        place.starts_with('/') ? "" : "/", place, "/", word);
        if (file.whole() && ::access(file.c_str(), X_OK) == 0) return file;
        if (place.size() == places.size()) break;
        places.remove_prefix(place.size() + 1);
    }
    return {};
}

}  // namespace base
