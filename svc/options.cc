#include "svc/options.h"

#include <unistd.h>

#include <string_view>

#include "base/parse.h"

namespace svc {
namespace {

using std::string_view;

struct Known {
    char letter;
    string_view meaning;
};

constexpr Known known[] = {
    {'u', "up"},         {'d', "down"},        {'o', "once"},          {'x', "exit"},
    {'p', "pause"},      {'c', "cont"},        {'h', "hup"},           {'a', "alarm"},
    {'i', "int"},        {'t', "term"},        {'k', "kill"},          {'r', "replace"},
    {'e', "exec anew"},  {'q', "quit"},        {'1', "usr1"},          {'2', "usr2"},
    {'w', "winch"},      {'+', "group"},       {'=', "process"},       {'l', "main"},
    {'L', "log"},        {'U', "up for good"}, {'D', "down for good"}, {'W', "wait for"},
    {'T', "time limit"}, {'s', "one by one"}};

constexpr bool takes_word(char letter) { return letter == 'W' || letter == 'T'; }

// The first plus says that options come before directories, never among them.
base::Text<64> for_getopt() {
    base::Text<64> text("+");
    for (const auto& one : known) {
        text.add(one.letter);
        if (takes_word(one.letter)) text.add(':');
    }
    return text;
}

// The letters since the last `l` or `L`, among which a letter counts once.
string_view recent(string_view letters) {
    const auto last = letters.find_last_of("lL");
    return last == letters.npos ? letters : letters.substr(last + 1);
}

void hear_letter(Options& options, char letter) {
    const bool turns = letter == 'l' || letter == 'L';
    const auto before = recent(options.letters);
    if (turns || before.find(letter) == before.npos) options.letters.add(letter);
}

void hear_goal(Options& options, string_view word) {
    options.goal = goal(word);
    if (!options.goal) options.wrong = "-W needs u (up), r (ready), d (down) or D (done)";
}

void hear_limit(Options& options, string_view word) {
    unsigned seconds = 0;
    if (!base::read_number(word, seconds) || seconds > 1'000'000'000)
        options.wrong = "-T needs a number of seconds";
    else
        options.most = std::chrono::seconds(seconds);
}

void hear(Options& options, char letter, const char* word) {
    switch (letter) {
        case 'W': return hear_goal(options, word);
        case 'T': return hear_limit(options, word);
        case 'U': options.lasting = Lasting::up; return hear_letter(options, 'u');
        case 's': options.one_by_one = true; return;
        case 'D': options.lasting = Lasting::down; return hear_letter(options, 'd');
        default: return hear_letter(options, letter);
    }
}

void refuse(Options& options, char letter) {
    if (takes_word(letter))
        hear(options, letter, "");
    else if (options.illegal == 0)
        options.illegal = letter;
}

}  // namespace

Options options(int count, char* const* words) {
    const auto accepted = for_getopt();
    Options options;
    opterr = 0;
    for (int letter; (letter = ::getopt(count, words, accepted.c_str())) != -1;) {
        if (letter != '?')
            hear(options, static_cast<char>(letter), optarg);
        else
            refuse(options, static_cast<char>(optopt));
    }
    options.words = optind;
    options.only_names = optind > 1 && words[optind - 1] == string_view("--");
    for (int i = optind; i < count; ++i)
        options.one_by_one = options.one_by_one || is_switch(options, words[i]);
    const bool waits = options.goal || options.one_by_one;
    if (options.most && !waits && !options.wrong) options.wrong = "-T needs -W or -s";
    return options;
}

bool is_switch(const Options& options, string_view word) {
    return !options.only_names && word == "-s";
}

base::Text<most_letters + 4> to_send(const Letters& letters) {
    base::Text<most_letters + 4> text(letters.view());
    bool to_log = false, to_group[2] = {false, false};
    for (const char letter : letters.view()) {
        if (letter == 'l' || letter == 'L') to_log = letter == 'L';
        if (letter == '+' || letter == '=') to_group[to_log] = letter == '+';
    }
    if (to_group[to_log]) text.add('=');
    if (to_group[!to_log]) text.add(to_log ? "l=" : "L=l");
    const bool ends_with_log = to_log && !to_group[!to_log];
    if (ends_with_log) text.add('l');
    return text;
}

base::Text<400> known_options() {
    base::Text<400> text;
    for (const auto& one : known)
        text.add(text.empty() ? "" : ", ").add(one.letter).add(' ').add(one.meaning);
    return text;
}

}  // namespace svc
