#pragma once

// What a program says to people: one line on descriptor 2, in one write, worded as this
// family words it:
//
//     supervise: fatal: unable to chdir to foo: file does not exist
//     svc: warning: unable to control foo: supervise not running
//
// A message never blocks. Where descriptor 2 is full (a pipe to a logger that cannot
// write), the line is dropped and counted; the count goes out with the next line that fits.
// A line is cut at 4096 bytes, which a pipe takes whole. Nothing here allocates.
//
// Exit codes: 100 asked wrongly, do not try again; 111 failed for now.

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "base/text.h"

namespace base {

constexpr int asked_wrongly = 100;
constexpr int failed_for_now = 111;

class Report {
  public:
    explicit Report(const char* program) : program_(program) {}

    const char* program() const { return program_; }

    // "PROGRAM: usage: SYNOPSIS", exit 100.
    [[noreturn]] void usage(std::string_view synopsis);

    // "PROGRAM: fatal: PARTS: REASON", exit 111. Parts are texts and integers.
    template <class... Parts>
    [[noreturn]] void die(Errno error, const Parts&... parts) {
        line(": fatal: ", parts..., ": ", reason_of(error));
        leave(failed_for_now);
    }

    // "PROGRAM: fatal: PARTS", and the exit code given: where no errno is to blame.
    template <class... Parts>
    [[noreturn]] void die_with(int exit_code, const Parts&... parts) {
        line(": fatal: ", parts...);
        leave(exit_code);
    }

    // "PROGRAM: warning: PARTS: REASON".
    template <class... Parts>
    void warn(Errno error, const Parts&... parts) {
        line(": warning: ", parts..., ": ", reason_of(error));
    }

    // "PROGRAM: warning: PARTS": where no errno is to blame.
    template <class... Parts>
    void warn(const Parts&... parts) {
        line(": warning: ", parts...);
    }

    // "PROGRAM" and the parts as they are, for what is neither.
    template <class... Parts>
    void line(const Parts&... parts) {
        Text<4095> text(program_, parts...);
        say(text.add('\n').whole() ? text : cut_short(text));
    }

    // Writes bytes as they are, all of them or, where that would block, none.
    void say(std::string_view bytes);

  private:
    static const char* reason_of(Errno error);
    static Text<4095>& cut_short(Text<4095>& text);
    [[noreturn]] static void leave(int exit_code);

    const char* program_;
    std::uint64_t dropped_ = 0;
};

// Writes to a descriptor without ever waiting for its reader. False where it did not fit.
bool write_unless_full(int to, std::string_view bytes);

}  // namespace base
