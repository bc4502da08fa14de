#include "tests/supervise/life.h"

using namespace life;

TEST_CASE("an adopted service is checked and watched on") {
    const Beginning directory{.ready_by = {ReadyBy::Kind::descriptor, 3},
                              .checking = {.interval = 10s},
                              .watchdog = 15s};
    const auto told = watched().state();
    auto service = service_wanted(Want::up);
    service.adopt(Script::run, 7, told, at(0s).steady, 0s, directory, at(100s));
    CHECK(service.deadline() == at(110s).steady);
    CHECK(service.checks().judged() == 7);
    CHECK(service.watchdog().deadline() == at(115s).steady);
    auto stopped = told;
    stopped.stop_sent = at(99s).wall;
    auto other = service_wanted(Want::up);
    other.adopt(Script::run, 7, stopped, at(0s).steady, 0s, directory, at(100s));
    CHECK(other.deadline() == std::nullopt);
}

TEST_CASE("what is remembered for the next program is recalled whole") {
    auto paused = running();
    paused.hear(Command::pause, stopping, noon);
    auto stopped = running();
    stopped.hear(Command::down, {SIGINT, 3s}, noon);
    auto checked = running(Want::up, {.ready_by = {ReadyBy::Kind::check}});
    checked.tick(noon);
    checked.started(Script::check, 9, only_run, noon);
    for (const auto& service : {waiting(), starting(), finishing(), paused, stopped,
                                checked, watched(), unfit()}) {
        supervise::Notes notes, again;
        service.remember(notes, "log-");
        auto next = service_wanted(Want::once);
        next.recall(supervise::Notes(notes.text()), "log-");
        next.remember(again, "log-");
        CHECK(again.text() == notes.text());
        CHECK(next.deadline() == service.deadline());
        CHECK(next.state().phase == service.state().phase);
        CHECK(next.target() == service.target());
    }
}

TEST_CASE("signals go to the group in the next program, too") {
    auto service = running();
    service.hear(Command::to_group, stopping, noon);
    supervise::Notes notes;
    service.remember(notes, "");
    auto next = service_wanted(Want::up);
    next.recall(notes, "");
    CHECK(next.hear(Command::hangup, stopping, noon).to_group);
}

TEST_CASE("notes of another version cannot be read") {
    CHECK(supervise::Notes().readable());
    CHECK_FALSE(supervise::Notes("lares supervise 0\n").readable());
    CHECK_FALSE(supervise::Notes("").readable());
}
