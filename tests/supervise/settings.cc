#include "supervise/settings.h"

#include <signal.h>

#include "tests/catch.h"

using supervise::number_in;
using supervise::signal_in;

TEST_CASE("a number stands alone, with blanks and a newline around it") {
    CHECK(number_in("30\n", 1, 100) == 30);
    CHECK(number_in(" 1 ", 1, 100) == 1);
    CHECK(number_in("100", 1, 100) == 100);
}

TEST_CASE("what is no number in its bounds is nothing") {
    for (const auto* text : {"", "\n", "abc", "3 4", "3x", "0x10", "-", "101", "0", "-5",
                             "1.5", "99999999999999999999"})
        CHECK_FALSE(number_in(text, 1, 100));
}

TEST_CASE("only the first line counts, as s6 has it") {
    CHECK(number_in("3\n# for the readiness\n", 1, 100) == 3);
    CHECK(signal_in("HUP\r\nTERM\n") == SIGHUP);
    CHECK_FALSE(number_in("# first\n3\n", 1, 100));
}

TEST_CASE(
    "a signal is a number or a name, with SIG or without, in letters of either case") {
    CHECK(signal_in("HUP\n") == SIGHUP);
    CHECK(signal_in("SIGTERM") == SIGTERM);
    CHECK(signal_in("9") == SIGKILL);
    CHECK(signal_in("sigusr1") == SIGUSR1);
    CHECK(signal_in("Hup\n") == SIGHUP);
}

TEST_CASE("what is no signal is nothing") {
    for (const auto* text : {"", "FOO", "SIG", "0", "65", "-1", "sig", "TERM KILL"})
        CHECK_FALSE(signal_in(text));
}
