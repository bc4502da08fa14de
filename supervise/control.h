#pragma once

// supervise/control: a fifo of commands, one letter each, obeyed in the order in which they
// arrive; a letter that is not here means nothing. The first eleven are daemontools', the
// others daemontools-encore's, but `e` and `r`. Pure.

#include <signal.h>

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
    replace = 'r',     // start another one beside it, and end it once that one is ready
    again = 'e',       // supervise replaces its own program by the one installed now
    to_group = '+',    // the signals that follow go to the service's process group
    to_process = '=',  // the signals that follow go to the service alone, as at first
};

constexpr std::optional<Command> command(char letter) {
    for (const auto known :
         {Command::up, Command::down, Command::once, Command::exit, Command::pause,
          Command::resume, Command::hangup, Command::alarm, Command::interrupt,
          Command::terminate, Command::kill, Command::quit, Command::user1, Command::user2,
          Command::window, Command::replace, Command::again, Command::to_group,
          Command::to_process})
        if (letter == static_cast<char>(known)) return known;
    return {};
}

// The signal that a command sends, first or only; 0 for one that sends none.
constexpr int signal_of(Command command) {
    switch (command) {
        case Command::down:
        case Command::terminate: return SIGTERM;
        case Command::pause: return SIGSTOP;
        case Command::resume: return SIGCONT;
        case Command::hangup: return SIGHUP;
        case Command::alarm: return SIGALRM;
        case Command::interrupt: return SIGINT;
        case Command::kill: return SIGKILL;
        case Command::quit: return SIGQUIT;
        case Command::user1: return SIGUSR1;
        case Command::user2: return SIGUSR2;
        case Command::window: return SIGWINCH;
        case Command::up:
        case Command::once:
        case Command::exit:
        case Command::replace:
        case Command::again:
        case Command::to_group:
        case Command::to_process: return 0;
    }
    return 0;
}

}  // namespace supervise
