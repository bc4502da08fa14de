#pragma once

// What the chain-loaders share. A chain-loader changes something about its own process and
// then becomes the program that its last words name, with the same pid. It is part of a run
// script: every descriptor, disposition and blocked signal that it inherited is handed on.
// What fails, fails before that program has run: 111, or 100 for a wrong use.

#include <deque>
#include <string>
#include <vector>

#include "base/report.h"

namespace supervise::chain {

// The environment for the next program: the inherited one (ended by nullptr), changed.
class Environment {
  public:
    explicit Environment(const char* const* inherited);

    // "NAME=value" sets NAME, "NAME" alone removes it; every older NAME is gone.
    void change(std::string assignment);

    const char* const* list() const { return entries_.data(); }

  private:
    std::vector<const char*> entries_;
    std::deque<std::string> own_;  // what `entries_` points to; a deque moves nothing
};

// getopt(3) with this family's words. Options end at the first word that is none, in
// `optind`; `letters` are as for getopt. Gives the next option's letter, -1 after the last
// and '?', when it has said what is wrong.
int next_option(base::Report& report, int count, char** words, const char* letters);

// A file's bytes, or those of its first line and perhaps some more. What is larger than any
// kernel hands on to a program (16 MiB) is EFBIG.
enum class Part { whole, first_line };
base::Result<std::string> contents(const char* path, Part part);

// Becomes words[0], or says why not and exits 111. The words are ended by nullptr.
[[noreturn]] void run(base::Report& report, const char* const* words,
                      const char* const* environment = nullptr);

}  // namespace supervise::chain
