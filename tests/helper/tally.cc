// tally COUNTS LOGS: compares what helper `numbers` wrote, as the files in COUNTS tell,
// with the lines in all files below LOGS. Prints how many lines there are, and exits 1
// where one of them is missing: "written 100, on disk 101, lost 0, twice 1, torn 0". Lost
// lines are listed, a stretch a line.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

// How often each line of a generation was seen; the first is line 1.
using Seen = std::map<std::string, std::vector<unsigned>, std::less<>>;

struct Figures {
    std::uint64_t written = 0, on_disk = 0, lost = 0, twice = 0, torn = 0;
};

Seen read_counts(const fs::path& counts, Figures& figures) {
    Seen seen;
    for (const auto& entry : fs::directory_iterator(counts)) {
        std::uint64_t count = 0;
        std::ifstream(entry.path(), std::ios::binary)
            .read(reinterpret_cast<char*>(&count), sizeof count);
        figures.written += count;
        // One more may have been written without being counted.
        seen[entry.path().filename().string()].resize(count + 1);
    }
    return seen;
}

// "[@LABEL ]GENERATION N ...;", or what is left of such a line.
bool see(Seen& seen, std::string_view line) {
    if (line.starts_with('@'))
        line.remove_prefix(std::min(line.size(), line.find(' ') + 1));
    const auto blank = line.find(' ');
    if (blank == line.npos || !line.ends_with(';')) return false;
    const auto found = seen.find(line.substr(0, blank));
    const auto number =
        std::strtoull(std::string(line.substr(blank + 1)).c_str(), nullptr, 10);
    if (found == seen.end() || number == 0 || number > found->second.size()) return false;
    ++found->second[number - 1];
    return true;
}

void read_logs(const fs::path& logs, Seen& seen, Figures& figures) {
    for (const auto& entry : fs::recursive_directory_iterator(logs)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        for (std::string line; std::getline(file, line);)
            ++(see(seen, line) ? figures.on_disk : figures.torn);
    }
}

void judge(const std::string& name, const std::vector<unsigned>& lines, Figures& figures) {
    std::size_t since = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i] > 1) figures.twice += lines[i] - 1;
        const bool lost = lines[i] == 0 && i + 1 < lines.size();
        if (lost && !since) since = i + 1;
        if (lost) ++figures.lost;
        if (!lost && since) {
            std::printf("lost: %s %zu to %zu of %zu\n", name.c_str(), since, i,
                        lines.size() - 1);
            since = 0;
        }
    }
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) return 100;
    Figures figures;
    auto seen = read_counts(words[1], figures);
    read_logs(words[2], seen, figures);
    for (const auto& [name, lines] : seen) judge(name, lines, figures);
    std::printf("lines: written %llu, on disk %llu, lost %llu, twice %llu, torn %llu\n",
                static_cast<unsigned long long>(figures.written),
                static_cast<unsigned long long>(figures.on_disk),
                static_cast<unsigned long long>(figures.lost),
                static_cast<unsigned long long>(figures.twice),
                static_cast<unsigned long long>(figures.torn));
    return figures.lost ? 1 : 0;
}
