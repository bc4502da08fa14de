#include "base/deadline.h"

#include "tests/catch.h"

using namespace std::chrono_literals;
using base::Deadline;
using base::earliest;

TEST_CASE("of several deadlines the first one counts, and none is none") {
    CHECK(earliest({3s, 1s, 2s}) == Deadline(1s));
    CHECK(earliest({{}, 2s, {}}) == Deadline(2s));
    CHECK(earliest({0s, {}}) == Deadline(0s));
    CHECK(earliest({{}, {}}) == Deadline());
    CHECK(earliest({}) == Deadline());
}
