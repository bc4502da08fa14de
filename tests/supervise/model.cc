// Drives the machine of a service with random events, a million of them, and looks after
// each whether what service.h promises still holds.

#include <random>
#include <set>
#include <string>

#include "supervise/service.h"
#include "tests/catch.h"

using namespace std::chrono_literals;
using namespace supervise;

namespace {

constexpr int lives = 2000;
constexpr int events_in_a_life = 500;

// Carries orders out like a slot, with processes that are nothing but numbers.
class World {
  public:
    explicit World(unsigned seed)
        : random_(seed), service_(Want(one_of("ud")), now_, seed) {
        obey(service_.begin());
    }

    void step() {
        now_ = {now_.steady + 1ms * below(700), now_.wall + 1ms * below(700)};
        switch (below(8)) {
            case 0:
            case 1: hear(); break;
            case 2: obey(service_.ready(now_)); break;
            case 3:
            case 4: end_one(); break;
            default: tick(); break;
        }
        look();
    }

    // Everything that lives ends, time goes by: whatever is wanted up must come up.
    void settle() {
        faults_ = false;
        for (int i = 0; i < 200; ++i) {
            if (!service_.state().pid) end_one();
            now_.steady += 1s;
            now_.wall += 1s;
            tick();
            look();
        }
        const auto state = service_.state();
        const bool up = state.pid != 0 || state.phase == Phase::started;
        if (state.want == Want::up && !leaving_ && !up) wrong("wanted up and not up");
        if (once_owed_ && state.phase != Phase::failed)
            wrong("wanted once and never started");
        if (leaving_ && alive_.empty() && state.phase != Phase::started && !left_)
            wrong("told to leave, and it stays");
    }

  private:
    int below(int limit) {
        return static_cast<int>(random_() % static_cast<unsigned>(limit));
    }
    bool once_in(int times) { return below(times) == 0; }
    char one_of(std::string_view letters) {
        return letters[static_cast<std::size_t>(below(static_cast<int>(letters.size())))];
    }

    Stopping stopping() { return {SIGTERM, 1s * below(3), once_in(2)}; }
    Aftermath aftermath() {
        return {once_in(2), once_in(2), once_in(2), 1s * below(3), 1s * below(10)};
    }
    Beginning beginning() {
        return {once_in(3), !once_in(4), {static_cast<ReadyBy::Kind>(below(3)), 3}};
    }

    void hear() {
        const char letter = one_of(once_in(400) ? "x" : "uuddootkpc+=h");
        if (letter == 'x') leaving_ = true;
        if (letter == 'x' || letter == 'd' || letter == 'u') once_owed_ = false;
        const auto state = service_.state();
        if (letter == 'o' && state.pid == 0 && service_.target() == 0 &&
            state.phase != Phase::started && !leaving_)
            once_owed_ = true;
        obey(service_.hear(*command(letter), stopping(), now_));
    }

    void end_one() {
        if (alive_.empty()) return;
        auto it = alive_.begin();
        std::advance(it, below(static_cast<int>(alive_.size())));
        const pid_t pid = *it;
        alive_.erase(it);
        if (!service_.knows(pid)) wrong("it lost a process");
        const int codes[] = {0, 0, 1, 100, 125};
        const LastExit exit{once_in(3) ? LastExit::Kind::signal : LastExit::Kind::code,
                            codes[below(5)], false};
        obey(service_.exited(pid, {exit}, aftermath(), now_));
    }

    void tick() {
        for (int i = 0; i < 10; ++i) {
            const auto due = service_.deadline();
            if (!due || now_.steady < *due) return;
            obey(service_.tick(now_));
        }
    }

    void obey(const Orders& orders) {
        if (left_) return;
        if (orders.leave) left_ = true;
        if (orders.launch) {
            if (left_) wrong("started when it should leave");
            if (service_.state().want == Want::down) wrong("started what is wanted down");
            const auto directory = beginning();
            const auto script = service_.choose(directory);
            once_owed_ = false;
            script ? run(*script, directory) : obey(service_.one_shot(now_));
        }
        for (const auto script : orders.run) run(script, {});
    }

    void run(Script script, const Beginning& directory) {
        const bool beside = script == Script::check;
        if (!beside && (service_.target() != 0 || service_.state().pid != 0))
            wrong("a second process");
        if (faults_ && once_in(6))
            return obey(
                service_.start_failed(script, {once_in(2), {EAGAIN}}, aftermath(), now_));
        alive_.insert(++last_pid_);
        obey(service_.started(script, last_pid_, directory, now_));
    }

    void look() {
        const auto state = service_.state();
        const bool waits = state.phase == Phase::waiting || state.phase == Phase::finishing;
        if (left_) return;
        if (waits && alive_.empty() && !service_.deadline()) wrong("it waits for nothing");
        if (state.phase == Phase::down && state.want == Want::up && !leaving_)
            wrong("down, wanted up");
        if (state.pid != 0 && !alive_.contains(state.pid)) wrong("it believes in the dead");
        if (state.pid != 0 && state.ready == 0s &&
            state.ready_by.kind == ReadyBy::Kind::check && alive_.size() == 1 &&
            !service_.deadline())
            wrong("it never checks again");
        if (alive_.size() > 2) wrong("more than a process and a check");
    }

    void wrong(const char* what) {
        FAIL(what << ", in phase " << name(service_.state().phase));
    }

    std::minstd_rand random_;
    base::Moment now_{1000s, 5000s};
    Service service_;
    std::set<pid_t> alive_;
    pid_t last_pid_ = 1;
    bool faults_ = true;
    bool once_owed_ = false;
    bool leaving_ = false;
    bool left_ = false;
};

}  // namespace

TEST_CASE("a million random events never break what the machine promises") {
    for (unsigned seed = 1; seed <= lives; ++seed) {
        INFO("seed " << seed);
        World world(seed);
        for (int i = 0; i < events_in_a_life; ++i) world.step();
        world.settle();
    }
}
