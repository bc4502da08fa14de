#include "svscan/plan.h"

#include <algorithm>
#include <random>

#include "tests/catch.h"

using namespace std::chrono_literals;
using svscan::Act;
using svscan::Death;
using svscan::Identity;
using svscan::Part;
using svscan::Plan;
using svscan::Seen;
using svscan::Time;

namespace {

constexpr Time noon = 12h;

Seen seen(std::string name, ino_t inode) { return {std::move(name), Identity{1, inode}}; }

// A plan whose orders are carried out: every start succeeds, every supervise obeys at once.
struct World {
    Plan plan;
    Time now = noon;
    pid_t last_pid = 100;
    std::vector<std::string> done;
    bool obey = true;
    bool logs = false;

    void look(const std::vector<Seen>& all) {
        plan.look(all, now);
        work();
    }

    void work() {
        while (const auto task = plan.next(now)) carry_out(*task);
    }

    void carry_out(Plan::Task task) {
        const auto [act, part] = task.order;
        const auto name = plan.name(task.place) + (part == Part::logger ? "/log" : "");
        switch (act) {
            case Act::start:
                if (logs && part == Part::service)
                    plan.report(task.place, [&](auto& place) { place.found_logger(now); });
                done.push_back("start " + name);
                return plan.started(task, ++last_pid, now);
            case Act::watch:
                return plan.report(task.place, [&](auto& place) {
                    place.piped(svscan::Content::nothing, now);
                });
            case Act::release:
                done.push_back("release " + name);
                return plan.released(task, now);
            case Act::end: done.push_back("end " + name); break;
            case Act::drain: done.push_back("drain " + name); break;
            case Act::kill_all:
            case Act::kill_log:
            case Act::kill: done.push_back("kill " + name); break;
            case Act::signal: done.push_back("signal " + name); break;
        }
        plan.report(task.place, [&](auto& place) { place.heard(task.order, now); });
        if (obey || act == Act::kill)
            plan.died(plan.pid(task.place, part), Death::left, now);
    }

    std::vector<std::string> take() { return std::exchange(done, {}); }
};

using Done = std::vector<std::string>;

}  // namespace

TEST_CASE("every directory of a look is started once") {
    World world;
    world.look({seen("a", 1), seen("b", 2)});
    CHECK(world.take() == Done{"start a", "start b"});
    world.now += 5s;
    world.look({seen("b", 2), seen("a", 1)});
    CHECK(world.take() == Done{});
    CHECK_FALSE(world.plan.deadline());
}

TEST_CASE("two names of one directory get one supervise") {
    World world;
    world.look({seen("a", 1), seen("b", 1)});
    CHECK(world.take() == Done{"start a"});
}

TEST_CASE("the same inode on another device is another directory") {
    World world;
    world.look({seen("a", 1), {"b", Identity{2, 1}}});
    CHECK(world.take() == Done{"start a", "start b"});
}

TEST_CASE("a new name for a known directory changes nothing") {
    World world;
    world.look({seen("a", 1)});
    world.take();
    world.look({seen("a", 1), seen("b", 1)});
    world.now += 5s;
    world.look({seen("b", 1)});
    world.now += 5s;
    world.look({seen("b", 1)});
    CHECK(world.take() == Done{});
}

TEST_CASE("a directory that goes by another name now is restarted under that") {
    World world;
    world.look({seen("a", 1)});
    world.look({seen("b", 1)});
    world.take();
    world.now += 5s;
    world.plan.died(101, Death::killed, world.now);
    world.work();
    CHECK(world.take() == Done{"start b"});
}

TEST_CASE("a directory keeps its name for as long as that leads to it") {
    World world;
    world.look({seen("b", 1)});
    world.look({seen("a", 1), seen("b", 1)});
    CHECK(world.plan.name(0) == "b");
}

TEST_CASE("a directory missing in two looks ends, service first, and its place is free") {
    World world;
    world.logs = true;
    world.look({seen("a", 1), seen("b", 2)});
    world.take();
    world.now += 5s;
    world.look({seen("b", 2)});
    CHECK(world.take() == Done{});
    world.now += 5s;
    world.look({seen("b", 2)});
    CHECK(world.take() == Done{"end a", "drain a/log", "release a"});
    CHECK_FALSE(world.plan.wants_look());
    world.look({seen("b", 2), seen("c", 3)});
    CHECK(world.plan.name(0) == "c");
}

TEST_CASE("a name that leads to another directory ends the old one before the new starts") {
    World world;
    world.obey = false;
    world.look({seen("a", 1)});
    world.take();
    world.look({seen("a", 2)});
    CHECK(world.take() == Done{"end a"});
    world.now += 5s;
    world.look({seen("a", 2)});
    CHECK(world.take() == Done{});
    world.plan.died(101, Death::left, world.now);
    world.work();
    CHECK(world.take() == Done{"release a"});
    CHECK(world.plan.wants_look());
    world.look({seen("a", 2)});
    CHECK(world.take() == Done{"start a"});
    CHECK_FALSE(world.plan.wants_look());
}

