#include "svc/caller.h"

#include <fcntl.h>

#include "base/fd.h"
#include "base/reason.h"
#include "supervise/files.h"
#include "supervise/told.h"
#include "supervise/whereabouts.h"

namespace svc {
namespace {

using supervise::name_of;

base::Path why(const Sent& sent, std::string_view own) {
    using Step = Sent::Step;
    const base::Path control(supervise::place_said(own), "/", supervise::files::control);
    const bool left_alone = sent.error.number == ENXIO || sent.error.number == EPIPE;
    switch (sent.step) {
        case Step::open:
        case Step::write:
            if (left_alone) return base::Path("supervise not running");
            return base::Path(base::reason(sent.error));
        case Step::fifo: return base::Path(control, " is no fifo");
        case Step::room:
            return base::Path("supervise takes no commands, ", control, " is full");
        case Step::done: break;
    }
    return base::Path();
}

// What services are waited for to be, one by one, where nothing else was asked for.
Goal goal_of(std::string_view letters) {
    const auto last = letters.find_last_of("duo");
    return last != letters.npos && letters[last] == 'd' ? Goal::down : Goal::ready;
}

// What is kept down, and stays so, will not be ready.
bool rests(std::string_view own, std::string_view letters) {
    if (letters.find_first_of("uo") != letters.npos) return false;
    const auto told = supervise::read_state(AT_FDCWD, supervise::place_here(own));
    if (!told) return false;
    const auto state = supervise::decode((*told).text, "");
    return state && state->phase == supervise::Phase::down;
}

}  // namespace

Caller::Caller(base::Report& report, const Options& options)
    : report_(report), options_(options), letters_(to_send(options.letters)) {
    if (options.goal && !options.one_by_one)
        wait_.emplace(report, *options.goal, letters_, options.most);
}

void Caller::call(const char* name) {
    if (code_ != 0) return;
    const auto entered = rounds_.enter(name);
    if (!entered) {
        report_.warn(entered.error(), "unable to chdir to ", name);
        if (wait_) wait_->give_up();
        if (options_.one_by_one) code_ = base::failed_for_now;
        return;
    }
    const auto own = rounds_.own();
    keep(name, own);
    std::vector<std::string> workers;
    if (options_.goal || options_.one_by_one || options_.lasting == Lasting::up)
        workers = rounds_.workers();
    if (workers.empty()) return address(name, own);
    for (const auto& worker : workers) {
        if (options_.lasting == Lasting::up) keep(name_of(name, worker), worker);
        address(name_of(name, worker), worker);
    }
}

void Caller::keep(const std::string& name, std::string_view own) {
    if (options_.lasting == Lasting::no) return;
    const bool down = options_.lasting == Lasting::down;
    const auto kept = down ? keep_down(own) : keep_up(own);
    if (kept) return;
    report_.warn(kept.error(), "unable to ", down ? "create " : "remove ", name, "/",
                 supervise::files::down);
    all_kept_ = false;
}

void Caller::address(const std::string& name, const std::string& own) {
    if (options_.one_by_one) return one_alone(name, own);
    if (wait_) wait_->add(name, own, own == rounds_.own());
    send(name, own, wait_ ? &*wait_ : nullptr);
}

void Caller::one_alone(const std::string& name, const std::string& own) {
    if (code_ != 0) return;
    Wait wait(report_, options_.goal.value_or(goal_of(letters_)), letters_, options_.most);
    if (wait.wants_run() && rests(own, letters_)) return send(name, own, nullptr);
    wait.add(name, own, own == rounds_.own());
    send(name, own, &wait);
    code_ = wait.run();
}

// What nobody hears now is heard later where we wait for a service to come; or it is for
// the workers, of whom nobody has asked before.
void Caller::send(const std::string& name, const std::string& own, Wait* wait) {
    if (wait && letters_.empty()) return;  // Who only waits need not be let in.
    const auto place = supervise::place_here(own);
    auto sent = control_.send(letters_, place.c_str());
    if (wait && base::is_shortage(sent.error)) {
        wait->make_room();
        sent = control_.send(letters_, place.c_str());
        wait->take_room();
    }
    if (sent.step == Sent::Step::done) return;
    const bool is_unheard = unheard(sent);
    if (wait && is_unheard && wait->wants_run()) return wait->send_later();
    if (!wait && is_unheard && own == ".") {
        const auto workers = rounds_.workers();
        for (const auto& worker : workers) send(name_of(name, worker), worker, wait);
        if (!workers.empty()) return;
    }
    report_.warn("unable to control ", name, ": ", why(sent, own));
    if (wait && !is_unheard) wait->give_up();
}

// Who waits is told that it will not last.
int Caller::end() {
    const int code = wait_ ? wait_->run() : code_;
    const bool waited = wait_ || options_.one_by_one;
    return code == 0 && waited && !all_kept_ ? base::failed_for_now : code;
}

}  // namespace svc
