#include "svc/options.h"

#include <unistd.h>

#include <initializer_list>
#include <string>
#include <vector>

#include "tests/catch.h"

namespace {

// What svc makes of these words.
svc::Options given(std::initializer_list<const char*> words) {
    std::vector<std::string> copies{"svc"};
    copies.insert(copies.end(), words.begin(), words.end());
    std::vector<char*> pointers;
    for (auto& copy : copies) pointers.push_back(copy.data());
    pointers.push_back(nullptr);
    optind = 0;  // getopt(3) forgets where in the last command line it stopped
    return svc::options(static_cast<int>(copies.size()), pointers.data());
}

std::string letters(std::initializer_list<const char*> words) {
    return std::string(given(words).letters.view());
}

}  // namespace

TEST_CASE("letters go out in the order given: -du is a restart, -ud ends down") {
    CHECK(letters({"-du", "web"}) == "du");
    CHECK(letters({"-ud", "web"}) == "ud");
    CHECK(letters({"-d", "-u", "web"}) == "du");
}

TEST_CASE("every letter of daemontools and of daemontools-encore is known") {
    const auto all = given({"-udopchaitkxq12w+=", "web"});
    CHECK(all.letters.view() == "udopchaitkxq12w+=");
    CHECK(all.illegal == 0);
}

TEST_CASE("a letter counts once") {
    CHECK(letters({"-uu", "-du", "web"}) == "ud");
    CHECK(letters({"-t+t=t+", "web"}) == "t+=");
}

TEST_CASE("after l and L the counting starts anew") {
    CHECK(letters({"-dLdldLL", "web"}) == "dLdldLL");
    CHECK(letters({"-ttLttlt", "web"}) == "tLtlt");
}

TEST_CASE("options end at the first directory, at -- and never at a single -") {
    CHECK(given({"-u", "web", "-d"}).letters.view() == "u");
    CHECK(given({"-u", "web", "-d"}).words == 2);
    CHECK(given({"-u", "--", "-d"}).words == 3);
    CHECK(given({"-u", "-"}).words == 2);
}

TEST_CASE("without words there are no letters and nothing to do") {
    CHECK(given({}).letters.empty());
    CHECK(given({}).words == 1);
    CHECK(given({"-u"}).words == 2);
}

TEST_CASE("the first letter that is none is remembered") {
    CHECK(given({"-uzy", "web"}).illegal == 'z');
    CHECK(given({"--help"}).illegal == '-');
    CHECK(given({"-\xff"}).illegal == '\xff');
    CHECK(given({"-:"}).illegal == ':');
    CHECK(given({"-u", "web"}).illegal == 0);
}

TEST_CASE("more letters than a fifo takes at once are refused") {
    const std::string most = "-" + std::string(svc::most_letters, 'l');
    CHECK(given({most.c_str()}).letters.whole());
    CHECK_FALSE(given({(most + "l").c_str()}).letters.whole());
}

TEST_CASE("the letters are listed with their meaning") {
    const auto text = svc::known_options();
    CHECK(text.whole());
    CHECK(text.view().starts_with("u up, d down, o once, "));
}
