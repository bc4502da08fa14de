#include "supervise/status.h"

#include "tests/catch.h"

using supervise::Status;
using supervise::Want;

namespace {

const Status running{{0x4000000037c219bf, 0x2ef02e94}, 0x01020304, true, Want::down};
constexpr supervise::PackedStatus running_bytes{
    0x40, 0, 0, 0, 0x37, 0xc2, 0x19, 0xbf, 0x2e, 0xf0, 0x2e, 0x94, 4, 3, 2, 1, 1, 'd'};

}  // namespace

TEST_CASE("a status is eighteen bytes: big-endian time, little-endian pid, paused, want") {
    CHECK(pack(running) == running_bytes);
}

TEST_CASE("a status is read back as it was written") {
    CHECK(supervise::unpack(running_bytes) == running);
    for (const auto want : {Want::up, Want::down, Want::once}) {
        const Status status{{1, 2}, 0, false, want};
        CHECK(supervise::unpack(pack(status)) == status);
    }
}

TEST_CASE("a status that is too short is none") {
    CHECK_FALSE(supervise::unpack(std::span(running_bytes).first(17)));
    CHECK_FALSE(supervise::unpack({}));
}

TEST_CASE("a strange last byte wants nothing") {
    auto bytes = running_bytes;
    bytes[17] = 'z';
    CHECK(supervise::unpack(bytes)->want == Want::once);
}
