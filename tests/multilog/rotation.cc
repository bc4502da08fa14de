#include "multilog/rotation.h"

#include <functional>
#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/multilog/fake.h"

using multilog::Entry;
using multilog::Listing;
using multilog::Processor;
using multilog::Step;
using tests::Fake;

namespace {

// Carries steps out until there is none, or until `most` are done.
int run(Fake& fake, const std::function<std::optional<Step>()>& next, int most = 100) {
    int count = 0;
    for (; count < most; ++count) {
        const auto step = next();
        if (!step) break;
        fake.carry_out(*step);
    }
    REQUIRE(count < 100);
    return count;
}

int finish(Fake& fake, bool processes, int most = 100) {
    auto processor = processes ? Processor::not_yet : Processor::none;
    return run(
        fake,
        [&] {
            const auto step = multilog::finish(fake.look(), processor);
            if (step == Step::process) processor = Processor::succeeded;
            return step;
        },
        most);
}

int mend(Fake& fake, int most = 100) {
    return run(
        fake, [&] { return multilog::mend(fake.look()); }, most);
}

Fake rotated() {
    Fake fake;
    fake.files["@0001.s"] = {"a", Entry::done, true};
    fake.files["previous"] = {"b", Entry::plain, false};
    fake.files["current"] = {"c", Entry::plain, false};
    fake.files["state"] = {"", Entry::plain, true};
    return fake;
}

std::vector<std::string> names(const Fake& fake) {
    std::vector<std::string> list;
    for (const auto& [name, file] : fake.files) list.push_back(name);
    return list;
}

}  // namespace

TEST_CASE("a full log is made safe and gets its name") {
    auto fake = rotated();
    CHECK(finish(fake, false) == 2);
    CHECK(names(fake) ==
          std::vector<std::string>{"@0001.s", "@1000.s", "current", "state"});
    CHECK(fake.files["@1000.s"].safe);
    CHECK(fake.files["@1000.s"].kind == Entry::done);
}

TEST_CASE("with a processor, what came out of it gets the name, and its state is kept") {
    auto fake = rotated();
    CHECK(finish(fake, true) == 6);
    CHECK(names(fake) ==
          std::vector<std::string>{"@0001.s", "@1000.s", "current", "state"});
    CHECK(fake.files["@1000.s"].safe);
    CHECK(fake.files["state"].text == "known");
}

TEST_CASE("nothing is to be finished where there is no full log") {
    CHECK_FALSE(multilog::finish({.current = Entry::plain}, Processor::none));
    CHECK_FALSE(multilog::finish({.current = Entry::plain}, Processor::not_yet));
}

TEST_CASE("a processor that succeeded and left nothing runs again") {
    CHECK(multilog::finish({.previous = Entry::done}, Processor::succeeded) ==
          Step::process);
}

TEST_CASE("a crash between any two steps loses and repeats no line") {
    for (const bool processes : {false, true})
        for (int steps = 0; steps <= 6; ++steps)
            for (int mended = 0; mended <= 6; ++mended) {
                auto fake = rotated();
                finish(fake, processes, steps);
                mend(fake, mended);
                mend(fake);
                CHECK(fake.all() == "abc");
                CHECK(fake.entry("previous") == Entry::absent);
                CHECK(fake.entry("processed") == Entry::absent);
                CHECK(fake.entry("newstate") == Entry::absent);
                CHECK(fake.entry("current") == Entry::absent);
            }
}

TEST_CASE("an outage between any two steps costs no log that has its name") {
    for (const bool processes : {false, true})
        for (int steps = 0; steps <= 6; ++steps) {
            auto fake = rotated();
            finish(fake, processes, steps);
            for (const auto& [name, file] : fake.files)
                if (name.ends_with(".s")) CHECK(file.safe);
            const bool kept = fake.entry("previous") != Entry::absent ||
                              fake.files.count("@1000.s") ||
                              fake.entry("processed") == Entry::done;
            CHECK(kept);
        }
}

TEST_CASE("a current that was closed in good order is left alone") {
    Fake fake;
    fake.files["current"] = {"c", Entry::done, true};
    fake.files["state"] = {"known", Entry::plain, true};
    CHECK(mend(fake) == 0);
}

TEST_CASE("after a crash current and previous are unfinished, and state begins anew") {
    auto fake = rotated();
    fake.files["newstate"] = {"half", Entry::plain, false};
    mend(fake);
    CHECK(names(fake) == std::vector<std::string>{"@0001.s", "@1000.u", "@1001.u"});
    CHECK(fake.files["@1000.u"].text == "b");
    CHECK(fake.files["@1001.u"].text == "c");
}

TEST_CASE("after a crash what a processor finished replaces previous") {
    auto fake = rotated();
    fake.files["previous"].kind = Entry::done;
    fake.files["processed"] = {"B", Entry::done, true};
    mend(fake);
    CHECK(names(fake) == std::vector<std::string>{"@0001.s", "@1000.s", "@1001.u"});
    CHECK(fake.files["@1000.s"].text == "B");
}

TEST_CASE("after a crash what a processor did not finish is dropped") {
    auto fake = rotated();
    fake.files["processed"] = {"h", Entry::plain, false};
    mend(fake);
    CHECK(fake.all() == "abc");
    CHECK(fake.entry("processed") == Entry::absent);
}

TEST_CASE("a previous beside a current that was closed in good order is saved") {
    auto fake = rotated();
    fake.files["current"].kind = Entry::done;
    mend(fake);
    CHECK(names(fake) == std::vector<std::string>{"@0001.s", "@1000.u", "current"});
}

TEST_CASE("what is no regular file is set aside, and the rest goes on") {
    for (const auto* name : {"previous", "processed", "state", "newstate"}) {
        auto fake = rotated();
        fake.files[name] = {"", Entry::odd, false};
        finish(fake, true);
        CHECK(fake.entry(name) != Entry::odd);
        CHECK(fake.files.count(std::string(name) + ".odd") == 1);
    }
    auto fake = rotated();
    fake.files["current"] = {"", Entry::odd, false};
    mend(fake);
    CHECK(fake.files.count("current.odd") == 1);
}

TEST_CASE("any directory is mended in a few steps") {
    constexpr Entry entries[] = {Entry::absent, Entry::plain, Entry::done, Entry::odd};
    const char* const files[] = {"current", "previous", "processed", "state", "newstate"};
    for (unsigned kinds = 0; kinds < 1024; ++kinds) {
        Fake fake;
        for (unsigned i = 0; i < 5; ++i)
            if (const auto kind = entries[kinds >> (2 * i) & 3]; kind != Entry::absent)
                fake.files[files[i]] = {files[i], kind, false};
        CHECK(mend(fake) <= 8);
        CHECK((fake.entry("current") == Entry::absent ||
               fake.entry("current") == Entry::done));
        CHECK(fake.entry("previous") == Entry::absent);
        CHECK(fake.entry("processed") == Entry::absent);
        CHECK(fake.entry("newstate") == Entry::absent);
    }
}
