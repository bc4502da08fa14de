#include "tests/supervise/world.h"

#include <stdexcept>
#include <string>
#include <utility>

namespace tests {
namespace {

bool is_beside(supervise::Script script) {
    using supervise::Script;
    return script == Script::check || script == Script::trial || script == Script::farewell;
}

}  // namespace

World::World(Dice dice, std::uint32_t noise)
    : dice_(std::move(dice)),
      noise_(noise),
      service_(supervise::Want(one_of("ud")), now_, noise) {
    obey(service_.begin());
}

void World::step() {
    now_ = {now_.steady + ms * below(700), now_.wall + ms * below(700)};
    switch (below(8)) {
        case 0:
        case 1: hear(); break;
        case 2:
            service_.said(s * below(3), now_);
            obey(once_in(2) ? service_.ready(now_) : service_.replacement_ready(now_));
            break;
        case 3:
        case 4: end_one(); break;
        case 5:
            if (once_in(8)) replace_program();
            [[fallthrough]];
        default: tick(); break;
    }
    look();
}

void World::settle() {
    faults_ = false;
    for (int i = 0; i < 200; ++i) {
        if (!service_.state().pid) end_one();
        now_.steady += s;
        now_.wall += s;
        tick();
        look();
    }
    const auto state = service_.state();
    const bool up = state.pid != 0 || state.phase == Phase::started;
    if (state.want == Want::up && !leaving_ && !up) wrong("wanted up and not up");
    if (once_owed_ && state.phase != Phase::failed) wrong("wanted once and never started");
    if (leaving_ && alive_.empty() && state.phase != Phase::started && !left_)
        wrong("told to leave, and it stays");
}

char World::one_of(std::string_view letters) {
    return letters[dice_(static_cast<unsigned>(letters.size()))];
}

supervise::Stopping World::stopping() {
    return {SIGTERM, s * below(3), once_in(2), s * below(3)};
}

supervise::Checking World::checking() {
    return {s * below(3), s * (1 + below(3)), dice_(3) + 1};
}

supervise::Aftermath World::aftermath() {
    return {once_in(2), once_in(2), once_in(2), s * below(3), s * below(10)};
}

supervise::Beginning World::beginning() {
    return {once_in(3),
            !once_in(4),
            {static_cast<ReadyBy::Kind>(below(3)), 3},
            checking(),
            s * below(3)};
}

supervise::Replacing World::replacing() {
    return {once_in(8), beginning().ready_by, s * below(3)};
}

void World::hear() {
    const char letter = one_of(once_in(400) ? "x" : "uuddootkpc+=hrrrr");
    if (letter == 'x') leaving_ = true;
    if (letter == 'x' || letter == 'd' || letter == 'u') once_owed_ = false;
    const auto state = service_.state();
    if (letter == 'o' && state.pid == 0 && service_.target() == 0 &&
        state.phase != Phase::started && !leaving_)
        once_owed_ = true;
    if (letter == 'r') return obey(service_.replace(replacing()));
    if (letter == 'd') may_stop_ = true;
    const auto orders = service_.hear(*supervise::command(letter), stopping(), now_);
    if ((letter == 'd' || letter == 'k') && state.next.pid != 0 && !orders.to_both)
        wrong("a replacement is spared");
    obey(orders);
}

// The new program knows all that the old one knew.
void World::replace_program() {
    const auto remembered = [](const supervise::Service& service) {
        supervise::Notes notes;
        service.remember(notes, "");
        return notes;
    };
    const auto notes = remembered(service_);
    if (!notes.readable()) wrong("it cannot tell the new program all");
    supervise::Service other(Want::up, now_, noise_);
    other.recall(supervise::Notes(notes.text()), "");
    if (remembered(other).text() != notes.text()) wrong("the new program knows less");
    if (other.deadline() != service_.deadline()) wrong("a deadline is forgotten");
    if (other.status() != service_.status()) wrong("the new program tells another tale");
    service_ = other;
}

void World::end_one() {
    if (alive_.empty()) return;
    auto it = alive_.begin();
    std::advance(it, below(static_cast<unsigned>(alive_.size())));
    const pid_t pid = *it;
    alive_.erase(it);
    if (!service_.knows(pid)) wrong("it lost a process");
    const auto before = service_.state();
    const int codes[] = {0, 0, 1, 100, 125};
    using Kind = supervise::LastExit::Kind;
    const supervise::LastExit exit{once_in(3) ? Kind::signal : Kind::code, codes[below(5)],
                                   false};
    obey(service_.exited(pid, {exit}, aftermath(), now_));
    const auto state = service_.state();
    if (state.phase == Phase::ready && state.failed_checks > before.failed_checks &&
        state.failed_checks >= most_failures_)
        wrong("it fails its checks, and goes on");
    if (pid == before.next.pid && before.pid != 0 && state.pid != before.pid)
        wrong("the old process is given up with the new one");
}

void World::tick() {
    for (int i = 0; i < 10; ++i) {
        const auto due = service_.deadline();
        if (!due || now_.steady < *due) return;
        obey(service_.tick(now_));
    }
}

void World::obey(const supervise::Orders& orders) {
    if (left_) return;
    if (orders.leave) left_ = true;
    if (orders.inherit) {
        may_stop_ = false;
        checked_ = new_checked_;
    }
    if (orders.hand_over) hand_over();
    if (orders.replace) {
        auto directory = beginning();
        run(Script::replacement, directory);
    }
    if (orders.launch) {
        if (left_) wrong("started when it should leave");
        if (service_.state().want == Want::down) wrong("started what is wanted down");
        if (faults_ && once_in(8))
            return obey(service_.postpone(now_.steady + s, now_, "listen: line 1"));
        const auto directory = beginning();
        const auto script = service_.choose(directory);
        once_owed_ = false;
        script ? run(*script, directory) : obey(service_.one_shot(now_));
    }
    if (orders.unfit) end_unfit();
    for (const auto script : orders.run)
        script == Script::check   ? check()
        : script == Script::trial ? try_out()
                                  : run(script, {});
}

void World::end_unfit() {
    const auto state = service_.state();
    if (state.phase != Phase::ready) wrong("only who is ready can be unfit");
    if (state.reason.view() == "none") wrong("unfit, and nobody says why");
    may_stop_ = true;
    const auto orders = service_.restart(stopping(), now_);
    if (orders.signals.empty()) wrong("unfit, and not told to end");
    if (service_.checks().judged() != 0) wrong("unfit, and checked on");
}

void World::check() {
    const auto state = service_.state();
    if (state.phase != Phase::up && state.phase != Phase::ready)
        wrong("checked what is not up");
    if (service_.checks().judged() != state.pid) wrong("checked somebody else");
    if (service_.checks().running() != 0) wrong("a second check");
    const auto directory = checking();
    checked_ = directory.interval != s * 0;
    if (checked_) most_failures_ = directory.failures;
    if (service_.checks().wants(directory)) run(Script::check, {.checking = directory});
}

void World::try_out() {
    const auto state = service_.state();
    if (state.next.pid == 0 || state.next.ready.count() != 0)
        wrong("tried out what is not to get ready");
    if (service_.trials().judged() != state.next.pid) wrong("tried out somebody else");
    if (service_.trials().running() != 0) wrong("a second trial");
    const auto directory = checking();
    if (service_.trials().wants(directory)) run(Script::trial, {.checking = directory});
}

void World::hand_over() {
    const auto state = service_.state();
    if (state.next.pid == 0 || state.next.ready.count() == 0)
        wrong("the old one is to end before the new one is ready");
    may_stop_ = true;
    obey(service_.hand_over(stopping(), now_));
}

void World::run(Script script, const supervise::Beginning& directory) {
    const auto state = service_.state();
    const bool lives = service_.target() != 0 || state.pid != 0;
    if (script == Script::replacement) {
        if (state.pid == 0) wrong("a replacement of nobody");
        if (state.next.pid != 0) wrong("a third process");
    } else if (!is_beside(script)) {
        if (lives) wrong("a second process");
        if (state.next.pid != 0 && script != Script::finish)
            wrong("started beside a replacement");
        may_stop_ = false;
    }
    if (faults_ && once_in(6))
        return obey(
            service_.start_failed(script, {once_in(2), {EAGAIN}}, aftermath(), now_));
    if (script == Script::replacement) new_checked_ = directory.checking.interval != s * 0;
    if (script == Script::run) checked_ = directory.checking.interval != s * 0;
    alive_.insert(++last_pid_);
    obey(service_.started(script, last_pid_, directory, now_));
}

void World::look() {
    const auto state = service_.state();
    const bool waits = state.phase == Phase::waiting || state.phase == Phase::finishing;
    if (left_ && state.next.pid != 0) wrong("it left a replacement behind");
    if (left_) return;
    look_at_replacement(state);
    if (waits && alive_.empty() && !service_.deadline()) wrong("it waits for nothing");
    if (state.phase == Phase::down && state.want == Want::up && !leaving_)
        wrong("down, wanted up");
    if (state.pid != 0 && !alive_.contains(state.pid)) wrong("it believes in the dead");
    const bool unready = state.phase == Phase::up;
    const bool by_check = state.ready_by.kind == ReadyBy::Kind::check;
    const bool ends = state.stop_sent.count() != 0;
    if (((unready && by_check) || (state.phase == Phase::ready && checked_)) && !ends &&
        service_.checks().running() == 0 && !service_.checks().deadline())
        wrong("it never checks again");
    if (state.pid != 0 && !service_.needs_sockets()) wrong("its sockets are closed");
    if (state.phase == Phase::failed && service_.needs_sockets())
        wrong("its sockets are never closed");
    if (state.pid != 0 && lacks_sockets(state)) wrong("it listens, and says it cannot");
    if (state.phase == Phase::ready && service_.watchdog().patience() != s * 0 &&
        !service_.watchdog().deadline())
        wrong("it may be silent for ever");
    if (state.phase == Phase::stopping && service_.checks().judged() != 0)
        wrong("it checks what it has told to end");
    // Two of ./run, a check of each, and ./finish of one that was replaced.
    if (alive_.size() > 5) wrong("more than it may need");
}

void World::look_at_replacement(const supervise::State& state) {
    if (state.stop_sent.count() != 0 && !may_stop_) wrong("stopped, and nobody said so");
    if (state.next.pid == 0) return;
    if (!alive_.contains(state.next.pid)) wrong("it believes in a dead replacement");
    if (state.next.until.count() != 0 && !service_.deadline())
        wrong("a replacement may take for ever");
    if (state.pid == 0 && state.phase != Phase::finishing)
        wrong("a replacement beside nothing");
}

void World::wrong(const char* what) {
    const std::string phase(name(service_.state().phase));
    throw std::logic_error(what + (", in phase " + phase));
}

}  // namespace tests
