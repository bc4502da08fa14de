#include "multilog/sorter.h"

#include <string>

#include "tests/catch.h"

using multilog::Room;
using multilog::Script;
using multilog::Sorter;
using multilog::Unended;

namespace {

constexpr Room plenty{1'000'000, 1'000'000};

// A script and what becomes of input under it.
struct Trial {
    explicit Trial(std::vector<const char*> arguments)
        : script(multilog::parse(arguments)), sorter(script) {
        rooms.assign(script.logs.size(), plenty);
    }

    std::size_t sort(std::string_view input, Unended unended = Unended::waits) {
        return sorter.sort(input, unended, label, rooms);
    }
    std::size_t sort(std::string&& input) { return sort(std::string_view(kept = input)); }
    std::size_t sort(const char* input, Unended unended = Unended::waits) {
        return sort(std::string_view(input), unended);
    }

    std::string log(std::size_t i = 0) const {
        std::string text;
        for (const auto& piece : sorter.share(i).pieces)
            text.append(static_cast<const char*>(piece.iov_base), piece.iov_len);
        CHECK(text.size() == sorter.share(i).size);
        return text;
    }

    Script script;
    Sorter sorter;
    std::string kept;  // input has to stay where it is
    std::vector<Room> rooms;
    std::string_view label = "@now ";
};

}  // namespace

TEST_CASE("lines that pass as they are, are one piece of the input itself") {
    Trial trial({"./a", "./b"});
    const std::string_view input = "one\ntwo\nthr";
    CHECK(trial.sort(input) == 8);
    for (const std::size_t i : {0U, 1U}) {
        REQUIRE(trial.sorter.share(i).pieces.size() == 1);
        CHECK(trial.sorter.share(i).pieces[0].iov_base == input.data());
    }
    CHECK(trial.log() == "one\ntwo\n");
    CHECK_FALSE(trial.sorter.in_line());
}

TEST_CASE("a line without its end waits, unless it is to be cut") {
    for (const auto* first : {"e", "t"}) {
        Trial trial({first, "./a"});
        trial.label = "";
        CHECK(trial.sort("abc") == 0);
        CHECK(trial.sort("abc", Unended::is_cut) == 3);
        CHECK(trial.sorter.in_line());
        CHECK(trial.sort("def\ng") == 4);
        CHECK(trial.log() == "def\n");
        CHECK_FALSE(trial.sorter.in_line());
    }
}

TEST_CASE("each line gets the label, and the rest of a cut line none") {
    Trial trial({"t", "./a"});
    CHECK(trial.sort("one\n\ntwo\n") == 9);
    CHECK(trial.log() == "@now one\n@now \n@now two\n");
    CHECK(trial.sorter.share(0).pieces.size() == 1);
    CHECK(trial.sort("abc", Unended::is_cut) == 3);
    CHECK(trial.log() == "@now abc");
    CHECK(trial.sort("def\nghi\n") == 8);
    CHECK(trial.log() == "def\n@now ghi\n");
}

TEST_CASE("patterns select and deselect, in their order") {
    Trial trial({"-*", "+*fatal*", "-*not fatal*", "./a"});
    CHECK(trial.sort("fatal 1\nok\nnot fatal\nfatal 2\n") == 29);
    CHECK(trial.log() == "fatal 1\nfatal 2\n");
}

TEST_CASE("a log gets what is selected where it stands in the script") {
    Trial trial({"./all", "-*", "+a*", "./a", "+*", "./again"});
    trial.sort("abc\nxyz\n");
    CHECK(trial.log(0) == "abc\nxyz\n");
    CHECK(trial.log(1) == "abc\n");
    CHECK(trial.log(2) == "abc\nxyz\n");
}

