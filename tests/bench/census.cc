// census memory PROGRAM PID: prints the median of the private memory, in KiB, of all
// processes below that one whose program has that name. census idle SECONDS PID: watches
// the process and all below it but the services (whose program is named run) for so long,
// and prints how often they woke up and how many microseconds of processor time they used,
// per second. Both read Linux's /proc.

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace {

struct Process {
    long pid = 0;
    long parent = 0;
    std::string program;
};

std::string content_of(long pid, const char* name) {
    std::string content(65536, '\0');
    FILE* const file = ::fopen(("/proc/" + std::to_string(pid) + "/" + name).c_str(), "r");
    if (!file) return {};
    content.resize(::fread(content.data(), 1, content.size(), file));
    ::fclose(file);
    return content;
}

std::vector<Process> all_processes() {
    std::vector<Process> all;
    DIR* const list = ::opendir("/proc");
    if (!list) return all;
    while (const dirent* entry = ::readdir(list)) {
        Process one;
        one.pid = ::atol(entry->d_name);
        if (one.pid == 0) continue;
        const auto stat = content_of(one.pid, "stat");
        const auto begin = stat.find('('), end = stat.rfind(')');
        if (end == stat.npos) continue;
        one.program = stat.substr(begin + 1, end - begin - 1);
        one.parent = ::atol(stat.c_str() + std::min(end + 4, stat.size()));
        all.push_back(one);
    }
    ::closedir(list);
    return all;
}

std::vector<Process> family_of(long pid) {
    std::multimap<long, Process> children;
    std::vector<Process> family;
    for (const auto& one : all_processes()) {
        children.emplace(one.parent, one);
        if (one.pid == pid) family.push_back(one);
    }
    for (std::size_t next = 0; next < family.size(); ++next) {
        const auto [first, last] = children.equal_range(family[next].pid);
        for (auto child = first; child != last; ++child) family.push_back(child->second);
    }
    return family;
}

// The sum of all numbers that follow this word at the beginning of a line.
double sum(const std::string& text, const char* word) {
    double all = 0;
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1))
        all += ::atof(text.c_str() + at + ::strlen(word));
    return all;
}

int tell_memory(const char* program, long pid) {
    std::vector<double> sizes;
    for (const auto& one : family_of(pid))
        if (one.program == program) {
            const auto map = content_of(one.pid, "smaps_rollup");
            sizes.push_back(sum(map, "Private_Clean:") + sum(map, "Private_Dirty:"));
        }
    if (sizes.empty()) return 111;
    std::sort(sizes.begin(), sizes.end());
    ::printf("%.0f\n", sizes[sizes.size() / 2]);
    return 0;
}

struct Used {
    double wakeups = 0;
    double nanoseconds = 0;
};

Used used_by(const std::vector<Process>& family) {
    Used all;
    for (const auto& one : family) {
        if (one.program == "run") continue;
        all.wakeups += sum(content_of(one.pid, "status"), "\nvoluntary_ctxt_switches:");
        all.nanoseconds += ::atof(content_of(one.pid, "schedstat").c_str());
    }
    return all;
}

int tell_idle(long seconds, long pid) {
    const auto family = family_of(pid);
    const auto before = used_by(family);
    const timespec time{seconds, 0};
    ::nanosleep(&time, nullptr);
    const auto after = used_by(family);
    ::printf("%.2f %.1f\n", (after.wakeups - before.wakeups) / static_cast<double>(seconds),
             (after.nanoseconds - before.nanoseconds) / 1e3 / static_cast<double>(seconds));
    return 0;
}

}  // namespace

int main(int count, char** words) {
    if (count != 4) return 100;
    const long pid = ::atol(words[3]);
    if (::strcmp(words[1], "memory") == 0) return tell_memory(words[2], pid);
    if (::strcmp(words[1], "idle") == 0) return tell_idle(::atol(words[2]), pid);
    return 100;
}
