#pragma once

// svc's command line: letters, in the order in which supervise is to hear them, then
// directories. A letter counts once, and again after each `l` or `L`, as in daemontools and
// daemontools-encore. `U` and `D` are `u` and `d` that last. `-s` may also stand among the
// directories, unless `--` ended the options. Pure.

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

#include "base/text.h"
#include "svc/wish.h"

namespace svc {

// A fifo takes these whole or not at all, as POSIX promises, and what is added to them.
constexpr std::size_t most_letters = 508;
using Letters = base::Text<most_letters>;

enum class Lasting { no, up, down };  // whether the file `down` goes or comes

struct Options {
    Letters letters;   // not whole() where there were too many
    char illegal = 0;  // the first letter that is none of svc's, 0 when all are
    Lasting lasting = Lasting::no;
    std::optional<Goal> goal;                  // what to wait for
    std::optional<std::chrono::seconds> most;  // and how long
    bool one_by_one = false;                   // -s
    bool only_names = false;      // what follows the options are all directories
    const char* wrong = nullptr;  // what is wrong with these two, if anything
    int words = 1;  // how many of argv were options, the program's name among them
};

Options options(int count, char* const* words);

// Whether a word among the directories is none, but an option.
bool is_switch(const Options& options, std::string_view word);

// What is sent: the letters, and after them those that undo what `+` and `L` set, since
// supervise may read another client's letters together with these.
base::Text<most_letters + 4> to_send(const Letters& letters);

// "u up, d down, …": every letter, in a line, for those who gave another.
base::Text<400> known_options();

}  // namespace svc
