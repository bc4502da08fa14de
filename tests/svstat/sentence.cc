#include "svstat/sentence.h"

#include <string>

#include "tests/catch.h"

using supervise::Status;
using supervise::Want;
using svstat::Sight;

namespace {

constexpr std::uint64_t then = base::Tai64n::epoch + 1'000'000;

Status up(Want want = Want::up, bool paused = false) {
    return {{then, 0}, 77, paused, want};
}
Status down(Want want = Want::down) { return {{then, 0}, 0, false, want}; }

std::string told(const Status& status, bool normally_up = true,
                 std::uint64_t now = then + 9) {
    const Sight sight{.normally_up = normally_up, .status = status};
    return std::string(svstat::sentence(sight, now).view());
}

std::string failed(Sight::Step step, int number) {
    const Sight sight{.step = step, .error = {number}};
    return std::string(svstat::sentence(sight, then).view());
}

}  // namespace

TEST_CASE("an up service: its pid, and since when") {
    CHECK(told(up()) == "up (pid 77) 9 seconds");
    CHECK(told(up(Want::once)) == "up (pid 77) 9 seconds");
}

TEST_CASE("what is not as it normally is comes next, then paused, then what is wanted") {
    CHECK(told(up(Want::down, true), false) ==
          "up (pid 77) 9 seconds, normally down, paused, want down");
    CHECK(told(down(Want::up)) == "down 9 seconds, normally up, want up");
}

TEST_CASE("a down service that is as wanted and as normal is just down") {
    CHECK(told(down(), false) == "down 9 seconds");
    CHECK(told(down(Want::once), false) == "down 9 seconds");
}

TEST_CASE("a dead process is not paused") {
    CHECK(told({{then, 0}, 0, true, Want::down}, false) == "down 9 seconds");
}

TEST_CASE("what happened in the future happened just now: a clock was set back") {
    CHECK(told(up(), true, then - 1) == "up (pid 77) 0 seconds");
    CHECK(told(up(), true, 0) == "up (pid 77) 0 seconds");
}

TEST_CASE("the fraction of the second does not count") {
    CHECK(told({{then, 999'999'999}, 77, false, Want::up}) == "up (pid 77) 9 seconds");
}

TEST_CASE("a garbage time gives the number that daemontools gives") {
    CHECK(told({{0, 0}, 0, false, Want::once}, false, 4611686020222641004) ==
          "down 4611686020222641152 seconds");
}

TEST_CASE("the largest numbers fit") {
    const Status status{{0, 0}, 4294967295, true, Want::down};
    CHECK(told(status, false, ~std::uint64_t{1024}) ==
          "up (pid 4294967295) 18446744073709549568 seconds, normally down, paused, want "
          "down");
}

TEST_CASE("a failure is told with the file and the reason") {
    CHECK(failed(Sight::Step::ok, ENXIO) == "supervise not running");
    CHECK(failed(Sight::Step::ok, ENOENT) ==
          "unable to open supervise/ok: file does not exist");
    CHECK(failed(Sight::Step::down, ELOOP) == "unable to stat down: symbolic link loop");
    CHECK(failed(Sight::Step::open, EACCES) ==
          "unable to open supervise/status: access denied");
    CHECK(failed(Sight::Step::read, EISDIR) ==
          "unable to read supervise/status: is a directory");
    CHECK(failed(Sight::Step::format, 0) == "unable to read supervise/status: bad format");
}
