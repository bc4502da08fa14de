#include "supervise/notes.h"

#include <chrono>
#include <optional>
#include <string>

#include "tests/catch.h"

using namespace std::chrono_literals;
using supervise::NoteReader;
using supervise::Notes;
using supervise::NoteWriter;

namespace {

constexpr std::size_t most = 16383;  // bytes, the version among them

// Notes of that many bytes, the last of which end a line.
std::string notes_of(std::size_t size) {
    std::string text(Notes::version);
    text.append(size - text.size() - 1, 'x');
    return text + '\n';
}

}  // namespace

TEST_CASE("what is written in notes can be read from them") {
    Notes written;
    NoteWriter write(written, "log-");
    write("pid", 7);
    write("left", true);
    write("until", std::optional<std::chrono::nanoseconds>(5s));
    write("never", std::optional<std::chrono::nanoseconds>());
    CHECK(written.readable());
    CHECK(written.text() ==
          "lares supervise 1\nlog-pid 7\nlog-left 1\nlog-until 5000000000\n");

    const Notes found(written.text());
    REQUIRE(found.readable());
    NoteReader read(found, "log-");
    int pid = 0, missing = 3;
    bool left = false;
    std::optional<std::chrono::nanoseconds> until, never;
    read("pid", pid);
    read("missing", missing);
    read("left", left);
    read("until", until);
    read("never", never);
    CHECK(pid == 7);
    CHECK(missing == 3);
    CHECK(left);
    CHECK(until == 5s);
    CHECK(!never);
}

TEST_CASE(
    "notes that are full to the last byte can be read, those that are cut off cannot") {
    CHECK(Notes(notes_of(most)).readable());
    CHECK(!Notes(notes_of(most + 1)).readable());
    Notes written;
    written.add(notes_of(most - Notes::version.size()));
    CHECK(written.readable());
    written.put("", "k", 1);
    CHECK(!written.readable());
    // Whatever is cut off in between, no more than a line.
    Notes other;
    for (int i = 0; i < 2000; ++i) other.put("prefix-", "key", i);
    CHECK(!other.readable());
    CHECK(!Notes(std::string(other.text()) + "rest").readable());
}

TEST_CASE("notes of another version cannot be read, nor those of nobody") {
    CHECK(!Notes("lares supervise 2\npid 7\n").readable());
    CHECK(!Notes("lares supervise 1").readable());
    CHECK(!Notes("").readable());
}
