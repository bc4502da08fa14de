#include "multilog/stamp.h"

#include <time.h>

#include <string>

#include "tests/catch.h"

using namespace std::string_literals;

namespace {

constexpr auto label = "@4000000037c219bf2ef02e94";
constexpr auto date = "1999-08-24 04:04:05.787492500";

bool in_utc(std::int64_t seconds, tm& local) {
    const auto time = static_cast<time_t>(seconds);
    return ::gmtime_r(&time, &local) != nullptr;
}

// What comes out when `text` comes in pieces of `piece` bytes and goes out in pieces of up
// to `room`, as a filter's caller would have it: what was not used up comes again.
template <class Step>
std::string passed(const std::string& text, std::size_t piece, std::size_t room,
                   Step step) {
    std::string result, kept, out(room, '\0');
    for (std::size_t at = 0; at <= text.size(); at += piece) {
        const bool last = at + piece > text.size();
        kept += text.substr(at, piece);
        for (multilog::Progress done{1, 0}; done.read + done.written > 0;) {
            done = step(kept, std::span(out), last);
            result.append(out, 0, done.written);
            kept.erase(0, done.read);
        }
    }
    CHECK(kept.empty());
    return result;
}

std::string labelled(const std::string& text, std::size_t piece = 65536,
                     std::size_t room = 65536) {
    multilog::Labels labels;
    labels.set("@400000000000000a00000000 ");
    return passed(text, piece, room, [&](std::string_view in, std::span<char> out, bool) {
        return labels.step(in, out);
    });
}

std::string local(const std::string& text, std::size_t piece = 65536,
                  std::size_t room = 65536) {
    multilog::LocalTimes times(in_utc);
    return passed(text, piece, room,
                  [&](std::string_view in, std::span<char> out, bool last) {
                      return times.step(in, out, last);
                  });
}

}  // namespace

TEST_CASE("each line gets a label and a blank, the last one without a newline too") {
    CHECK(labelled("a\n\nb") ==
          "@400000000000000a00000000 a\n"
          "@400000000000000a00000000 \n"
          "@400000000000000a00000000 b");
    CHECK(labelled("").empty());
}

TEST_CASE("NULs and bytes that are no text are kept under a label") {
    CHECK(labelled("\0\xff\r\n"s) == "@400000000000000a00000000 \0\xff\r\n"s);
}

TEST_CASE("a line keeps the label of the moment it began, the next one has its own") {
    multilog::Labels labels;
    std::string out(100, '\0');
    labels.set("@400000000000000a00000000 ");
    CHECK(labels.step("a", out) == multilog::Progress{1, 27});
    labels.set("@400000000000000b00000000 ");
    const auto done = labels.step("b\nc", out);
    CHECK(out.substr(0, done.written) == "b\n@400000000000000b00000000 c");
}

TEST_CASE("a label at the beginning of a line becomes the local time") {
    CHECK(local(label + " mark\n"s) == date + " mark\n"s);
    CHECK(local(label + "mark\n"s) == date + "mark\n"s);
    CHECK(local(label + "\n"s + label) == date + "\n"s + date);
}

TEST_CASE("what is no label passes unchanged") {
    for (const auto line :
         {"", "@", "@ mark", "plain", "@4000000037c219bf2ef02e9", "@4000000037c219bf mark",
          "@4000000037C219BF2EF02E94 mark", "@4000000037c219bf2ef02e940 mark",
          "@4000000037c219bg2ef02e94 mark", "@@4000000037c219bf2ef02e94 mark",
          " @4000000037c219bf2ef02e94 mark", "x@4000000037c219bf2ef02e94 mark"}) {
        INFO(line);
        CHECK(local(line) == line);
        CHECK(local(line + "\n"s) == line + "\n"s);
    }
}

TEST_CASE("a moment that no calendar reaches passes unchanged") {
    for (const auto line : {"@000000000000000000000000 x", "@ffffffffffffffffffffffff x",
                            "@410000000000000000000000 x"})
        CHECK(local(line) == line);
}

TEST_CASE("years have as many digits as they need, nanoseconds at least nine") {
    CHECK(local("@400000000000000900000001") == "1969-12-31 23:59:59.000000001");
    CHECK(local("@3ffffff1886e090a00000005") == "1-01-01 00:00:00.000000005");
    CHECK(local("@400000f000000000000000aa") == "34634-07-03 17:03:50.000000170");
    CHECK(local("@4000000037c219bfffffffff") == "1999-08-24 04:04:05.4294967295");
}

TEST_CASE("lines of one second differ in their nanoseconds, the next second in all") {
    CHECK(local("@400000000000000a00000001 a\n"
                "@400000000000000a3b9ac9ff b\n"
                "@400000000000000b00000000 c\n"
                "@ffffffffffffffff00000000 d\n"
                "@400000000000000b00000000 e\n") ==
          "1970-01-01 00:00:00.000000001 a\n"
          "1970-01-01 00:00:00.999999999 b\n"
          "1970-01-01 00:00:01.000000000 c\n"
          "@ffffffffffffffff00000000 d\n"
          "1970-01-01 00:00:01.000000000 e\n");
}

TEST_CASE("the calendar is asked once for all lines of a second") {
    static int asked;
    multilog::LocalTimes times([](std::int64_t seconds, tm& local) {
        ++asked;
        return in_utc(seconds, local);
    });
    std::string out(1000, '\0');
    times.step(label + "\n"s + label + "\n@4000000037c219c02ef02e94\n"s, out, true);
    CHECK(asked == 2);
}

TEST_CASE("it makes no difference where blocks end, or how much room there is") {
    const auto text = label + " a\n@\n@4000\n\n"s + std::string(300, 'x') + "\n" + label +
                      "0\n" + label + " end\n" + label;
    for (const std::size_t piece : {1U, 2U, 24U, 25U, 26U, 27U, 100U})
        for (const std::size_t room : {64U, 65U, 100U, 1000U}) {
            CHECK(local(text, piece, room) == local(text));
            CHECK(labelled(text, piece, room) == labelled(text));
        }
}

TEST_CASE("only a label that may go on is held back") {
    multilog::LocalTimes times(in_utc);
    std::string out(100, '\0');
    CHECK(times.step("@4000", out, false) == multilog::Progress{0, 0});
    CHECK(times.step("@4000 ", out, false) == multilog::Progress{6, 6});
    CHECK(times.step("@40\n@4", out, false) == multilog::Progress{4, 4});
}
