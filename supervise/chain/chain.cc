#include "supervise/chain/chain.h"

#include <string.h>
#include <unistd.h>

#include <array>
#include <string_view>

#include "base/exec.h"
#include "base/fd.h"

namespace supervise::chain {
namespace {

constexpr std::size_t most_bytes = 16 << 20;

}  // namespace

Environment::Environment(const char* const* inherited) {
    for (; *inherited; ++inherited) entries_.push_back(*inherited);
    entries_.push_back(nullptr);
}

// The last entry takes the place of one that goes: the order is daemontools' to the byte.
void Environment::change(std::string assignment) {
    const auto size = assignment.find('=');
    const auto name = std::string_view(assignment).substr(0, size);
    entries_.pop_back();
    for (std::size_t i = 0; i < entries_.size();) {
        const std::string_view entry = entries_[i];
        if (entry.substr(0, entry.find('=')) == name) {
            entries_[i] = entries_.back();
            entries_.pop_back();
        } else {
            ++i;
        }
    }
    if (size != assignment.npos)
        entries_.push_back(own_.emplace_back(std::move(assignment)).c_str());
    entries_.push_back(nullptr);
}

int next_option(base::Report& report, int count, char** words, const char* letters) {
    ::opterr = 0;
    // The plus keeps GNU's getopt from looking for options behind the first word.
    const int option = ::getopt(count, words, base::Text<64>("+", letters).c_str());
    if (option != '?') return option;
    const char letter = static_cast<char>(::optopt);
    const bool known = letter != ':' && ::strchr(letters, letter);
    report.line(known ? ": option requires an argument -- " : ": illegal option -- ",
                letter);
    return '?';
}

base::Result<std::string> contents(const char* path, Part part) {
    const auto file = base::open_read(path);
    if (!file) return file.error();
    std::string all;
    std::array<char, 4096> block;
    for (;;) {
        const auto size = base::read((*file).number(), block);
        if (!size) return size.error();
        const std::string_view got(block.data(), *size);
        all += got;
        if (got.empty()) return all;
        if (part == Part::first_line && got.find('\n') != got.npos) return all;
        if (all.size() > most_bytes) return base::Errno{EFBIG};
    }
}

void run(base::Report& report, const char* const* words, const char* const* environment) {
    report.die(base::execute(words[0], words, environment), "unable to run ", words[0]);
}

}  // namespace supervise::chain
