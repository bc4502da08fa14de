// How a supervise becomes the program that is installed now (`svc -e`).

#include <unistd.h>

#include "base/exec.h"
#include "base/fd.h"
#include "base/scratch.h"
#include "supervise/supervisor.h"

namespace supervise {

template <class With>
void Supervisor::each_descriptor(With with) {
    place_.each_descriptor(with);
    register_.each_descriptor(with);
    service_.each_descriptor(with);
    log_.each_descriptor(with);
    with("log-pipe-read", log_pipe_.read);
    with("log-pipe-write", log_pipe_.write);
}

// The new program keeps our pid, and so our children; what it cannot see it finds in notes.
void Supervisor::become_new_program() {
    Notes notes;
    service_.remember(notes);
    log_.remember(notes);
    NoteWriter write(notes, "fd-");
    each_descriptor([&](const char* name, base::Fd& one) { write(name, one.number()); });
    write("ending-log", ending_log_);
    write("log-waits", log_waits_);
    write("end-log-at", end_log_at_);
    for (int i = 0; const auto change : untold_)
        write(base::Text<16>("untold-", i++), change);
    if (!notes.readable()) return report_.warn("unable to write notes: there is too much");

    auto file = base::nameless_file(place_.directory());
    const auto written = file ? base::write(file->number(), notes.text()) : file.error();
    if (!written || *written != notes.text().size())
        return report_.warn(written.error(), "unable to write notes for ", program_);
    const base::Text<16> descriptor(file->number());
    const char* const worker = job_.worker.empty() ? nullptr : job_.worker.c_str();
    const char* const words[] = {program_,          "--resume", descriptor.c_str(),
                                 job_.name.c_str(), worker,     nullptr};
    base::keep_on_exec(file->number(), true);
    each_descriptor(
        [](const char*, base::Fd& one) { base::keep_on_exec(one.number(), true); });
    const auto error = base::execute(program_, words);
    each_descriptor(
        [](const char*, base::Fd& one) { base::keep_on_exec(one.number(), false); });
    report_.warn(error, "unable to execute ", program_);
}

bool Supervisor::recall(const Notes& notes) {
    if (!notes.readable() || !service_.recall(notes) || !log_.recall(notes)) return false;
    NoteReader read(notes, "fd-");
    each_descriptor([&](const char* name, base::Fd& one) {
        int number = base::Fd::none;
        read(name, number);
        base::keep_on_exec(number, false);
        one = base::Fd(number);
    });
    read("ending-log", ending_log_);
    read("log-waits", log_waits_);
    read("end-log-at", end_log_at_);
    for (int i = 0; i < most_untold; ++i) {
        Change change{};
        read(base::Text<16>("untold-", i), change);
        if (change != Change{}) untold_.add(change);
    }
    register_.read_copies();
    if (log_pipe_.write) service_.use_output(log_pipe_.write.number());
    if (log_pipe_.read) log_.use_input(log_pipe_.read.number());
    resumed_ = true;
    return true;
}

}  // namespace supervise
