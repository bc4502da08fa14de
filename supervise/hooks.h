#pragma once

// The scripts that run beside a service without being part of its life: ./notify on a start
// and a death, ./control/LETTER in place of a command's signal. They are bounded in number
// and in time; when they hang, fail or fork, the service goes on. What cannot be run is
// warned about, and a signal is then sent as if there were no script.

#include <array>
#include <chrono>
#include <optional>
#include <string_view>

#include "base/clock.h"
#include "base/quiet.h"
#include "base/report.h"
#include "base/spawn.h"
#include "supervise/death.h"
#include "supervise/directory.h"
#include "supervise/notes.h"

namespace supervise {

// A signal that waits for the script that may replace it.
struct Withheld {
    int signal = 0;  // 0: there is none
    pid_t target = 0;
    bool to_group = false;
};

class Hooks {
  public:
    Hooks(base::Report& report, const char* name, const Directory& directory)
        : report_(report), name_(name), directory_(directory) {}

    // notify SCRIPT EVENT PID CODE, where there is such a file.
    void notify(std::string_view script, std::string_view event, pid_t pid, int code,
                base::Moment now);

    // Runs ./control/LETTER where it can be executed. False: there is none, send the
    // signal.
    bool replace(char letter, const Withheld& signal, base::Moment now);

    // For every child that ended. The signal to send after all: its script did not exit 0.
    std::optional<Withheld> ended(pid_t pid, const LastExit& exit);

    // Ends what has run for too long.
    void tick(base::Moment now);
    std::optional<std::chrono::nanoseconds> deadline() const;

    // For the program that replaces this one.
    void remember(Notes& notes) const;
    void recall(const Notes& notes);

  private:
    struct Hook {
        pid_t pid = 0;  // 0: this place is free
        std::chrono::nanoseconds until{0};
        Withheld signal;
    };

    template <class Self, class Field>
    static void each_field(Self& hook, Field field);
    bool run(const char* path, const char* const* words, const Withheld& signal,
             base::Moment now);

    base::Report& report_;
    const char* name_;
    const Directory& directory_;
    std::array<Hook, 16> hooks_;
    base::Quiet<4> quiet_;
};

}  // namespace supervise
