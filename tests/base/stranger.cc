#include "base/stranger.h"

#include <unistd.h>

#include "tests/catch.h"

using namespace std::chrono_literals;

TEST_CASE("a stranger: who began later only has its number") {
    if (!base::process_of(::getpid())) return;  // There is no /proc.
    CHECK_FALSE(base::Stranger(::getpid(), base::boot_time()).dead());
    CHECK(base::Stranger(::getpid(), 1ns).dead());
    CHECK(base::Stranger::find(::getpid(), base::boot_time()));
    CHECK(base::Stranger::find(::getpid(), 1ns).error() == base::Errno{ESRCH});
}
