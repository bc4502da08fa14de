#pragma once

// supervise/control: a fifo of commands, one letter each, obeyed in the order in which they
// arrive; a letter that is not here means nothing. The first eleven are daemontools', the
// others daemontools-encore's. Pure.

#include <optional>

namespace supervise {

enum class Command : char {
    up = 'u',          // start it, and start it again whenever it ends
    down = 'd',        // TERM, then CONT; do not start it again
    once = 'o',        // start it; do not start it again
    exit = 'x',        // supervise leaves as soon as the service is down
    pause = 'p',       // STOP
    resume = 'c',      // CONT
    hangup = 'h',      // HUP
    alarm = 'a',       // ALRM
    interrupt = 'i',   // INT
    terminate = 't',   // TERM
    kill = 'k',        // KILL
    quit = 'q',        // QUIT
    user1 = '1',       // USR1
    user2 = '2',       // USR2
    window = 'w',      // WINCH
    to_group = '+',    // the signals that follow go to the service's process group
    to_process = '=',  // the signals that follow go to the service alone, as at first
};

constexpr std::optional<Command> command(char letter) {
    for (const auto known :
         {Command::up, Command::down, Command::once, Command::exit, Command::pause,
          Command::resume, Command::hangup, Command::alarm, Command::interrupt,
          Command::terminate, Command::kill, Command::quit, Command::user1, Command::user2,
          Command::window, Command::to_group, Command::to_process})
        if (letter == static_cast<char>(known)) return known;
    return {};
}

}  // namespace supervise
