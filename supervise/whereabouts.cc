#include "supervise/whereabouts.h"

#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "supervise/files.h"

namespace supervise {
namespace {

using std::string_view;

string_view wanted() {
    const char* const set = ::getenv("SUPERVISEDIR");
    return set && *set ? set : "supervise";
}

bool is_here(string_view service) { return service == "."; }

bool is_absolute(string_view path) { return path.starts_with('/'); }

bool find_physical(const char* service, char (&path)[PATH_MAX]) {
    if (is_here(service)) return ::getcwd(path, sizeof path) != nullptr;
    return ::realpath(service, path) != nullptr;
}

// Where the service directory cannot be found, a path that leads nowhere, either. Rare, and
// its frame is large.
[[gnu::noinline]] base::Path elsewhere(string_view set, const char* service) {
    char physical[PATH_MAX];
    if (!find_physical(service, physical)) return base::Path(".", set);
    base::Path path(set, "/");
    for (const char byte : string_view(physical).substr(1))
        path.add(byte == '/' ? ':' : byte);
    return path;
}

bool is_link(const base::Path& path) {
    struct stat about;
    return ::lstat(path.c_str(), &about) == 0 && S_ISLNK(about.st_mode);
}

// In a directory where all may make names, a link is followed only where it is ours or the
// directory's owner's, as careful systems have it for all (proc(5), protected_symlinks).
[[gnu::noinline]] bool is_planted(const base::Path& link) {
    const base::Path above(link.view().substr(0, link.view().rfind('/') + 1), ".");
    struct stat in, about;
    if (::stat(above.c_str(), &in) == -1 || ::lstat(link.c_str(), &about) == -1)
        return false;
    const bool shared = (in.st_mode & S_ISVTX) != 0 && (in.st_mode & S_IWOTH) != 0;
    return shared && about.st_uid != ::geteuid() && about.st_uid != in.st_uid;
}

base::Result<void> may(const char* path, int what) {
    if (::faccessat(AT_FDCWD, path, what, AT_EACCESS) == -1) return base::last_error();
    return {};
}

// What is made in the end is made in there. The directory of a worker, and what is above
// it, is made on the way.
base::Path above(const base::Path& place, string_view own) {
    auto path = place.view().substr(0, place.view().rfind('/') + 1);
    const bool made = !is_here(own) && path == base::Path(own, "/").view();
    while (made && !path.empty() && ::access(base::Path(path).c_str(), F_OK) == -1 &&
           errno == ENOENT)
        path = path.substr(0, path.rfind('/', path.size() - 2) + 1);
    return base::Path(path, ".");
}

// A link is followed from the directory that it is in.
base::Result<void> make_target_of_link(const base::Path& link) {
    char target[PATH_MAX];
    const auto size = ::readlink(link.c_str(), target, sizeof target);
    if (size == -1) return base::last_error();
    base::Path path;
    if (target[0] != '/') path.add(link.view().substr(0, link.view().rfind('/') + 1));
    path.add(string_view(target, static_cast<std::size_t>(size)));
    if (::mkdir(path.c_str(), 0700) == -1) return base::last_error();
    return {};
}

}  // namespace

base::Path place_of(const char* service, string_view own) {
    const auto set = wanted();
    const bool worker = !is_here(own);
    if (!is_absolute(set)) return base::Path(worker ? own : "", worker ? "/" : "", set);
    auto place = elsewhere(set, service);
    if (worker) place.add(':');
    for (const char byte : worker ? own : "") place.add(byte == '/' ? ':' : byte);
    return place;
}

base::Path path_to_place_of(const char* service, string_view own) {
    const auto place = place_of(service, own);
    if (is_here(service) || is_absolute(place)) return place;
    return base::Path(service, "/", place);
}

base::Path place_here(string_view own) { return place_of(".", own); }

base::Path place_said(string_view own) {
    const auto place = place_of();
    return is_absolute(place) ? place_here(own) : place;
}

base::Path shown(string_view name, const char* file, string_view own) {
    const auto place = place_here(own);
    if (is_absolute(place)) return base::Path(place, "/", file);
    return base::Path(name, "/", place_of(), "/", file);
}

base::Result<base::Fd> open_place(const base::Path& place) {
    if (!place.whole()) return base::Errno{ENAMETOOLONG};
    if (::mkdir(place.c_str(), 0700) == -1 && errno != EEXIST) return base::last_error();
    const bool link = is_link(place);
    if (link && is_planted(place)) return base::Errno{EACCES};
    // What is none now is none when it is opened, either.
    const int flags = O_RDONLY | O_DIRECTORY | (link ? 0 : O_NOFOLLOW);
    auto opened = base::open(place.c_str(), flags);
    if (opened || opened.error() != base::Errno{ENOENT}) return opened;
    if (const auto made = make_target_of_link(place); !made) return made.error();
    return base::open(place.c_str(), flags);
}

base::Result<void> may_use_place(string_view own) {
    struct stat about;
    const auto place = place_here(own);
    const base::Path lock(place, "/", files::lock);
    if (::stat(place.c_str(), &about) == 0) {
        if (!S_ISDIR(about.st_mode)) return base::Errno{ENOTDIR};
        const auto locked = may(lock.c_str(), W_OK);
        if (locked.error() != base::Errno{ENOENT}) return locked;
        return may(place.c_str(), W_OK | X_OK);
    }
    if (errno != ENOENT) return base::last_error();
    if (is_link(place)) return {};  // Its target is made, if it can be.
    return may(above(place, own).c_str(), W_OK | X_OK);
}

}  // namespace supervise
