#include "base/tai64n.h"

#include "tests/catch.h"

using namespace std::chrono_literals;

namespace {

constexpr base::Tai64n moment{0x4000000037c219bf, 0x2ef02e94};

}  // namespace

TEST_CASE("a label is @ and twelve bytes in hexadecimal digits") {
    CHECK(base::view(base::label(moment)) == "@4000000037c219bf2ef02e94");
}

TEST_CASE("1970 is 2^62 and the family's ten seconds") {
    CHECK(base::view(base::label(base::tai64n(0s))) == "@400000000000000a00000000");
}

TEST_CASE("a moment before 1970 counts its nanoseconds forward") {
    CHECK(base::tai64n(-1ns) == base::Tai64n{base::Tai64n::epoch - 1, 999'999'999});
}

TEST_CASE("what is packed unpacks to the same moment") {
    const auto packed = base::pack(moment);
    CHECK(packed == base::PackedTai64n{0x40, 0, 0, 0, 0x37, 0xc2, 0x19, 0xbf,  //
                                       0x2e, 0xf0, 0x2e, 0x94});
    CHECK(base::unpack(packed) == moment);
}
