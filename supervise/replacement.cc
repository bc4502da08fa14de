#include "supervise/replacement.h"

#include "base/deadline.h"

namespace supervise {

void Replacement::ask(Time within) {
    stage_ = Stage::asked;
    within_ = within;
}

void Replacement::started(pid_t pid, const Beginning& directory, base::Moment now) {
    stage_ = Stage::trying;
    newcomer_ = {};
    newcomer_.pid = pid;
    newcomer_.since = now.wall;
    directory_ = directory;
    started_ = now.steady;
    if (within_ != Time(0)) {
        give_up_at_ = now.steady + within_;
        newcomer_.until = now.wall + within_;
    }
    const bool decides = directory.ready_by.kind == ReadyBy::Kind::check;
    if (decides) checks_.begin(pid, decides, directory.checking, now.steady);
}

bool Replacement::ready(base::Moment now) {
    if (stage_ != Stage::trying) return false;
    stage_ = Stage::ready;
    newcomer_.ready = now.wall;
    newcomer_.until = Time(0);
    give_up_at_.reset();
    checks_.end();
    return true;
}

void Replacement::end(Time kill_after, base::Moment now) {
    if (newcomer_.pid == 0) return;
    stage_ = Stage::ending;
    newcomer_.until = Time(0);
    give_up_at_.reset();
    checks_.end();
    if (!kill_at_ && kill_after != Time(0)) kill_at_ = now.steady + kill_after;
}

void Replacement::over() {
    stage_ = Stage::none;
    newcomer_ = {};
    give_up_at_.reset();
    kill_at_.reset();
    checks_.end();
}

void Replacement::adopt(const Newcomer& newcomer, const Beginning& directory, bool is_ready,
                        Time begun, base::Moment now) {
    if (newcomer.until != Time(0)) within_ = newcomer.until - newcomer.since;
    started(newcomer.pid, directory, {begun, newcomer.since});
    newcomer_.birth = newcomer.birth;
    if (is_ready)
        ready({now.steady, newcomer.ready != Time(0) ? newcomer.ready : now.wall});
}

Replacement::Deadline Replacement::deadline() const {
    return base::earliest({give_up_at_, kill_at_, checks_.deadline()});
}

Replacement::Due Replacement::tick(Time now) {
    const auto due = [&](Deadline& deadline) {
        if (!deadline || now < *deadline) return false;
        deadline.reset();
        return true;
    };
    if (due(give_up_at_)) return Due::give_up;
    if (due(kill_at_)) return Due::kill;
    switch (checks_.tick(now)) {
        case Checks::Due::nothing: return Due::nothing;
        case Checks::Due::check: return Due::check;
        case Checks::Due::kill: return Due::kill_check;
    }
    return Due::nothing;
}

}  // namespace supervise
