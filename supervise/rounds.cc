#include "supervise/rounds.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string_view>

#include "base/text.h"
#include "supervise/files.h"
#include "supervise/whereabouts.h"
#include "supervise/workers.h"

namespace supervise {
namespace {

// A directory that may be searched but not read is as good a home as any.
#if defined(O_PATH)
constexpr int to_come_back = O_PATH | O_DIRECTORY;
#elif defined(O_SEARCH)
constexpr int to_come_back = O_SEARCH | O_DIRECTORY;
#else
constexpr int to_come_back = O_RDONLY | O_NONBLOCK | O_DIRECTORY;
#endif

base::Result<void> change_to(const char* path) {
    if (::chdir(path) == -1) return base::last_error();
    return {};
}

bool may_be_elsewhere(std::string_view name) {
    return !name.empty() && name.find('/') == name.npos && name != files::log;
}

// A symbolic link that leads nowhere is here all the same.
bool is_here(const char* name) {
    struct stat about;
    return ::lstat(name, &about) == 0 || errno != ENOENT;
}

base::Result<void> change_to(std::string_view place, const char* name) {
    const base::Path path(place, "/", name);
    if (!path.whole()) return base::Errno{ENAMETOOLONG};
    return change_to(path.c_str());
}

base::Result<void> find(const char* name, Search search) {
    const char* const set = ::getenv("SVDIR");
    if (set && *set) {
        const auto found = change_to(set, name);
        if (found || found.error().number != ENOENT) return found;
    }
    if (search == Search::svdir) return base::Errno{ENOENT};
    return change_to("/service", name);
}

bool runs(std::string_view own) {
    const base::Path ok(place_here(own), "/", files::ok);
    return static_cast<bool>(base::open_write(ok.c_str()));
}

}  // namespace

Rounds::Rounds(Search search) : search_(search), home_(base::open(".", to_come_back)) {}

base::Result<void> Rounds::go_home() {
    if (!away_) return {};
    if (!home_) return home_.error();
    if (::fchdir(home_->number()) == -1) return base::last_error();
    away_ = false;
    return {};
}

base::Result<void> Rounds::enter(const char* name) {
    if (*name != '/') {
        const auto home = go_home();
        if (!home) return home;
    }
    auto entered = change_to(name);
    if (entered.error().number == ENOENT && may_be_elsewhere(name) && !is_here(name))
        entered = find(name, search_);
    if (entered.error().number == ENOENT && enter_service_of(name)) return {};
    if (!entered) return entered;
    away_ = true;
    own_.assign(1, '.');
    if (const auto worker = worker_here(name)) {
        own_ = directory_of_worker(*worker);
        return change_to("../..");
    }
    return {};
}

// A worker whose directory nobody has made yet is one all the same.
bool Rounds::enter_service_of(const char* name) {
    const auto worker = worker_in(name);
    if (!worker || !change_to(job_of(name, worker).service.c_str())) return false;
    away_ = true;
    own_ = directory_of_worker(*worker);
    return ::access(files::workers, F_OK) == 0;
}

std::vector<std::string> Rounds::workers() const {
    std::vector<std::string> all;
    if (own_ != ".") return all;
    const auto count = workers_of();
    if ((count && !*count) || runs(".")) return all;
    // What makes no sense, or may not be read, ends no worker that runs.
    const int wanted = count ? **count : 0;
    for (int i = 0; i < wanted; ++i) all.push_back(directory_of_worker(i));
    for (const int number : all_workers("."))
        if (auto own = directory_of_worker(number); number >= wanted && runs(own))
            all.push_back(std::move(own));
    return all;
}

std::string name_of(std::string_view service, std::string_view own) {
    std::string name(service);
    if (own == ".") return name;
    while (name.size() > 1 && name.back() == '/') name.pop_back();
    if (name != "/") name += '/';
    return name.append(own);
}

}  // namespace supervise
