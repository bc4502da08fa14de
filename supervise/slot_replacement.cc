// What a slot does with a second process that is to replace its own (svc -r).

#include <algorithm>
#include <utility>

#include "base/birth.h"
#include "supervise/files.h"
#include "supervise/slot.h"
#include "supervise/whereabouts.h"

namespace supervise {
namespace {

// The first number above the standard ones that nobody is given.
int free_number(const Few<base::Given, base::most_given>& given) {
    int number = 3;
    for (bool taken = true; taken;) {
        taken =
            std::ranges::any_of(given.begin(), given.end(),
                                [&](const base::Given& one) { return one.to == number; });
        if (taken) ++number;
    }
    return number;
}

}  // namespace

void Slot::replace() {
    if (role_ == Role::logger) return obey(service_.replace({.logger = true}));
    // Of a file `listen` that came after the last start.
    const bool has_none = service_.state().pid != 0 && sockets_.count() == 0;
    const auto trouble = has_none ? sockets_.open() : Sockets::Trouble();
    const auto beginning = before_start();
    auto replacing = directory_.before_replacement(beginning.ready_by);
    base::Text<127> words;
    if (trouble.in_the_way) words.add("listen: ").add(trouble.words);
    replacing.trouble = words;
    const auto orders = service_.replace(replacing);
    if (orders.replace) {
        next_has_sockets_alone_ = has_none && sockets_.count() != 0;
        return run(Script::replacement, beginning);
    }
    if (has_none) sockets_.close();
    obey(orders);
}

// It is dead, or was never made (0). The old process knows nothing of sockets that were
// opened for this one: nobody would ever answer there.
void Slot::forget_next(pid_t pid) {
    next_.bury(pid);
    handover_.over();
    register_.forget_replacement();
    if (std::exchange(next_has_sockets_alone_, false)) sockets_.close();
}

// The reading end, for as long as the child needs it to be open here.
base::Result<base::Fd> Slot::give_handover(Few<base::Given, base::most_given>& given) {
    const pid_t old = service_.target();
    const auto& adopted = process_.adopted;
    const int known = old == adopted.pid() ? adopted.watched().fd : base::Fd::none;
    auto end = handover_.begin(old, known, next_.ready.number());
    if (!end) return end.error();
    const int number = free_number(given);
    environment_.set("HANDOVER_FD", number);
    given.add({end->number(), number});
    return end;
}

int Slot::next_ready_descriptor() const {
    const auto& replacement = service_.replacement();
    const bool waits = replacement.inherits() && !replacement.is_ready() &&
                       replacement.directory().ready_by.kind == ReadyBy::Kind::descriptor;
    return waits ? next_.ready.number() : base::Fd::none;
}

void Slot::next_heard_ready() {
    char room[4096];
    const auto said = next_.said(room);
    if (said.find('\n') != said.npos) obey(service_.replacement_ready(base::now()));
}

void Slot::hand_over() {
    register_.note_ready(Kin::replacement);
    obey(Command::down, service_.hand_over(directory_.before_stop(), base::now()));
}

// At no moment does the register lack the process that is the service's: for one it stands
// there twice.
void Slot::inherit() {
    register_.promote();
    place_.rename_new_ready();
    register_.forget_replacement();
    process_ = std::exchange(next_, {});
    last_pid_ = service_.state().pid;
    handover_.over();
    next_has_sockets_alone_ = false;
}

// What was told of the process that signed; nothing where that is of another one.
std::optional<State> Slot::told_of(const Signature& signature,
                                   std::string_view before) const {
    auto told = decode(before, prefix());
    if (!told) return {};
    const bool is_run =
        signature.script == Script::run || signature.script == Script::replacement;
    if (!is_run || told->pid == signature.pid) return told;
    if (told->next.pid != signature.pid) return {};
    // It was to replace another one when this was told.
    told->since = told->next.since;
    told->ready = told->next.ready;
    ++told->starts;
    if (signature.wish.want != 'd') told->stop_sent = told->kill_at = State::Time(0);
    return told;
}

// True where the process that was to replace another one is the service's by now.
base::Result<bool> Slot::adopt_replacement(bool old_lives, std::string_view before) {
    const auto signature = register_.last(Kin::replacement);
    const auto told = decode(before, prefix());
    const bool expected = told && told->next.pid != 0;
    if (signature && old_lives && signature->pid != process_.adopted.pid()) {
        const auto adopted = adopt_beside(*signature, before);
        if (!adopted || *adopted) return adopted ? base::Result<bool>(false) : adopted;
    }
    const bool is_service =
        signature && old_lives && signature->pid == process_.adopted.pid();
    if (signature && (!old_lives || is_service)) {
        place_.rename_new_ready();
        const auto adopted = adopt(Kin::replacement, before);
        if (!adopted) return adopted;
        if (*adopted) {
            register_.promote();
            register_.forget_replacement();
            changes_.add(Change::replaced);
            return true;
        }
    }
    if (expected && told->next.pid != process_.adopted.pid()) {
        if (old_lives) service_.miss_replacement();
        changes_.add(Change::kept);
    }
    return false;
}

base::Result<bool> Slot::adopt_beside(const Signature& signature, std::string_view before) {
    const auto now = base::now();
    if (const auto lives = next_.adopt(signature, now.steady); !lives || !*lives)
        return lives;
    const auto told = decode(before, prefix());
    const auto age = base::boot_time() - signature.seen;
    Newcomer newcomer{.pid = signature.pid, .since = now.wall - age};
    if (told && told->next.pid == signature.pid) newcomer = told->next;
    newcomer.birth = base::birth_of(signature.pid);
    const auto directory = before_start();
    const bool is_ready = signature.ready || newcomer.ready != State::Time(0);
    service_.adopt_replacement(newcomer, directory,
                               directory_.before_replacement(directory.ready_by).within,
                               is_ready, now.steady - age, now);
    if (directory.ready_by.kind == ReadyBy::Kind::descriptor)
        if (const auto opened = listen_on(next_.ready, files::new_ready); !opened)
            return opened.error();
    return true;
}

}  // namespace supervise
