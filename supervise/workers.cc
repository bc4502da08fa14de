#include "supervise/workers.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "base/fd.h"
#include "base/text.h"
#include "supervise/files.h"
#include "supervise/settings.h"
#include "supervise/whereabouts.h"

namespace supervise {
namespace {

using std::string_view;

constexpr string_view above = "worker";  // the directory that theirs are in

string_view without_slashes(string_view path) {
    return path.substr(0, path.find_last_not_of('/') + 1);
}

string_view last_part(string_view path) { return path.substr(path.rfind('/') + 1); }

// What the last part is in; empty where the path does not say.
string_view rest_before(string_view path, string_view part) {
    return without_slashes(path.substr(0, path.size() - part.size()));
}

std::optional<int> number_of(string_view part) {
    const auto number = number_in(part, 0, most_workers - 1);
    if (!number || base::Text<24>(*number).view() != part) return {};
    return static_cast<int>(*number);
}

// The service directory, where the path names that of a worker.
std::optional<base::Path> service_in(string_view path) {
    path = without_slashes(path);
    if (!worker_in(path)) return {};
    const auto up = rest_before(rest_before(path, last_part(path)), above);
    if (!up.empty()) return base::Path(up);
    return base::Path(path[0] == '/' ? "/" : ".");
}

// A directory of that name is somebody else's.
base::Result<void> find_file_workers(const char* path) {
    struct stat about;
    if (::stat(path, &about) == -1) return base::last_error();
    if (!S_ISREG(about.st_mode)) return base::Errno{EISDIR};
    return {};
}

base::Result<void> make_directory(string_view path) {
    const base::Path directory(path);
    if (::mkdir(directory.c_str(), 0755) == -1 && errno != EEXIST)
        return base::last_error();
    return {};
}

// Of the names in a directory that begin so.
void add_numbers(std::vector<int>& all, const base::Path& directory, string_view prefix) {
    DIR* const list = ::opendir(directory.c_str());
    if (!list) return;
    while (const dirent* const entry = ::readdir(list)) {
        const string_view name = entry->d_name;
        if (!name.starts_with(prefix)) continue;
        if (const auto number = number_of(name.substr(prefix.size())))
            all.push_back(*number);
    }
    ::closedir(list);
}

}  // namespace

base::Result<std::optional<int>> workers_of(const char* service, int from) {
    const auto opened = base::open_at(
        from, base::Path(service, "/", files::workers).c_str(), O_RDONLY | O_NONBLOCK);
    if (!opened) {
        if (opened.error() == base::Errno{ENOENT}) return std::optional<int>();
        return opened.error();
    }
    char bytes[64];
    const auto size = base::read((*opened).number(), bytes);
    if (!size) return size.error();
    const auto number = number_in({bytes, *size}, 1, most_workers);
    if (!number) return base::Errno{EINVAL};
    return std::optional<int>(static_cast<int>(*number));
}

// Where supervise/ is elsewhere, a worker may be there alone.
std::vector<int> all_workers(const char* service) {
    std::vector<int> all;
    add_numbers(all, base::Path(service, "/", above), "");
    const auto first = path_to_place_of(service, directory_of_worker(0));
    if (first.view().starts_with('/')) {
        const auto name = last_part(first);
        const auto end = first.size() - name.size();
        add_numbers(all, base::Path(first.view().substr(0, end)),
                    name.substr(0, name.size() - 1));
    }
    std::ranges::sort(all);
    const auto twice = std::unique(all.begin(), all.end());
    all.erase(twice, all.end());
    return all;
}

std::string directory_of_worker(int number) {
    return std::string(base::Text<32>(above, "/", number).view());
}

std::optional<int> worker_in(string_view path) {
    path = without_slashes(path);
    const auto part = last_part(path);
    if (last_part(rest_before(path, part)) != above) return {};
    return number_of(part);
}

bool may_be_worker(string_view name) {
    const auto part = last_part(without_slashes(name));
    return number_of(part) || part.find_first_not_of('.') == part.npos;
}

std::optional<int> worker_here(string_view name) {
    char path[PATH_MAX];
    if (!may_be_worker(name) || !::getcwd(path, sizeof path)) return {};
    const auto number = worker_in(path);
    const base::Text<64> beside("../../", files::workers);
    return number && find_file_workers(beside.c_str()) ? number : std::nullopt;
}

base::Result<void> make_worker(string_view path) {
    const auto service = service_in(path);
    if (!service) return base::Errno{ENOENT};
    const base::Path workers(*service, "/", files::workers);
    if (const auto there = find_file_workers(workers.c_str()); !there) return there;
    if (const auto made = make_directory(base::Path(*service, "/", above)); !made)
        return made;
    return make_directory(path);
}

Job job_of(const char* name, std::optional<int> worker) {
    if (!worker) return {name, name, ".", {}};
    const auto service = service_in(name);
    return {name,
            std::string(service ? service->view() : base::Path(name, "/../..").view()),
            directory_of_worker(*worker), std::string(base::Text<16>(*worker).view())};
}

}  // namespace supervise
