#pragma once

// Patterns that select lines. A simple pattern is daemontools': every character but the
// star stands for itself; a star stands for what comes before the first occurrence of the
// character that follows it in the pattern (which may be a star), and at the end for
// anything. There is no trying again, so a line is read once. A pattern of the shell's is
// fnmatch(3)'s. Both have to match the whole of what they are given.
//
// Callers hand in at most the first `head_size` bytes of a line. Nothing allocates once the
// pattern is made. Pure.

#include <cstddef>
#include <string>
#include <string_view>

namespace multilog {

constexpr std::size_t head_size = 1000;

enum class Style { simple, shell };

class Pattern {
  public:
    Pattern() = default;
    Pattern(std::string_view text, Style style);

    bool matches(std::string_view head) const;

  private:
    bool matches_simple(std::string_view head) const;
    bool matches_shell(std::string_view head) const;

    Style style_ = Style::simple;
    std::string text_;
};

}  // namespace multilog
