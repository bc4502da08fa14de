#include "svstat/processes.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#if defined(__linux__)
#include <sys/sysmacros.h>
#endif

#include "base/fd.h"
#include "base/parse.h"
#include "base/text.h"
#include "supervise/files.h"
#include "supervise/whereabouts.h"

namespace svstat {
namespace {

using base::read_number;
using std::string_view;

string_view next_word(string_view& rest) {
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    const auto word = rest.substr(0, rest.find_first_of(" \n"));
    rest.remove_prefix(word.size());
    return word;
}

std::string content_of(const char* path) {
    std::string content;
    const auto file = base::open_read(path);
    if (!file) return content;
    char bytes[4096];
    for (;;) {
        const auto size = base::read((*file).number(), bytes);
        if (!size || *size == 0) return content;
        content.append(bytes, *size);
    }
}

base::Text<64> path_of(pid_t pid, const char* name) {
    return base::Text<64>("/proc/", pid, "/", name);
}

template <class Found>
void each_name(const char* directory, Found found) {
    DIR* const list = ::opendir(directory);
    if (!list) return;
    while (const dirent* entry = ::readdir(list))
        if (entry->d_name[0] != '.') found(entry->d_name);
    ::closedir(list);
}

bool is_same(const struct stat& one, const struct stat& other) {
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

bool leads_to(const char* path, const struct stat& wanted) {
    struct stat about;
    return ::stat(path, &about) == 0 && is_same(about, wanted);
}

}  // namespace

// The name of the program is in parentheses and may hold anything, parentheses too.
std::optional<ProcessLine> parse_process(string_view stat) {
    const auto begin = stat.find('('), end = stat.rfind(')');
    if (begin == stat.npos || end == stat.npos || end < begin) return {};
    ProcessLine line;
    line.name = stat.substr(begin + 1, end - begin - 1);
    auto rest = stat.substr(end + 1);
    bool good = true;
    for (int field = 3; field <= 20; ++field) {
        const auto word = next_word(rest);
        good = good && !word.empty();
        if (field == 3 && good) line.state = word[0];
        if (field == 4) good = good && read_number(word, line.parent);
        if (field == 5) good = good && read_number(word, line.group);
        if (field == 14) good = good && read_number(word, line.user_ticks);
        if (field == 15) good = good && read_number(word, line.system_ticks);
        if (field == 20) good = good && read_number(word, line.threads);
    }
    if (!good) return {};
    return line;
}

// "1: FLOCK  ADVISORY  WRITE 1234 08:01:131 0 EOF", the device in hexadecimal digits. Those
// who wait for a lock have "->" before FLOCK.
pid_t lock_holder(string_view locks, const FileName& file) {
    while (!locks.empty()) {
        auto line = locks.substr(0, locks.find('\n'));
        locks.remove_prefix(std::min(locks.size(), line.size() + 1));
        next_word(line);
        if (next_word(line) != "FLOCK") continue;
        next_word(line);
        next_word(line);
        const auto holder = next_word(line), name = next_word(line);
        const auto first = name.find(':'), second = name.rfind(':');
        if (first == second) continue;
        FileName found{};
        pid_t pid = 0;
        if (read_number<16>(name.substr(0, first), found.major) &&
            read_number<16>(name.substr(first + 1, second - first - 1), found.minor) &&
            read_number(name.substr(second + 1), found.inode) && read_number(holder, pid) &&
            pid > 0 && found.major == file.major && found.minor == file.minor &&
            found.inode == file.inode)
            return pid;
    }
    return 0;
}

std::optional<Usage> usage_of(pid_t pid) {
    const auto line = parse_process(content_of(path_of(pid, "stat").c_str()));
    const auto memory = content_of(path_of(pid, "statm").c_str());
    const auto ticks = ::sysconf(_SC_CLK_TCK), page = ::sysconf(_SC_PAGESIZE);
    string_view pages = memory;
    std::uint64_t resident = 0;
    next_word(pages);
    if (!line || ticks <= 0 || page <= 0 || !read_number(next_word(pages), resident))
        return {};
    Usage usage;
    usage.cpu = std::chrono::nanoseconds(1'000'000'000 / ticks) *
                static_cast<std::int64_t>(line->user_ticks + line->system_ticks);
    usage.resident = resident * static_cast<std::uint64_t>(page);
    usage.threads = line->threads;
    std::uint64_t descriptors = 0;
    each_name(path_of(pid, "fd").c_str(), [&](const char*) { ++descriptors; });
    if (descriptors != 0) usage.descriptors = descriptors;
    return usage;
}

// Opened for writing, since only that tells whether there is room for more.
std::optional<Backlog> backlog_of(pid_t pid) {
    const auto path = path_of(pid, "fd/1");
    struct stat about;
    if (::stat(path.c_str(), &about) == -1 || !S_ISFIFO(about.st_mode)) return {};
    const auto pipe = base::open_write(path.c_str());
    int bytes = 0;
    if (!pipe || ::ioctl((*pipe).number(), FIONREAD, &bytes) == -1 || bytes < 0) return {};
    pollfd room{(*pipe).number(), POLLOUT, 0};
    const bool full = ::poll(&room, 1, 0) == 0;
    return Backlog{static_cast<std::uint64_t>(bytes), full};
}

pid_t holder_of_lock([[maybe_unused]] string_view own) {
#if defined(__linux__)
    struct stat about;
    const base::Path lock(supervise::place_here(own), "/", supervise::files::lock);
    if (::stat(lock.c_str(), &about) == -1) return 0;
    return lock_holder(content_of("/proc/locks"),
                       {major(about.st_dev), minor(about.st_dev), about.st_ino});
#else
    return 0;
#endif
}

void Processes::read() {
    if (std::exchange(read_, true)) return;
    each_name("/proc", [&](const char* name) {
        pid_t pid = 0;
        if (!read_number(string_view(name), pid)) return;
        auto line = parse_process(content_of(path_of(pid, "stat").c_str()));
        if (line && line->state != 'Z') all_.push_back({pid, std::move(*line)});
    });
}

int Processes::in(const supervise::Groups& groups) {
    if (groups.empty()) return 0;
    read();
    return static_cast<int>(std::ranges::count_if(all_, [&](const Process& process) {
        return std::find(groups.begin(), groups.end(), process.line.group) != groups.end();
    }));
}

// A service's logger is in the scan directory by way of the service.
void Processes::find_scanner(Absence& absence) {
    struct stat here;
    if (::stat(".", &here) == -1) return;
    read();
    if (all_.empty()) return;
    absence.scanner = Absence::Scanner::none;
    for (const auto& process : all_) {
        if (process.line.name != "svscan") continue;
        const auto place = path_of(process.pid, "cwd");
        bool found = false, looked = false;
        each_name(place.c_str(), [&](const char* name) {
            looked = true;
            const base::Path path(place, "/", name), log(path, "/", supervise::files::log);
            found = found || leads_to(path.c_str(), here) || leads_to(log.c_str(), here);
        });
        if (found) {
            absence.scanner = Absence::Scanner::present;
            absence.scanner_pid = process.pid;
            return;
        }
        if (!looked && ::access(place.c_str(), R_OK) == -1)
            absence.scanner = Absence::Scanner::unknown;
    }
}

}  // namespace svstat
