#include "supervise/place.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/replace.h"
#include "base/text.h"
#include "supervise/files.h"
#include "supervise/whereabouts.h"
#include "supervise/workers.h"

namespace supervise {
namespace {

bool is_fifo(int file) {
    struct stat about;
    return ::fstat(file, &about) == 0 && S_ISFIFO(about.st_mode);
}

// Nobody but us can have written it.
bool is_trusted(int file) {
    struct stat about;
    return ::fstat(file, &about) == 0 && S_ISREG(about.st_mode) &&
           about.st_uid == ::geteuid() && (about.st_mode & 022) == 0;
}

bool same_file(const struct stat& one, const struct stat& other) {
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

}  // namespace

// What needs room for a path is not inlined: the room is touched and given back, not kept.

[[gnu::noinline]] base::Result<void> Place::open_directory() {
    // That of a worker may have to be made; what cannot be made cannot be opened, either.
    if (const auto made = make_worker(own_); !made) errno = 0;
    auto opened = open_place(place_here(own_));
    if (!opened) return opened.error();
    directory_ = std::move(*opened);
    return {};
}

base::Result<void> Place::lock() {
    auto opened = base::open_at(directory_.number(), files::lock,
                                O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0600);
    if (!opened) return opened.error();
    lock_ = std::move(*opened);
    return base::lock_now(lock_.number());
}

base::Result<void> Place::lock_soon() {
    constexpr int tries = 50, moment = 20;  // milliseconds
    auto locked = lock();
    for (int i = 0; i < tries; ++i) {
        if (locked || locked.error() != base::Errno{EWOULDBLOCK}) return locked;
        if (base::open_at(directory_.number(), files::ok,
                          O_WRONLY | O_NONBLOCK | O_NOFOLLOW))
            return locked;
        ::poll(nullptr, 0, moment);
        locked = base::lock_now(lock_.number());
    }
    return locked;
}

base::Result<void> Place::open_control() {
    auto reader = open_fifo(files::control, O_RDONLY);
    if (!reader) return reader.error();
    auto writer = base::open_at(directory_.number(), files::control,
                                O_WRONLY | O_NONBLOCK | O_NOFOLLOW);
    if (!writer) return writer.error();
    control_ = std::move(*reader);
    control_writer_ = std::move(*writer);
    return {};
}

// It can be opened for writing, and tells of a supervise, only once we have it open.
base::Result<void> Place::make_ok() const {
    if (::mkfifoat(directory_.number(), files::ok, 0600) == -1 && errno != EEXIST)
        return base::last_error();
    return {};
}

base::Result<void> Place::open_ok() {
    auto opened = open_fifo(files::ok, O_RDONLY);
    if (!opened) return opened.error();
    ok_ = std::move(*opened);
    return {};
}

bool Place::is_ours(const char* name, const base::Fd& opened) const {
    struct stat named, ours;
    return ::fstatat(directory_.number(), name, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
           ::fstat(opened.number(), &ours) == 0 && same_file(named, ours);
}

[[gnu::noinline]] bool Place::is_lost() const {
    struct stat named, ours;
    return ::stat(place_here(own_).c_str(), &named) == -1 ||
           ::fstat(directory_.number(), &ours) == -1 || !same_file(named, ours);
}

// Each step leaves what it cannot replace; the next change tries again. The old lock is
// held until the new one is.
bool Place::mend() {
    base::Fd old_directory, old_lock;
    const bool lost = is_lost();
    if (lost) {
        std::swap(old_directory, directory_);
        if (!open_directory()) {
            std::swap(old_directory, directory_);
            return true;
        }
    }
    if (!is_ours(files::lock, lock_)) {
        std::swap(old_lock, lock_);
        if (const auto locked = lock(); !locked) {
            std::swap(old_lock, lock_);
            if (lost) std::swap(old_directory, directory_);
            return locked.error() != base::Errno{EWOULDBLOCK};
        }
    }
    if (!is_ours(files::control, control_) && !open_control()) return true;
    // Before it was opened a first time, the status is not there to be read yet.
    if (ok_ && !is_ours(files::ok, ok_) && !open_ok()) return true;
    return true;
}

// Open for reading and writing a fifo never ends and never breaks; POSIX leaves that open,
// every system has it.
base::Result<void> Place::open_ready(base::Fd& fifo, const char* name, bool keep) const {
    if (!keep && ::unlinkat(directory_.number(), name, 0) == -1 && errno != ENOENT)
        return base::last_error();
    auto opened = open_fifo(name, O_RDWR);
    if (opened) fifo = std::move(*opened);
    return opened.error();
}

// Where it fails the fifo keeps its name, and the next one is made anew all the same.
void Place::rename_new_ready() const {
    static_cast<void>(::renameat(directory_.number(), files::new_ready, directory_.number(),
                                 files::ready));
}

base::Result<base::Pipe> Place::open_pipe() const {
    auto reader = open_fifo(files::pipe, O_RDONLY);
    if (!reader) return reader.error();
    auto writer = open_fifo(files::pipe, O_WRONLY);
    if (!writer) return writer.error();
    for (const int end : {reader->number(), writer->number()})
        if (::fcntl(end, F_SETFL, 0) == -1) return base::last_error();
    return base::Pipe{std::move(*reader), std::move(*writer)};
}

std::string_view Place::last_state(std::span<char> room) const {
    const auto file = base::open_at(directory_.number(), files::state,
                                    O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    if (!file || !is_trusted((*file).number())) return {};
    const auto size = base::read((*file).number(), room);
    return {room.data(), size ? *size : 0};
}

base::Result<base::Fd> Place::open_fifo(const char* name, int flags) const {
    for (bool replaced = false;; replaced = true) {
        if (::mkfifoat(directory_.number(), name, 0600) == -1 && errno != EEXIST)
            return base::last_error();
        auto opened =
            base::open_at(directory_.number(), name, flags | O_NONBLOCK | O_NOFOLLOW);
        if (opened ? is_fifo(opened->number()) : opened.error() != base::Errno{ELOOP})
            return opened;
        if (replaced) return base::Errno{EEXIST};
        if (::unlinkat(directory_.number(), name, 0) == -1) return base::last_error();
    }
}

// Never through a link, and never into a file that somebody else can name.
base::Result<base::Fd> Place::create_new(const char* name) const {
    constexpr auto flags = O_WRONLY | O_CREAT | O_EXCL;
    auto created = base::open_at(directory_.number(), name, flags, 0644);
    if (created || created.error() != base::Errno{EEXIST}) return created;
    if (::unlinkat(directory_.number(), name, 0) == -1) return base::last_error();
    return base::open_at(directory_.number(), name, flags, 0644);
}

base::Result<void> Place::replace(const char* name, const char* new_name,
                                  std::string_view content) const {
    struct stat old;
    const bool replaces =
        ::fstatat(directory_.number(), name, &old, AT_SYMLINK_NOFOLLOW) == 0 &&
        S_ISREG(old.st_mode);
    auto file = create_new(new_name);
    if (!file) return file.error();
    // What an administrator set stays; where that is not permitted, the file is ours.
    if (replaces) {
        if (::fchown(file->number(), old.st_uid, old.st_gid) == -1) errno = 0;
        if (::fchmod(file->number(), old.st_mode & 0777) == -1) return base::last_error();
    }
    const auto written = base::write(file->number(), content);
    if (!written) return written.error();
    if (*written != content.size()) return base::Errno{ENOSPC};
    if (replaces) return base::replace(directory_.number(), name, new_name);
    if (::renameat(directory_.number(), new_name, directory_.number(), name) == -1)
        return base::last_error();
    return {};
}

base::Result<void> Place::write(const Status& status) const {
    const auto packed = pack(status);
    return replace(files::status, "status.new",
                   {reinterpret_cast<const char*>(packed.data()), packed.size()});
}

base::Result<void> Place::write(const StateText& state) const {
    return replace(files::state, "state.new", state);
}

}  // namespace supervise
