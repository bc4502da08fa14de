#include "svstat/options.h"

#include <string_view>

namespace svstat {
namespace {

constexpr std::string_view known = "lLvjpf";

bool has_options(std::string_view word) {
    return word.size() > 1 && word[0] == '-' &&
           word.substr(1).find_first_not_of(known) == word.npos;
}

void set(Options& options, char letter) {
    switch (letter) {
        case 'l': options.slot = Slot::main; break;
        case 'L': options.slot = Slot::log; break;
        case 'v': options.form = Form::words; break;
        case 'j': options.form = Form::json; break;
        case 'p': options.form = Form::metrics; break;
        case 'f': options.follow = true; break;
        default: break;
    }
}

}  // namespace

Options options(int count, const char* const* words) {
    Options options;
    for (; options.words < count; ++options.words) {
        const std::string_view word = words[options.words];
        if (word == "--") {
            ++options.words;
            break;
        }
        if (!has_options(word)) break;
        for (const char letter : word.substr(1)) set(options, letter);
    }
    return options;
}

}  // namespace svstat
