#pragma once

// A script: multilog's arguments, an action each. The first byte of an argument is the name
// of its action, the rest its operand; what has no such name is no action and is ignored.
//
//     t T          the first argument alone: label each line, TAI64N, or seconds and
//                  microseconds
//     +P -P        select, deselect lines that P matches; F, S: the P that follow are
//                  fnmatch(3)'s, simple again
//     e            alert: the line goes to descriptor 2
//     =FILE        FILE tells the last line
//     .PATH /PATH  a log directory, with the settings that came before it:
//     sN nN        bytes of a log, number of logs
//     !COMMAND     what each full log is fed to, by sh -c
//     wSUFFIX      of finished logs
//     pTEXT        before each line, behind its label
//     DN RN        milliseconds until lines are synced; seconds until a log is full by age
//
// Sizes and numbers out of range are moved into it, as daemontools does; in the actions
// that it does not have, what makes no sense is refused. Texts are views of the arguments.
// Pure.

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "multilog/match.h"

namespace multilog {

enum class Labelling { none, tai64n, seconds };

struct Settings {
    const char* directory = nullptr;
    std::uint64_t size = 99999;
    std::uint64_t keep = 10;          // logs in the directory, `current` counted
    const char* processor = nullptr;  // none: a full log is kept as it is
    std::string_view suffix = "s";
    std::string_view prefix;
    std::optional<std::chrono::milliseconds> sync_within;
    std::optional<std::chrono::seconds> age;
};

struct Action {
    enum class Kind { select, deselect, alert, status, log };
    Kind kind;
    Pattern pattern;         // of select and deselect
    std::size_t target = 0;  // the place of a status file or a log in its list
};

struct Script {
    Labelling labelling = Labelling::none;
    std::vector<Action> actions;
    std::vector<const char*> statuses;
    std::vector<Settings> logs;

    // The argument that was refused, and why.
    const char* wrong = nullptr;
    const char* reason = nullptr;
};

Script parse(std::span<const char* const> arguments);

}  // namespace multilog
