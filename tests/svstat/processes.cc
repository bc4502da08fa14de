#include "svstat/processes.h"

#include <string>

#include "tests/catch.h"

using svstat::lock_holder;
using svstat::parse_process;

TEST_CASE("a line of /proc/PID/stat, whatever the program is called") {
    const std::string rest =
        " S 12 34 56 0 -1 4194560 1 2 3 4 150 50 7 8 20 0 3 0 9876 1 2\n";
    for (const std::string name : {"web", "a b", "x) S 1 1 (y", ")", ""}) {
        const auto line = parse_process("77 (" + name + ")" + rest);
        REQUIRE(line);
        CHECK(line->name == name);
        CHECK(line->state == 'S');
        CHECK(line->parent == 12);
        CHECK(line->group == 34);
        CHECK(line->user_ticks == 150);
        CHECK(line->system_ticks == 50);
        CHECK(line->threads == 3);
    }
}

TEST_CASE("a line that is cut off or is something else says nothing") {
    for (const auto text : {"", "77", "77 (web", "77 )web(", "77 (web)", "77 (web) S 1 2 3",
                            "77 (web) S x 34 56 0 -1 4194560 1 2 3 4 150 50 7 8 20 0 3 0"})
        CHECK_FALSE(parse_process(text));
}

TEST_CASE("who holds a lock is found by device and inode; who waits does not hold it") {
    constexpr auto locks =
        "1: POSIX  ADVISORY  WRITE 11 fe:01:131 0 EOF\n"
        "2: FLOCK  ADVISORY  WRITE 12 fe:02:131 0 EOF\n"
        "3: FLOCK  ADVISORY  WRITE 13 fe:01:131 0 EOF\n"
        "3: -> FLOCK  ADVISORY  WRITE 14 fe:01:132 0 EOF\n"
        "rubbish\n\n4: FLOCK x y z";
    CHECK(lock_holder(locks, {0xfe, 1, 131}) == 13);
    CHECK(lock_holder(locks, {0xfe, 2, 131}) == 12);
    CHECK(lock_holder(locks, {0xfe, 1, 132}) == 0);
    CHECK(lock_holder("", {0xfe, 1, 131}) == 0);
}