TEST_CASE("a name changes hands and the old directory keeps another: both run") {
    World world;
    world.look({seen("a", 1)});
    world.take();
    world.look({seen("a", 2), seen("b", 1)});
    CHECK(world.take() == Done{"start a"});
    CHECK(world.plan.name(0) == "b");
}

TEST_CASE("two directories that swap their names go on") {
    World world;
    world.look({seen("a", 1), seen("b", 2)});
    world.take();
    world.look({seen("a", 2), seen("b", 1)});
    world.now += 5s;
    world.look({seen("a", 2), seen("b", 1)});
    CHECK(world.take() == Done{});
    CHECK(world.plan.name(0) == "b");
    CHECK(world.plan.name(1) == "a");
}

TEST_CASE("a directory that comes back while it ends is started when it is gone") {
    World world;
    world.obey = false;
    world.look({seen("a", 1)});
    world.look({});
    world.now += 5s;
    world.look({});
    world.look({seen("a", 1)});
    CHECK(world.take() == Done{"start a", "end a"});
    world.plan.died(101, Death::left, world.now);
    world.work();
    CHECK(world.plan.wants_look());
    world.look({seen("a", 1)});
    CHECK(world.take() == Done{"release a", "start a"});
}

TEST_CASE("a name that could not be examined keeps its place, and starts none") {
    World world;
    world.look({seen("a", 1), {"b", {}}});
    CHECK(world.take() == Done{"start a"});
    for (int i = 0; i < 3; ++i) {
        world.now += 5s;
        world.look({{"a", {}}});
    }
    CHECK(world.take() == Done{});
}

TEST_CASE("stopped, all end, nothing starts, and nothing is left") {
    World world;
    world.logs = true;
    world.look({seen("a", 1)});
    world.take();
    world.plan.stop(world.now);
    world.plan.look(std::vector{seen("a", 1), seen("b", 2)}, world.now);
    world.work();
    CHECK(world.take() == Done{"end a", "drain a/log", "release a"});
    CHECK(world.plan.empty());
}

TEST_CASE("stopped twice, what does not obey is killed") {
    World world;
    world.obey = false;
    world.look({seen("a", 1)});
    world.plan.stop(world.now);
    world.work();
    world.plan.stop(world.now);
    world.work();
    CHECK(world.take() == Done{"start a", "end a", "kill a", "release a"});
}

TEST_CASE("the log starts first, is not started twice, and leaves last") {
    World world;
    world.plan.add_log(seen("z", 9), world.now);
    world.look({seen("a", 1), seen("z", 9)});
    CHECK(world.take() == Done{"start z/log", "start a"});
    world.now += 5s;
    world.look({seen("a", 1)});
    world.now += 5s;
    world.look({seen("a", 1)});
    CHECK(world.take() == Done{});
    world.plan.stop(world.now);
    world.work();
    CHECK(world.take() == Done{"end a", "release a", "drain z/log", "release z"});
}

TEST_CASE("a look is waited for while a place is missing, and no longer") {
    World world;
    world.look({seen("a", 1), seen("b", 2)});
    CHECK_FALSE(world.plan.waits_for_look());
    world.look({});
    CHECK(world.plan.waits_for_look());
    world.now += 5s;
    world.look({seen("a", 1)});
    CHECK_FALSE(world.plan.waits_for_look());
    CHECK_FALSE(world.plan.empty());
}

TEST_CASE("a stranger's death is nothing") {
    World world;
    world.look({seen("a", 1)});
    world.plan.died(1, Death::killed, world.now);
    CHECK_FALSE(world.plan.deadline());
}

TEST_CASE("whatever is seen, each directory runs once, and in the end those seen run") {
    std::mt19937 random(1);
    for (int round = 0; round < 200; ++round) {
        World world;
        std::vector<Seen> all;
        for (int step = 0; step < 30; ++step) {
            all.clear();
            for (char name = 'a'; name < 'f'; ++name)
                if (random() % 3 != 0) all.push_back(seen({name}, 1 + random() % 5));
            world.obey = random() % 2 == 0;
            world.look(all);
            if (random() % 2)
                world.plan.died(101 + static_cast<pid_t>(random() % 8),
                                random() % 2 ? Death::left : Death::killed, world.now);
            world.now += std::chrono::milliseconds(random() % 6000);
        }
        world.obey = true;
        for (pid_t pid = 101; pid <= world.last_pid; ++pid)
            world.plan.died(pid, Death::left, world.now);
        for (int step = 0; step < 8; ++step, world.now += 5s) world.look(all);
        std::vector<ino_t> wanted, running;
        for (const auto& one : all) wanted.push_back(one.identity->inode);
        std::sort(wanted.begin(), wanted.end());
        wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
        world.take();
        world.plan.stop(world.now);
        world.work();
        for (const auto& done : world.take())
            if (done.starts_with("end ")) running.push_back(1);
        CHECK(running.size() == wanted.size());
        CHECK(world.plan.empty());
    }
}
