#pragma once

// Targets for a fuzzer: each is a function that takes any bytes and throws, or is stopped
// by a sanitizer, where what it drives breaks a promise. tests/fuzz/fuzz.cc hands them to
// libFuzzer, which looks for such bytes; tests/fuzz/replay.cc gives them what was of
// interest once, from tests/fuzz/corpus/TARGET/.

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "tests/demand.h"

namespace fuzz {

using tests::demand;

struct Target {
    std::string_view name;
    void (*run)(std::string_view bytes);
};

// A list for each directory of the sources.
std::vector<Target> supervise_targets();
std::vector<Target> chain_targets();
std::vector<Target> client_targets();
std::vector<Target> multilog_targets();

inline std::vector<Target> targets() {
    std::vector<Target> all;
    for (const auto list :
         {supervise_targets, chain_targets, client_targets, multilog_targets})
        for (const auto& target : list()) all.push_back(target);
    return all;
}

// Bytes taken one after the other, as whatever is wanted; zeros when they are used up.
class Bytes {
  public:
    explicit Bytes(std::string_view bytes) : rest_(bytes) {}

    bool empty() const { return rest_.empty(); }
    std::string_view rest() const { return rest_; }

    unsigned char byte() {
        if (rest_.empty()) return 0;
        const auto first = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        return first;
    }

    // Below `limit`, which is 65536 at most.
    unsigned below(unsigned limit) {
        const unsigned number = byte();
        return (limit > 256 ? number * 256 + byte() : number) % limit;
    }

    // Up to the next of these bytes, which is dropped.
    std::string_view until(char end) {
        const auto part = rest_.substr(0, rest_.find(end));
        rest_.remove_prefix(std::min(rest_.size(), part.size() + 1));
        return part;
    }

  private:
    std::string_view rest_;
};

}  // namespace fuzz
