#include "supervise/register.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

#include "base/birth.h"
#include "base/stranger.h"

namespace supervise {
namespace {

constexpr auto name = "child";

constexpr std::size_t index_of(Kin kin) { return static_cast<std::size_t>(kin); }

constexpr off_t place_of(Kin kin) {
    return static_cast<off_t>(index_of(kin) * signature_size);
}

// Writes its lines to the end; an older supervise has written fewer, and those are kept.
bool fill(int file, off_t size, off_t whole) {
    constexpr auto one = static_cast<off_t>(signature_size);
    const auto line = nobodys_signature();
    for (off_t at = size - size % one; at < whole; at += one)
        if (::pwrite(file, line.c_str(), line.size(), at) != one) return false;
    return true;
}

}  // namespace

void Register::read_copies() {
    if (boot_.empty()) boot_ = base::where_pids_mean();
    for (std::size_t i = 0; i < kinds; ++i)
        if (const auto signature = last(static_cast<Kin>(i))) copies_[i] = *signature;
}

// Where it is not known in which boot this is, for want of descriptors, everybody who lives
// would be taken for dead, and started again.
base::Result<void> Register::open(int directory) {
    errno = 0;
    boot_ = base::where_pids_mean();
    if (boot_.empty() && base::is_shortage(base::last_error())) return base::last_error();
    auto file =
        base::open_at(directory, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0600);
    // What somebody else could have written is not believed: it could name any process.
    const bool link = file.error() == base::Errno{ELOOP};
    if (!file && !link) return file.error();
    struct stat about {};
    if (!link && ::fstat(file->number(), &about) == -1) return base::last_error();
    const bool ours = !link && S_ISREG(about.st_mode) && about.st_nlink == 1 &&
                      about.st_uid == ::geteuid() && (about.st_mode & 022) == 0;
    if (!ours) {
        if (::unlinkat(directory, name, 0) == -1) return base::last_error();
        file = base::open_at(directory, name, O_RDWR | O_CREAT | O_EXCL, 0600);
        if (!file) return file.error();
        about.st_size = 0;
    }
    if (!fill(file->number(), about.st_size, kinds * signature_size))
        return base::Errno{ENOSPC};
    file_ = std::move(*file);
    return {};
}

void Register::mend(int directory) {
    struct stat named, ours;
    if (file_ && ::fstatat(directory, name, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
        ::fstat(file_.number(), &ours) == 0 && named.st_ino == ours.st_ino &&
        named.st_dev == ours.st_dev)
        return;
    if (!open(directory)) return;
    for (std::size_t i = 0; i < kinds; ++i)
        if (copies_[i].pid != 0) write_copy(static_cast<Kin>(i));
}

void Register::write(Kin kin, const SignatureLine& line) const {
    static_cast<void>(::pwrite(file_.number(), line.c_str(), line.size(), place_of(kin)));
}

void Register::write_copy(Kin kin) const {
    write(kin, encode(copies_[index_of(kin)], boot_));
}

// Runs in the child, which shares its parent's memory: its own frame is all it changes.
// Where writing fails the process is not known until the parent writes its copy.
void Register::sign(const void* with) {
    const auto& pen = *static_cast<const Pen*>(with);
    const Signature signature{pen.script, ::getpid(), base::boot_time(), pen.wish};
    pen.book->write(pen.kin, encode(signature, pen.book->boot_));
}

void Register::copy(const Pen& pen, pid_t pid) {
    copies_[index_of(pen.kin)] = {pen.script, pid, base::boot_time(), pen.wish};
}

void Register::write(const Wish& wish) {
    for (const auto kin : {Kin::service, Kin::hook, Kin::replacement}) {
        auto& one = copies_[index_of(kin)];
        if (one.pid == 0 || one.wish == wish) continue;
        one.wish = wish;
        write_copy(kin);
    }
}

void Register::note_ready(Kin kin) {
    copies_[index_of(kin)].ready = true;
    write_copy(kin);
}

void Register::promote() {
    auto& one = copies_[index_of(Kin::service)];
    one = copies_[index_of(Kin::replacement)];
    one.script = Script::run;
    write_copy(Kin::service);
}

void Register::forget_replacement() {
    copies_[index_of(Kin::replacement)] = {};
    write(Kin::replacement, nobodys_signature());
}

std::optional<Signature> Register::last(Kin kin) const {
    char line[signature_size];
    if (::pread(file_.number(), line, sizeof line, place_of(kin)) != sizeof line) return {};
    return decode_signature({line, sizeof line}, boot_, base::boot_time());
}

}  // namespace supervise
