#include "multilog/directory.h"

#include <string>
#include <vector>

#include "tests/catch.h"

using multilog::Stock;
using namespace std::chrono_literals;

namespace {

std::string name(unsigned number, const char* suffix = ".s") {
    const base::Tai64n moment{base::Tai64n::epoch + number, 0};
    return std::string(base::view(base::label(moment))) + suffix;
}

std::vector<std::string> beyond(Stock& stock, std::uint64_t keep) {
    std::vector<std::string> names;
    for (const auto& one : stock.beyond(keep)) names.emplace_back(one.view());
    return names;
}

}  // namespace

TEST_CASE("a finished log is called by its label and a suffix") {
    CHECK(multilog::is_finished("@400000006b0165c505cdbd9c.s"));
    CHECK(multilog::is_finished("@400000006b0165c505cdbd9c.u"));
    CHECK(multilog::is_finished("@400000006b0165c505cdbd9c.gz"));
    CHECK(multilog::is_finished("@400000006b0165c505cdbd9c"));
}

TEST_CASE("other names are nobody's finished log") {
    for (const auto* other :
         {"", "@", "current", "@400000006b0165c505cdbd9", "@400000006b0165c505cdbd9cs",
          "@400000006B0165C505CDBD9C.s", "@zzzzzzzzzzzzzzzzzzzzzzzz.s",
          "@ffffffffffffffffffffffff.s", "a400000006b0165c505cdbd9c.s"})
        CHECK_FALSE(multilog::is_finished(other));
}

TEST_CASE("the oldest logs go when there are as many as are kept, current counted") {
    Stock stock;
    for (const unsigned i : {5U, 3U, 9U, 1U, 7U}) stock.see(name(i));
    stock.see("current");
    CHECK(stock.count() == 5);
    CHECK(beyond(stock, 6).empty());
    CHECK(beyond(stock, 5) == std::vector{name(1)});
    CHECK(beyond(stock, 3) == std::vector{name(1), name(3), name(5)});
}

TEST_CASE("of very many logs only the oldest are remembered") {
    Stock stock;
    for (unsigned i = 0; i < 6000; ++i) stock.see(name((i * 7919) % 6000));
    CHECK(stock.count() == 6000);
    const auto names = beyond(stock, 10);
    REQUIRE(names.size() == Stock::most);
    for (unsigned i = 0; i < Stock::most; ++i) CHECK(names[i] == name(i));
}

TEST_CASE("suffixes do not matter to age") {
    Stock stock;
    stock.see(name(2, ".a"));
    stock.see(name(1, ".u"));
    CHECK(beyond(stock, 2) == std::vector{name(1, ".u")});
}

TEST_CASE("a log gets the time of its end as label") {
    CHECK(multilog::label_after({0, 0}, 100s + 5ns) ==
          base::Tai64n{base::Tai64n::epoch + 100, 5});
}

TEST_CASE("a log is younger than all that are there, whatever the clock says") {
    const base::Tai64n newest{base::Tai64n::epoch + 100, 7};
    CHECK(multilog::label_after(newest, 100s + 7ns) ==
          base::Tai64n{base::Tai64n::epoch + 100, 8});
    CHECK(multilog::label_after(newest, 40s) == base::Tai64n{base::Tai64n::epoch + 100, 8});
    const base::Tai64n last{base::Tai64n::epoch + 100, 999'999'999};
    CHECK(multilog::label_after(last, 40s) == base::Tai64n{base::Tai64n::epoch + 101, 0});
}

TEST_CASE("the newest label is known however many there are") {
    Stock stock;
    for (unsigned i = 0; i < 100; ++i) stock.see(name(i));
    CHECK(stock.newest() == base::Tai64n{base::Tai64n::epoch + 99, 0});
}
