#pragma once

// svstat's command line. Options come first, as in getopt(3), but a word that has a letter
// which is none of the options' is a directory, as every word was in daemontools. Pure.

#include "svstat/sight.h"

namespace svstat {

enum class Form { line, words, json, metrics };

struct Options {
    Slot slot = Slot::main;
    Form form = Form::line;
    bool follow = false;
    int words = 1;  // how many of argv were options, the program's name among them
};

Options options(int count, const char* const* words);

}  // namespace svstat
