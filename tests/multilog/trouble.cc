#include "multilog/trouble.h"

#include "tests/catch.h"

using multilog::Trouble;
using namespace std::chrono_literals;

namespace {

constexpr auto what = "write to";
constexpr base::Errno full{ENOSPC};

}  // namespace

TEST_CASE("trouble pauses, and is over when what failed works") {
    Trouble trouble;
    CHECK_FALSE(trouble.pauses(0s));
    trouble.met(what, full, 10s, 500ms);
    CHECK(trouble.pauses(10s));
    CHECK(trouble.until() == 10s + 500ms);
    CHECK_FALSE(trouble.pauses(10s + 500ms));
    trouble.over();
    CHECK_FALSE(trouble.until());
}

TEST_CASE("the same trouble is told once a minute") {
    Trouble trouble;
    CHECK(trouble.met(what, full, 10s, 1s));
    CHECK_FALSE(trouble.met(what, full, 11s, 1s));
    trouble.over();
    CHECK_FALSE(trouble.met(what, full, 60s, 1s));
    CHECK(trouble.met(what, full, 70s, 1s));
}

TEST_CASE("other trouble is told at once") {
    Trouble trouble;
    CHECK(trouble.met(what, full, 10s, 1s));
    CHECK(trouble.met(what, {EIO}, 11s, 1s));
    CHECK(trouble.met("sync", {EIO}, 12s, 1s));
}
