#include "supervise/chain/limit.h"

#include <algorithm>
#include <limits>
#include <string>

#include "tests/catch.h"

namespace {

using supervise::chain::applied;
using supervise::chain::Limit;
using supervise::chain::limit;
using supervise::chain::limited;

constexpr auto most = std::numeric_limits<rlim_t>::max();

Limit number(rlim_t value) { return {Limit::Kind::number, value}; }

}  // namespace

TEST_CASE("digits are a limit") {
    CHECK(limit("0") == number(0));
    CHECK(limit("50000") == number(50000));
    CHECK(limit("007") == number(7));
}

TEST_CASE("no digit at all is 0, and what an rlim_t cannot hold starts from 0 again") {
    CHECK(limit("") == number(0));
    CHECK(limit(std::to_string(most)) == number(most));
    if (std::to_string(most) == "18446744073709551615")
        CHECK(limit("18446744073709551617") == number(1));
}

TEST_CASE("two words and their signs are limits") {
    CHECK(limit("=") == Limit{Limit::Kind::hard});
    CHECK(limit("hard") == Limit{Limit::Kind::hard});
    CHECK(limit("-") == Limit{Limit::Kind::unlimited});
    CHECK(limit("unlimited") == Limit{Limit::Kind::unlimited});
}

TEST_CASE("anything else is no limit") {
    for (const auto* text : {"5k", "-5", "+5", " 5", "5 ", "0x10", "==", "Hard", "--"})
        CHECK_FALSE(limit(text));
}

TEST_CASE("a number becomes the soft limit, as far as the hard one allows") {
    CHECK(applied(number(5), {7, 9}).rlim_cur == 5);
    CHECK(applied(number(8), {7, 9}).rlim_cur == 8);
    CHECK(applied(number(10), {7, 9}).rlim_cur == 9);
    CHECK(applied(number(5), {7, 9}).rlim_max == 9);
}

TEST_CASE("hard raises the soft limit to the hard one") {
    const auto now = applied({Limit::Kind::hard}, {7, 9});
    CHECK(now.rlim_cur == 9);
    CHECK(now.rlim_max == 9);
}

TEST_CASE("unlimited lifts both") {
    const auto now = applied({Limit::Kind::unlimited}, {7, 9});
    CHECK(now.rlim_cur == RLIM_INFINITY);
    CHECK(now.rlim_max == RLIM_INFINITY);
}

TEST_CASE("every option of the family limits something") {
    std::string letters;
    for (const auto& what : limited) letters += what.letter;
    std::sort(letters.begin(), letters.end());
    CHECK(letters == "acdflmoprst");
}
