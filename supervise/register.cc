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
constexpr std::size_t line_size = 96;
constexpr std::size_t lines = 3;

constexpr std::pair<Script, string_view> scripts[] = {{Script::run, "run"},
                                                      {Script::start, "start"},
                                                      {Script::finish, "finish"},
                                                      {Script::stop, "stop"}};

off_t place_of(Kin kin) {
    return static_cast<off_t>(static_cast<std::size_t>(kin) * line_size);
}

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

void Register::know_boot() { boot_ = base::boot_id(); }

base::Result<void> Register::open(int directory) {
    know_boot();
    auto file =
        base::open_at(directory, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0600);
    if (!file) return file.error();
    struct stat about;
    if (::fstat(file->number(), &about) == -1) return base::last_error();
    if (!S_ISREG(about.st_mode) || about.st_nlink != 1) return base::Errno{EEXIST};
    if (about.st_size < static_cast<off_t>(lines * line_size)) {
        base::Text<lines * line_size> blank;
        while (blank.size() < lines * line_size)
            blank.add((blank.size() + 1) % line_size == 0 ? '\n' : ' ');
        const auto written = base::write(file->number(), blank);
        if (!written || *written != blank.size()) return base::Errno{ENOSPC};
    }
    file_ = std::move(*file);
    return {};
}

void Register::mend(int directory) {
    struct stat named, ours;
    if (::fstatat(directory, name, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
        ::fstat(file_.number(), &ours) == 0 && named.st_ino == ours.st_ino)
        return;
    char signatures[lines * line_size];
    const auto size = ::pread(file_.number(), signatures, sizeof signatures, 0);
    if (const auto opened = open(directory); !opened || size != sizeof signatures) return;
    if (::pwrite(file_.number(), signatures, sizeof signatures, 0) == -1) return;
}

// Runs in the child, which shares its parent's memory: its own frame is all it changes.
void Register::sign(const void* with) {
    const auto& pen = *static_cast<const Pen*>(with);
    const auto seen = base::boot_time();
    base::Text<line_size> line;
    for (const auto& [script, word] : scripts)
        if (script == pen.script) line.add(word);
    line.add(' ').add(::getpid()).add(' ').add(seen.count()).add(' ').add(pen.book->boot_);
    while (line.size() < line_size - 1) line.add(' ');
    line.add('\n');
    // Where this fails the process is not adopted; there is nobody to tell.
    if (::pwrite(pen.book->file_.number(), line.c_str(), line.size(), place_of(pen.kin)) ==
        -1)
        return;
}

std::optional<Signature> Register::last(Kin kin) const {
    char bytes[line_size];
    if (::pread(file_.number(), bytes, sizeof bytes, place_of(kin)) != sizeof bytes)
        return {};
    string_view rest(bytes, sizeof bytes);
    const auto word = next_word(rest);
    Signature signature;
    signature.pid = number<pid_t>(next_word(rest));
    signature.seen = std::chrono::nanoseconds(number<std::int64_t>(next_word(rest)));
    if (boot_.empty() || next_word(rest) != boot_.view()) return {};
    for (const auto& [script, known] : scripts)
        if (known == word) {
            signature.script = script;
            return signature;
        }
    return {};
}

}  // namespace supervise
