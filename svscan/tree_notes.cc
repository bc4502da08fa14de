// What a Tree hands to the program that takes over.

#include "base/clock.h"
#include "base/fd.h"
#include "svscan/tree.h"

namespace svscan {

void Tree::remember(NoteWriter& notes) {
    notes(before_.has_value());
    if (before_) notes(before_->output.number()), notes(before_->error.number());
    const auto places = plan_.places();
    notes(places.size());
    for (const auto place : places) {
        plan_.remember(place, notes);
        notes(pipes_.to_read(place)), notes(pipes_.to_write(place));
        plan_.each_part(place, [&](Part part) {
            notes(essentials_.seen({place, part}));
            notes(adopted_.ok({place, part}));
        });
    }
}

void Tree::recall(NoteReader& notes) {
    const auto take = [&] {
        int number = base::Fd::none;
        notes(number);
        if (number != base::Fd::none) base::keep_on_exec(number, false);
        return base::Fd(number);
    };
    bool has_outputs = false;
    notes(has_outputs);
    if (has_outputs) {
        auto output = take();
        before_ = {std::move(output), take()};
    }
    std::size_t count = 0;
    for (notes(count); count > 0 && notes.good(); --count) {
        const auto place = plan_.recall(notes);
        auto read = take();
        pipes_.take_over(place, std::move(read), take());
        plan_.each_part(place, [&](Part part) {
            std::uint64_t seen = 0;
            notes(seen);
            auto ok = take();
            // Nobody may ever come to where nobody runs.
            if (ok || plan_.pid(place, part) != 0) {
                watch_essential({place, part});
                essentials_.recall({place, part}, seen);
            }
            if (ok) adopted_.take_over({place, part}, std::move(ok));
        });
    }
}

void Tree::keep_on_exec(bool keep) const {
    const auto mark = [&](int number) {
        if (number != base::Fd::none) base::keep_on_exec(number, keep);
    };
    if (before_) mark(before_->output.number()), mark(before_->error.number());
    for (const auto place : plan_.places()) {
        mark(pipes_.to_read(place)), mark(pipes_.to_write(place));
        plan_.each_part(place, [&](Part part) { mark(adopted_.ok({place, part})); });
    }
    keep ? starter_.lower() : starter_.raise();
}

}  // namespace svscan
