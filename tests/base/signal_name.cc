#include "base/signal_name.h"

#include <signal.h>

#include "tests/catch.h"

using base::signal_name;
using base::signal_named;

TEST_CASE("a signal has a name, with SIG or without, and a number") {
    CHECK(signal_named("HUP") == SIGHUP);
    CHECK(signal_named("SIGHUP") == SIGHUP);
    CHECK(signal_named("USR2") == SIGUSR2);
    CHECK(signal_named("9") == SIGKILL);
    CHECK(signal_named("64") == 64);
}

#if defined(SIGIO) && defined(SIGPOLL) && defined(SIGPWR)
TEST_CASE("a signal may have two names, of which one is told") {
    CHECK(signal_named("SIGPOLL") == SIGPOLL);
    CHECK(signal_named("IO") == SIGIO);
    CHECK(signal_named("PWR") == SIGPWR);
    CHECK(signal_name(SIGPOLL) == "IO");
}
#endif

TEST_CASE("nothing else is a signal") {
    for (const auto* text : {"", "SIG", "hup", "SIGSIGHUP", "HUP ", " 1", "0", "65", "-1",
                             "+1", "1x", "NOSUCH"})
        CHECK_FALSE(signal_named(text));
}

TEST_CASE("a signal is told without SIG, and one without a name as a question mark") {
    CHECK(signal_name(SIGTERM) == "TERM");
    CHECK(signal_name(0) == "?");
    for (int signal = 1; signal < 32; ++signal)
        if (signal_name(signal) != "?") CHECK(signal_named(signal_name(signal)) == signal);
}
