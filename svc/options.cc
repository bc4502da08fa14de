#include "svc/options.h"

#include <unistd.h>

#include <string_view>

namespace svc {
namespace {

struct Known {
    char letter;
    std::string_view meaning;
};

constexpr Known known[] = {
    {'u', "up"},    {'d', "down"},    {'o', "once"},  {'x', "exit"}, {'p', "pause"},
    {'c', "cont"},  {'h', "hup"},     {'a', "alarm"}, {'i', "int"},  {'t', "term"},
    {'k', "kill"},  {'q', "quit"},    {'1', "usr1"},  {'2', "usr2"}, {'w', "winch"},
    {'+', "group"}, {'=', "process"}, {'l', "main"},  {'L', "log"},
};

// The first plus says that options come before directories, never among them.
base::Text<64> for_getopt() {
    base::Text<64> text("+");
    for (const auto& one : known) text.add(one.letter);
    return text;
}

// The letters since the last `l` or `L`, among which a letter counts once.
std::string_view recent(std::string_view letters) {
    const auto last = letters.find_last_of("lL");
    return last == letters.npos ? letters : letters.substr(last + 1);
}

void hear(Options& options, char letter) {
    const bool turns = letter == 'l' || letter == 'L';
    const auto before = recent(options.letters);
    if (turns || before.find(letter) == before.npos) options.letters.add(letter);
}

}  // namespace

Options options(int count, char* const* words) {
    const auto accepted = for_getopt();
    Options options;
    opterr = 0;
    for (int letter; (letter = ::getopt(count, words, accepted.c_str())) != -1;) {
        if (letter != '?')
            hear(options, static_cast<char>(letter));
        else if (options.illegal == 0)
            options.illegal = static_cast<char>(optopt);
    }
    options.words = optind;
    return options;
}

base::Text<300> known_options() {
    base::Text<300> text;
    for (const auto& one : known)
        text.add(text.empty() ? "" : ", ").add(one.letter).add(' ').add(one.meaning);
    return text;
}

}  // namespace svc
