// For libFuzzer: one program for all targets; $FUZZ_TARGET names the one that is meant.
// Without it the names of all are printed.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/fuzz/fuzz.h"

namespace {

fuzz::Target chosen() {
    const std::string_view wanted = std::getenv("FUZZ_TARGET");
    for (const auto& target : fuzz::targets())
        if (target.name == wanted) return target;
    std::exit(100);
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    if (std::getenv("FUZZ_TARGET")) return 0;
    for (const auto& target : fuzz::targets())
        std::printf("%s\n", std::string(target.name).c_str());
    std::exit(0);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const auto target = chosen();
    target.run({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
