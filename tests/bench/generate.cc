// generate mixed MEGABYTES: lines of text, 20 to 300 bytes long, 160 on average, in blocks
// of 64 KiB, always the same ones. generate trickle LINES: such lines, one every 10 ms.
// generate labelled MEGABYTES: the same with a TAI64N label each, a new second begun every
// fifty lines.

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <string>

#include "tests/bench/put.h"

namespace {

constexpr size_t block = 65536;
constexpr const char* vocabulary[] = {"connection", "from", "accepted",    "error",
                                      "in",         "GET",  "/index.html", "200",
                                      "timeout",    "user", "worker",      "to"};

class Lines {
  public:
    std::string next() {
        std::string line;
        if (labelled_) {
            char label[32];
            ::snprintf(label, sizeof label, "@4000000037%06x%08x ",
                       static_cast<unsigned>(count_ / 50), random(1'000'000'000));
            line = label;
        }
        const size_t length = line.size() + 19 + random(281);
        while (line.size() < length)
            (line += vocabulary[random(std::size(vocabulary))]) += ' ';
        line.resize(length);
        ++count_;
        return line += '\n';
    }
    void label() { labelled_ = true; }

  private:
    unsigned random(unsigned below) {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return static_cast<unsigned>(state_ % below);
    }
    uint64_t state_ = 88172645463325252;
    unsigned count_ = 0;
    bool labelled_ = false;
};

int fill(Lines lines, size_t size) {
    std::string text;
    while (text.size() < size && text.size() < 8'000'000) text += lines.next();
    for (size_t left = size; left > 0;)
        for (size_t at = 0; at < text.size() && left > 0;) {
            const size_t part = std::min({block, left, text.size() - at});
            if (!put(text.data() + at, part)) return 111;
            at += part;
            left -= part;
        }
    return 0;
}

int trickle(Lines lines, long count) {
    const timespec pause{0, 10'000'000};
    for (; count > 0; --count) {
        const auto line = lines.next();
        if (!put(line.data(), line.size())) return 111;
        ::nanosleep(&pause, nullptr);
    }
    return 0;
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) return 100;
    Lines lines;
    const std::string what = words[1];
    if (what == "trickle") return trickle(lines, ::atol(words[2]));
    if (what == "labelled") lines.label();
    return fill(lines, static_cast<size_t>(::atol(words[2])) * 1'000'000);
}
