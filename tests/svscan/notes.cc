#include "svscan/notes.h"

#include "svscan/plan.h"
#include "tests/catch.h"

using namespace std::chrono_literals;
using svscan::NoteReader;
using svscan::NoteWriter;
using svscan::Part;
using svscan::Place;

namespace {

constexpr svscan::Time noon = 12h;

std::string written(Place place) {
    NoteWriter notes;
    place.each_number(notes);
    return std::string(notes.text());
}

}  // namespace

TEST_CASE("what was noted is read back in the same order") {
    const std::string name("two words\n\0and more", 19);
    const std::optional<svscan::Time> none, some = 5s;
    NoteWriter out;
    out(-1), out(true), out(Part::logger), out(noon), out(none), out(some), out(name);
    out(7);
    NoteReader in(out.text());
    int number = 0, last = 0;
    bool truth = false;
    auto part = Part::service;
    svscan::Time time{0};
    std::optional<svscan::Time> first = 1s, second;
    std::string text;
    in(number), in(truth), in(part), in(time), in(first), in(second), in(text), in(last);
    CHECK(in.good());
    CHECK((number == -1 && truth && part == Part::logger && time == noon && last == 7));
    CHECK((first == none && second == some && text == name));
}

TEST_CASE("notes of another version, or cut short, are not good") {
    CHECK_FALSE(NoteReader("lares svscan 0\n1 ").good());
    CHECK_FALSE(NoteReader("").good());
    for (const std::string_view text :
         {"", "x ", "12", "5 abc", "-1 ", "99999999999999999999 "}) {
        const auto all = std::string(svscan::notes_version) + std::string(text);
        NoteReader in(all);
        CHECK(in.good());
        std::string name;
        in(name);
        CHECK_FALSE(in.good());
        int number = 5;
        in(number);
        CHECK(number == 0);
    }
}

TEST_CASE("a place goes on as it was") {
    auto place = Place::of_service(noon);
    place.found_logger(noon);
    place.started(Part::service, 10, noon);
    place.started(Part::logger, 11, noon);
    place.unseen(noon);
    place.died(Part::logger, svscan::Death::killed, noon);
    place.leave(noon);
    const auto text = written(place);
    NoteReader notes(text);
    Place other;
    other.each_number(notes);
    CHECK(notes.good());
    CHECK(written(other) == text);
    CHECK(other.next(noon) == place.next(noon));
    CHECK(other.deadline() == place.deadline());
    CHECK(other.pid(Part::service) == 10);
}

TEST_CASE("a plan goes on place by place") {
    svscan::Plan plan, other;
    plan.look(std::vector<svscan::Seen>{{"a b", svscan::Identity{1, 2}}}, noon);
    const auto task = plan.next(noon);
    plan.started(*task, 10, noon);
    NoteWriter out;
    plan.remember(task->place, out);
    NoteReader in(out.text());
    const auto place = other.recall(in);
    CHECK(other.name(place) == "a b");
    CHECK(other.pid(place, Part::service) == 10);
    CHECK_FALSE(other.next(noon + 1h));
    other.died(10, svscan::Death::killed, noon + 1h);
    CHECK(other.next(noon + 1h) ==
          svscan::Plan::Task{place, {svscan::Act::start, Part::service}});
    other.look(std::vector<svscan::Seen>{{"a b", svscan::Identity{1, 2}}}, noon + 1h);
    CHECK(other.next(noon + 1h) ==
          svscan::Plan::Task{place, {svscan::Act::start, Part::service}});
}
