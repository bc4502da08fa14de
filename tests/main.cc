// The unit tests' main program: Catch2's own, and at the end a line "N passed, N failed"
// that counts test cases, which tests/run adds to the scenarios' counts.

#define CATCH_CONFIG_MAIN  // Catch2 version 2; version 3 has its main in -lCatch2Main.
#include "tests/catch.h"

#include <cstdio>

namespace {

#if __has_include(<catch2/catch_all.hpp>)
using Listener = Catch::EventListenerBase;
#else
using Listener = Catch::TestEventListenerBase;
#endif

class Count : public Listener {
  public:
    using Listener::Listener;
    void testRunEnded(const Catch::TestRunStats& stats) override {
        Listener::testRunEnded(stats);
        const auto& cases = stats.totals.testCases;
        std::printf("%llu passed, %llu failed\n",
                    static_cast<unsigned long long>(cases.passed),
                    static_cast<unsigned long long>(cases.failed));
    }
};

CATCH_REGISTER_LISTENER(Count)

}  // namespace
