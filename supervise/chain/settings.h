#pragma once

// What the files of envdir and the lines of envini mean. Both come out as assignments that
// Environment::change takes. Pure.

#include <optional>
#include <string>
#include <string_view>

namespace supervise::chain {

// A file of envdir: nothing at all removes the variable; else its first line is the value,
// without the blanks and tabs at its end, and with a newline for each NUL.
std::string file_setting(std::string name, std::string_view contents);

// The lines of an ini file, one after the other. "[s]" puts "s_" before the names that
// follow, after the prefix that is put before all. "name = value" is an assignment; blanks
// around either do not count. A NUL ends a line. One with ";" first is a comment, any other
// means nothing.
class Ini {
  public:
    explicit Ini(std::string_view prefix) : prefix_(prefix) {}

    std::optional<std::string> read(std::string_view line);

  private:
    std::string prefix_;
    std::string section_;
};

}  // namespace supervise::chain
