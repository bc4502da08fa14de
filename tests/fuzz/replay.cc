// replay CORPUS: gives each target what CORPUS/TARGET/ holds, and says how much that was.
// Ends with an uncaught exception, having named the file, where one breaks a promise; exits
// 1 where a target has no corpus.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/fuzz/fuzz.h"

namespace {

std::string contents(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

int replay(const fuzz::Target& target, const std::filesystem::path& directory) {
    int count = 0;
    std::error_code missing;
    for (const auto& entry : std::filesystem::directory_iterator(directory, missing)) {
        std::fprintf(stderr, "%s\n", entry.path().c_str());
        target.run(contents(entry.path()));
        ++count;
    }
    std::printf("%s: %d\n", std::string(target.name).c_str(), count);
    return count;
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) return 100;
    int code = 0;
    for (const auto& target : fuzz::targets())
        if (replay(target, std::filesystem::path(words[1]) / target.name) == 0) code = 1;
    return code;
}