TEST_CASE("patterns see the label, and a thousand bytes at most") {
    Trial trial({"t", "-*", "+@now x*", "./a"});
    trial.sort("xyz\nabc\n");
    CHECK(trial.log() == "@now xyz\n");

    const std::string thousand(1000, 'd');
    const auto exact = "+" + thousand;
    Trial plain({"-*", exact.c_str(), "./a"});
    plain.sort(thousand + "\n" + thousand + "tail\n" + thousand.substr(1) + "\n");
    CHECK(plain.log() == thousand + "\n" + thousand + "tail\n");
}

TEST_CASE(
    "the rest of a cut line follows its beginning, or goes where that went: nowhere") {
    Trial trial({"-drop*", "./a"});
    CHECK(trial.sort("drop this", Unended::is_cut) == 9);
    CHECK(trial.log().empty());
    CHECK(trial.sort("keep\nkeep\n") == 10);
    CHECK(trial.log() == "keep\n");
}

TEST_CASE("labelled lines come out alike, whether there are patterns or not") {
    std::string input;
    for (std::size_t i = 0; i < 400; ++i) input += std::string(i * 7 % 90, 'x') + "\n";
    for (const std::size_t soft : {1U, 5U, 30U, 100U, 5000U, 200'000U}) {
        std::string outputs[2];
        for (const auto* second : {"./b", "+y"}) {
            Trial trial({"t", second, "./a"});
            auto& output = outputs[second[0] == '+'];
            trial.rooms.assign(trial.rooms.size(), {200'000, 200'000});
            trial.rooms.back() = {soft, soft + 40};
            for (std::size_t all = 0; all < input.size();) {
                const auto taken = trial.sort(std::string_view(input).substr(all));
                REQUIRE(taken > 0);
                all += taken;
                output += trial.log(trial.rooms.size() - 1) + "|";
            }
        }
        CHECK(outputs[0] == outputs[1]);
    }
}

TEST_CASE("a batch ends with the newline that makes a log full") {
    for (const auto* first : {"./a", "+x"}) {
        Trial trial({first, "./b"});
        trial.rooms.back() = {4, 2000};
        CHECK(trial.sort("ab\ncd\nef\n") == 6);
        CHECK(trial.log(trial.rooms.size() - 1) == "ab\ncd\n");
        trial.rooms.back() = {3, 2000};
        CHECK(trial.sort("ab\ncd\nef\n") == 3);
    }
}

TEST_CASE("a batch ends inside a line where a log is full in any case") {
    for (const auto* first : {"./a", "+x"}) {
        Trial trial({first, "./b"});
        trial.rooms.back() = {4, 5};
        CHECK(trial.sort("abcdefgh\n") == 5);
        CHECK(trial.sorter.in_line());
        CHECK(trial.log(trial.rooms.size() - 1) == "abcde");
        CHECK(trial.sort("fgh\n") == 4);
        CHECK_FALSE(trial.sorter.in_line());
    }
}

TEST_CASE("a label counts, but not as input") {
    Trial trial({"t", "./a"});
    trial.rooms[0] = {4, 8};
    CHECK(trial.sort("abcdef\n") == 3);
    CHECK(trial.log() == "@now abc");
}

TEST_CASE("alerts are the first 200 bytes of selected lines") {
    Trial trial({"-*", "+a*", "e"});
    const std::string line(200, 'a');
    trial.sort("abc\nxyz\n" + line + "\n" + line + "b\n");
    CHECK(trial.sorter.alerts() == "abc\n" + line + "\n" + line + "...\n");
}

TEST_CASE("a batch ends before its alerts are more than a pipe takes whole") {
    Trial trial({"e", "./a"});
    std::string input;
    for (int i = 0; i < 100; ++i) input += std::string(150, 'a') + "\n";
    std::size_t all = 0;
    while (all < input.size()) {
        const auto taken = trial.sort(std::string_view(input).substr(all));
        REQUIRE(taken > 0);
        CHECK(trial.sorter.alerts().size() == taken);
        CHECK(taken <= 4096);
        all += taken;
    }
}

TEST_CASE(
    "a status file is told the last selected line, labelled, a thousand bytes of it") {
    Trial trial({"t", "-*", "+* a*", "=f"});
    CHECK_FALSE(trial.sorter.status(0));
    const std::string line = "a" + std::string(2000, 'b');
    trial.sort("a1\na2\nxyz\n");
    CHECK(trial.sorter.status(0) == "@now a2");
    trial.sort("xyz\n");
    CHECK_FALSE(trial.sorter.status(0));
    trial.sort(line + "\n");
    CHECK(trial.sorter.status(0) == ("@now " + line).substr(0, 1000));
}

TEST_CASE("a status file that is named twice tells the last line of both") {
    Trial trial({"=f", "-*", "+a*", "=f"});
    trial.sort("a1\nxyz\n");
    CHECK(trial.script.statuses.size() == 1);
    CHECK(trial.sorter.status(0) == "xyz");
    trial.sort("xyz\na2\n");
    CHECK(trial.sorter.status(0) == "a2");
}

TEST_CASE("a prefix goes behind the label, into its log alone, unseen by patterns") {
    Trial trial({"t", "-* web", "pweb: ", "./a", "p", "./b"});
    trial.sort("one\nweb\ntwo\n");
    CHECK(trial.log(0) == "@now web: one\n@now web: two\n");
    CHECK(trial.log(1) == "@now one\n@now two\n");
    Trial bare({"p> ", "./a"});
    bare.sort("one\ntwo\n");
    CHECK(bare.log() == "> one\n> two\n");
    bare.sort("abc", Unended::is_cut);
    CHECK(bare.log() == "> abc");
    bare.sort("def\n");
    CHECK(bare.log() == "def\n");
}

TEST_CASE("more lines than fit into a batch are more batches") {
    for (const auto& arguments :
         {std::vector{"t", "./a"}, std::vector{"-b", "./a"}, std::vector{"px", "./a"},
          std::vector{"-b", "t", "p12", "./a"}}) {
        Trial trial(arguments);
        trial.label = trial.script.labelling == multilog::Labelling::none ? "" : "@now ";
        std::string input, output;
        for (int i = 0; i < 5000; ++i) input += i % 2 ? "b\n" : std::to_string(i) + "\n";
        std::size_t all = 0;
        while (all < input.size()) {
            const auto taken = trial.sort(std::string_view(input).substr(all));
            REQUIRE(taken > 0);
            CHECK(trial.sorter.share(0).pieces.size() <= Sorter::most_pieces);
            all += taken;
            output += trial.log();
        }
        const auto lines = std::count(output.begin(), output.end(), '\n');
        CHECK(lines == (arguments[0] == std::string("-b") ? 2500 : 5000));
    }
}

TEST_CASE("a line longer than the labelling buffer passes in parts") {
    Trial trial({"t", "./a"});
    const std::string line = std::string(300'000, 'x') + "\n";
    std::string output;
    for (std::size_t all = 0; all < line.size();) {
        const auto taken = trial.sort(std::string_view(line).substr(all));
        REQUIRE(taken > 0);
        all += taken;
        output += trial.log();
    }
    CHECK(output == "@now " + line);
}

TEST_CASE("input is the same however it is cut, NULs and all") {
    std::string input;
    for (int i = 0; i < 300; ++i)
        input +=
            std::string(static_cast<std::size_t>(i * i % 97), static_cast<char>(i)) + "\n";
    for (const std::size_t step : {1U, 2U, 7U, 64U, 1000U}) {
        Trial trial({"./a", "-no such line", "./b"});
        std::string output;
        for (std::size_t all = 0; all < input.size();) {
            const auto part = std::string_view(input).substr(all, step);
            all += trial.sort(part, Unended::is_cut);
            CHECK(trial.log(0) == trial.log(1));
            output += trial.log();
        }
        CHECK(output == input);
    }
}
