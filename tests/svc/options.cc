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

TEST_CASE("U and D are u and d that last") {
    CHECK(given({"-U", "web"}).letters.view() == "u");
    CHECK(given({"-U", "web"}).lasting == svc::Lasting::up);
    CHECK(given({"-xD", "web"}).letters.view() == "xd");
    CHECK(given({"-D", "web"}).lasting == svc::Lasting::down);
    CHECK(given({"-du", "web"}).lasting == svc::Lasting::no);
}

TEST_CASE("-s stands among the letters, or among the directories until --") {
    CHECK(given({"-st", "web"}).one_by_one);
    CHECK(given({"-st", "web"}).letters.view() == "t");
    CHECK(given({"-t", "web", "-s"}).one_by_one);
    CHECK_FALSE(given({"-t", "--", "web", "-s"}).one_by_one);
    CHECK_FALSE(given({"-t", "web"}).one_by_one);
    CHECK(given({"-stT3", "web"}).wrong == nullptr);
    CHECK(svc::is_switch(given({"-t", "web", "-s"}), "-s"));
    CHECK_FALSE(svc::is_switch(given({"-t", "web", "-s"}), "web"));
    CHECK_FALSE(svc::is_switch(given({"-t", "--", "web", "-s"}), "-s"));
}

TEST_CASE("-W takes what to wait for, -T for how long") {
    const auto both = given({"-duWr", "-T", "30", "web"});
    CHECK(both.letters.view() == "du");
    CHECK(both.goal == svc::Goal::ready);
    CHECK(both.most == std::chrono::seconds(30));
    CHECK(both.words == 4);
    CHECK(given({"-W", "D", "web"}).goal == svc::Goal::done);
    CHECK(given({"-T0", "-Wu"}).most == std::chrono::seconds(0));
    CHECK_FALSE(given({"-u"}).goal);
}

TEST_CASE("what cannot be waited for, or not for that long, is refused") {
    for (const auto word : {"-Wx", "-Wud", "-W"}) CHECK(given({word}).wrong);
    for (const auto word : {"-T", "-Tx", "-T1s", "-T-1", "-T9999999999"})
        CHECK(given({"-Wu", word}).wrong);
    CHECK(std::string(given({"-T3", "-u", "web"}).wrong) == "-T needs -W or -s");
    CHECK_FALSE(given({"-Wu", "-T3"}).wrong);
}

TEST_CASE("what + and L set is undone at the end, for another client's letters") {
    const auto sent = [](const char* letters) {
        return std::string(svc::to_send(svc::Letters(letters)).view());
    };
    CHECK(sent("dux") == "dux");
    CHECK(sent("+t") == "+t=");
    CHECK(sent("+t=k") == "+t=k");
    CHECK(sent("Lt") == "Ltl");
    CHECK(sent("Ltlk") == "Ltlk");
    CHECK(sent("L+t") == "L+t=l");
    CHECK(sent("+Lt") == "+Ltl=");
    CHECK(sent("+L+t") == "+L+t=l=");
    CHECK(sent("L+lt") == "L+ltL=l");
}

TEST_CASE("the letters are listed with their meaning") {
    const auto text = svc::known_options();
    CHECK(text.whole());
    CHECK(text.view().starts_with("u up, d down, o once, "));
}
