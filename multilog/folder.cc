#include "multilog/folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace multilog {
namespace {

constexpr int opening = O_RDWR | O_APPEND | O_NOFOLLOW;

Entry entry(int directory, const char* name) {
    struct stat about;
    if (::fstatat(directory, name, &about, AT_SYMLINK_NOFOLLOW) == -1) return Entry::absent;
    if (!S_ISREG(about.st_mode)) return Entry::odd;
    return about.st_mode & S_IXUSR ? Entry::done : Entry::plain;
}

bool is_directory(const dirent& one) {
#if defined(DT_DIR)
    return one.d_type == DT_DIR;
#else
    static_cast<void>(one);
    return false;
#endif
}

base::Errno error_of(int result) {
    return result == -1 ? base::last_error() : base::Errno{};
}

}  // namespace

Folder::Outcome Folder::enter() {
    const auto* path = settings_.directory;
    ::mkdir(path, modes::directory);
    auto directory = base::open(path, O_RDONLY | O_DIRECTORY);
    if (!directory) return {{"open", ""}, directory.error()};
    constexpr int flags = O_WRONLY | O_CREAT | O_APPEND | O_NONBLOCK | O_NOFOLLOW;
    auto lock = base::open_at(directory->number(), files::lock, flags, modes::lock);
    if (!lock) return {{"lock", ""}, lock.error()};
    if (const auto locked = base::lock_now(lock->number()); !locked)
        return {{"lock", ""}, locked.error()};
    directory_ = std::move(*directory);
    lock_ = std::move(*lock);
    Stock stock;
    return {{"read", ""}, take_stock(stock)};
}

Folder::Outcome Folder::take_over(std::chrono::nanoseconds wall) {
    if (const auto outcome = enter(); outcome.error != base::Errno{}) return outcome;
    while (const auto step = mend(look()))
        if (const auto error = carry_out(*step, wall); error != base::Errno{})
            return {deed(*step), error};
    static_cast<void>(prune());
    return {{"create", files::state}, make_state()};
}

Listing Folder::look() const {
    const int here = descriptor();
    return {.current = entry(here, files::current),
            .previous = entry(here, files::previous),
            .processed = entry(here, files::processed),
            .state = entry(here, files::state),
            .newstate = entry(here, files::newstate)};
}

base::Errno Folder::carry_out(Step step, std::chrono::nanoseconds wall) {
    switch (step) {
        case Step::process: return {};
        case Step::sync_previous: return mark_done(files::previous);
        case Step::sync_processed:
            if (const auto error = sync(files::newstate); error != base::Errno{})
                return error;
            return mark_done(files::processed);
        case Step::drop_previous: return remove(files::previous);
        case Step::keep_state: return rename(files::newstate, files::state);
        case Step::name_previous:
            return give_label(files::previous, settings_.suffix, wall);
        case Step::name_processed:
            return give_label(files::processed, settings_.suffix, wall);
        case Step::save_previous: return give_label(files::previous, "u", wall);
        case Step::save_current: return give_label(files::current, "u", wall);
        case Step::drop_processed: return remove(files::processed);
        case Step::drop_state: return remove(files::state);
        case Step::drop_newstate: return remove(files::newstate);
        case Step::set_aside_previous:
        case Step::set_aside_processed:
        case Step::set_aside_state:
        case Step::set_aside_newstate:
        case Step::set_aside_current: return set_aside(deed(step).file, wall);
    }
    return {};
}

base::Errno Folder::retire() { return rename(files::current, files::previous); }

base::Errno Folder::make_state() {
    return base::open_at(descriptor(), files::state,
                         O_WRONLY | O_CREAT | O_NONBLOCK | O_NOFOLLOW, modes::in_use)
        .error();
}

base::Result<base::Fd> Folder::open_current() {
    if (entry(descriptor(), files::current) != Entry::done) return begin_current({});
    auto file = base::open_at(descriptor(), files::current, opening);
    if (file && ::fchmod(file->number(), modes::in_use) == -1) return base::last_error();
    return file;
}

// Nobody but a stranger can have put something there: it is moved out of the way.
base::Result<base::Fd> Folder::begin_current(std::chrono::nanoseconds wall) {
    const auto there = entry(descriptor(), files::current);
    if (there == Entry::odd) set_aside(files::current, wall);
    if (there == Entry::plain || there == Entry::done)
        give_label(files::current, "u", wall);
    auto file =
        base::open_at(descriptor(), files::current, opening | O_CREAT | O_EXCL, 0600);
    if (file && ::fchmod(file->number(), modes::in_use) == -1) return base::last_error();
    return file;
}

// Where there is no need, the directory is not read: it may be large.
base::Errno Folder::prune() {
    for (std::size_t removed = 1; removed > 0 && count_ >= settings_.keep;) {
        Stock stock;
        if (const auto error = take_stock(stock); error != base::Errno{}) return error;
        removed = 0;
        for (const auto& name : stock.beyond(settings_.keep))
            if (remove(name.c_str()) == base::Errno{}) ++removed;
        count_ -= removed;
    }
    return {};
}

base::Errno Folder::take_stock(Stock& stock) {
    const int here = ::openat(descriptor(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR* const list = here == -1 ? nullptr : ::fdopendir(here);
    if (!list) {
        const auto error = base::last_error();
        const base::Fd closed(here);
        return error;
    }
    errno = 0;
    while (const dirent* one = ::readdir(list)) {
        if (!is_directory(*one)) stock.see(one->d_name);
        errno = 0;
    }
    const auto error = base::last_error();
    ::closedir(list);
    count_ = stock.count();
    newest_ = std::max(newest_, stock.newest());
    return error;
}

base::Errno Folder::rename(const char* from, const char* to) {
    return error_of(::renameat(descriptor(), from, descriptor(), to));
}

base::Errno Folder::remove(const char* name) {
    return error_of(::unlinkat(descriptor(), name, 0));
}

base::Errno Folder::give_label(const char* name, std::string_view suffix,
                               std::chrono::nanoseconds wall) {
    const auto label = label_after(newest_, wall);
    const Name to(base::view(base::label(label)), ".", suffix);
    if (const auto error = rename(name, to.c_str()); error != base::Errno{}) return error;
    newest_ = label;
    ++count_;
    return {};
}

base::Errno Folder::set_aside(const char* name, std::chrono::nanoseconds wall) {
    return rename(name,
                  Name(name, ".odd", base::view(base::label(base::tai64n(wall)))).c_str());
}

base::Errno Folder::sync(const char* name) {
    auto file = base::open_at(descriptor(), name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    return file ? error_of(::fsync(file->number())) : file.error();
}

base::Errno Folder::mark_done(const char* name) {
    auto file = base::open_at(descriptor(), name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    if (!file) return file.error();
    if (::fsync(file->number()) == -1) return base::last_error();
    return error_of(::fchmod(file->number(), modes::done));
}

}  // namespace multilog
