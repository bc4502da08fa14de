// What passes from one supervise to the next: the process that lives when the one before
// was killed, and everything when it has become another program.

#include "base/birth.h"
#include "supervise/files.h"
#include "supervise/slot.h"
#include "supervise/whereabouts.h"

namespace supervise {
namespace {

Want want_of(const Wish& wish) {
    return wish.want == 'd' ? Want::down : wish.want == 'o' ? Want::once : Want::up;
}

}  // namespace

base::Result<void> Slot::adopt(std::string_view before) {
    const bool service = role_ == Role::service;
    if (const auto told = decode(before, prefix())) {
        service_.groups() = leftovers_.take_up(*told);
        service_.name_groups_seen(told->groups_seen);
    }
    const auto adopted = adopt(service ? Kin::service : Kin::logger, before);
    if (!adopted) return adopted.error();
    if (!service) return {};
    const auto next = adopt_replacement(*adopted, before);
    if (!next) return next.error();
    if (*adopted || *next) return {};
    const auto hook = adopt(Kin::hook, before);
    if (!hook) return hook.error();
    return {};
}

base::Result<bool> Slot::adopt(Kin kin, std::string_view before) {
    const auto signature = register_.last(kin);
    if (!signature) return false;
    const auto now = base::now();
    if (const auto lives = process_.adopt(*signature, now.steady); !lives || !*lives)
        return lives;
    const auto pid = signature->pid;
    const auto age = base::boot_time() - signature->seen;
    const auto told = told_of(*signature, before);
    // What was told may be older than the process, where the disk was full.
    auto state = service_.state();
    state.since = state.ready = now.wall - age;
    if (kin == Kin::service || kin == Kin::replacement)
        sockets_.adopt(process_.adopted.process());
    const auto directory = before_start();
    state.ready_by = directory.ready_by;
    if (state.ready_by.kind != ReadyBy::Kind::being_up) state.ready = State::Time(0);
    if (told) state = *told;
    if (signature->ready && state.ready == State::Time(0)) state.ready = now.wall;
    state.groups = service_.groups();
    state.groups_seen = service_.state().groups_seen;
    state.birth = base::birth_of(pid);
    const bool is_run = kin == Kin::replacement || signature->script == Script::run;
    service_.adopt(is_run ? Script::run : signature->script, pid, state, now.steady - age,
                   aftermath().finish_within, directory, now);
    if (role_ == Role::service)
        service_.wish(want_of(signature->wish), signature->wish.leave);
    if (state.ready_by.kind == ReadyBy::Kind::descriptor)
        if (const auto opened = listen_on(process_.ready, files::ready); !opened)
            return opened.error();
    last_pid_ = pid;
    return true;
}

// Whoever is not heard is taken for silent, and ended by its watchdog: what is only short
// for now is no reason for that.
base::Result<void> Slot::listen_on(base::Fd& fifo, const char* name) {
    const auto opened = place_.open_ready(fifo, name, true);
    if (opened || base::is_shortage(opened.error())) return opened;
    report_.warn(opened.error(), "unable to open ",
                 shown(job_.name, name, job_.own.c_str()));
    return {};
}

void Slot::remember(Notes& notes) {
    service_.remember(notes, prefix());
    NoteWriter write(notes, prefix());
    write("last-pid", last_pid_);
    write("left", left_);
    process_.remember(write, "");
    next_.remember(write, "new-");
    write("new-has-sockets-alone", next_has_sockets_alone_);
    handover_.remember(write);
    leftovers_.remember(write);
    if (role_ == Role::service) hooks_.remember(notes);
}

bool Slot::recall(const Notes& notes) {
    if (!service_.recall(notes, prefix())) return false;
    NoteReader read(notes, prefix());
    read("last-pid", last_pid_);
    read("left", left_);
    const auto now = base::now().steady;
    process_.recall(read, now, "");
    next_.recall(read, now, "new-");
    read("new-has-sockets-alone", next_has_sockets_alone_);
    handover_.recall(read);
    leftovers_.recall(read);
    if (role_ == Role::service) hooks_.recall(notes);
    return true;
}

}  // namespace supervise
