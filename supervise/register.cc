#include "supervise/register.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/birth.h"
#include "base/stranger.h"

namespace supervise {
namespace {

using std::string_view;

constexpr auto name = "child";
constexpr std::pair<Script, string_view> scripts[] = {{Script::run, "run"},
                                                      {Script::start, "start"},
                                                      {Script::finish, "finish"},
                                                      {Script::stop, "stop"},
                                                      {Script::replacement, "new"}};

constexpr std::size_t index_of(Kin kin) { return static_cast<std::size_t>(kin); }

string_view next_word(string_view& rest) {
    const auto word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    return word;
}

template <class Number>
Number number(string_view text) {
    Number value{};
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
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
    if (!fill(file->number(), static_cast<std::size_t>(about.st_size)))
        return base::Errno{ENOSPC};
    file_ = std::move(*file);
    return {};
}

// An older supervise has written fewer lines, and those are kept.
bool Register::fill(int file, std::size_t size) const {
    Line blank;
    while (blank.size() < line_size - 1) blank.add(' ');
    blank.add('\n');
    for (std::size_t at = size - size % line_size; at < kinds * line_size; at += line_size)
        if (::pwrite(file, blank.c_str(), line_size, static_cast<off_t>(at)) !=
            static_cast<ssize_t>(line_size))
            return false;
    return true;
}

void Register::mend(int directory) {
    struct stat named, ours;
    if (file_ && ::fstatat(directory, name, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
        ::fstat(file_.number(), &ours) == 0 && named.st_ino == ours.st_ino &&
        named.st_dev == ours.st_dev)
        return;
    if (!open(directory)) return;
    for (std::size_t i = 0; i < kinds; ++i)
        if (copies_[i].pid != 0) write(static_cast<Kin>(i), line_for(copies_[i]));
}

Register::Line Register::line_for(const Signature& signature) const {
    Line line;
    for (const auto& [script, word] : scripts)
        if (script == signature.script) line.add(word);
    line.add(' ')
        .add(signature.pid)
        .add(' ')
        .add(signature.seen.count())
        .add(' ')
        .add(boot_);
    line.add(' ').add(signature.wish.want).add(' ').add(signature.wish.leave ? 'x' : '-');
    if (signature.ready) line.add(" r");
    while (line.size() < line_size - 1) line.add(' ');
    line.add('\n');
    return line;
}

bool Register::write(Kin kin, const Line& line) const {
    const auto place = static_cast<off_t>(index_of(kin) * line_size);
    return ::pwrite(file_.number(), line.c_str(), line.size(), place) != -1;
}

// Runs in the child, which shares its parent's memory: its own frame is all it changes.
// Where writing fails the process is not known until the parent writes its copy.
void Register::sign(const void* with) {
    const auto& pen = *static_cast<const Pen*>(with);
    const Signature signature{pen.script, ::getpid(), base::boot_time(), pen.wish};
    pen.book->write(pen.kin, pen.book->line_for(signature));
}

void Register::copy(const Pen& pen, pid_t pid) {
    copies_[index_of(pen.kin)] = {pen.script, pid, base::boot_time(), pen.wish};
}

void Register::write(const Wish& wish) {
    for (const auto kin : {Kin::service, Kin::hook, Kin::replacement}) {
        auto& one = copies_[index_of(kin)];
        if (one.pid == 0 || one.wish == wish) continue;
        one.wish = wish;
        write(kin, line_for(one));
    }
}

void Register::note_ready(Kin kin) {
    auto& one = copies_[index_of(kin)];
    one.ready = true;
    write(kin, line_for(one));
}

void Register::promote() {
    auto& one = copies_[index_of(Kin::service)];
    one = copies_[index_of(Kin::replacement)];
    one.script = Script::run;
    write(Kin::service, line_for(one));
}

void Register::forget_replacement() {
    copies_[index_of(Kin::replacement)] = {};
    Line blank;
    while (blank.size() < line_size - 1) blank.add(' ');
    write(Kin::replacement, blank.add('\n'));
}

std::optional<Signature> Register::last(Kin kin) const {
    char bytes[line_size];
    const auto place = static_cast<off_t>(index_of(kin) * line_size);
    if (::pread(file_.number(), bytes, sizeof bytes, place) != sizeof bytes) return {};
    string_view rest(bytes, sizeof bytes);
    const auto word = next_word(rest);
    Signature signature;
    signature.pid = number<pid_t>(next_word(rest));
    signature.seen = std::chrono::nanoseconds(number<std::int64_t>(next_word(rest)));
    if (boot_.empty() || next_word(rest) != boot_.view()) return {};
    if (signature.seen > base::boot_time()) return {};
    const auto want = next_word(rest);
    if (!want.empty()) signature.wish.want = want[0];
    signature.wish.leave = next_word(rest) == "x";
    signature.ready = next_word(rest) == "r";
    for (const auto& [script, known] : scripts)
        if (known == word) {
            signature.script = script;
            return signature;
        }
    return {};
}

}  // namespace supervise
