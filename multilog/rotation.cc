#include "multilog/rotation.h"

#include "multilog/directory.h"

namespace multilog {
namespace {

// A link or a directory under one of our names is neither followed nor renamed over.
std::optional<Step> set_aside(const Listing& there) {
    if (there.previous == Entry::odd) return Step::set_aside_previous;
    if (there.processed == Entry::odd) return Step::set_aside_processed;
    if (there.state == Entry::odd) return Step::set_aside_state;
    if (there.newstate == Entry::odd) return Step::set_aside_newstate;
    return {};
}

bool is_file(Entry entry) { return entry == Entry::plain || entry == Entry::done; }

// `processed` is whole and safe: what it was made from can go, and it gets its name.
std::optional<Step> name_processed(const Listing& there) {
    if (is_file(there.previous)) return Step::drop_previous;
    if (is_file(there.newstate)) return Step::keep_state;
    return Step::name_processed;
}

}  // namespace

Deed deed(Step step) {
    switch (step) {
        case Step::sync_previous: return {"sync", files::previous};
        case Step::process: return {"start processor for", files::previous};
        case Step::sync_processed: return {"sync", files::processed};
        case Step::drop_previous: return {"remove", files::previous};
        case Step::keep_state: return {"rename", files::newstate};
        case Step::name_previous:
        case Step::save_previous:
        case Step::set_aside_previous: return {"rename", files::previous};
        case Step::name_processed:
        case Step::set_aside_processed: return {"rename", files::processed};
        case Step::save_current:
        case Step::set_aside_current: return {"rename", files::current};
        case Step::drop_processed: return {"remove", files::processed};
        case Step::drop_state: return {"remove", files::state};
        case Step::drop_newstate: return {"remove", files::newstate};
        case Step::set_aside_state: return {"rename", files::state};
        case Step::set_aside_newstate: return {"rename", files::newstate};
    }
    return {"", ""};
}

std::optional<Step> finish(const Listing& there, Processor processor) {
    if (const auto step = set_aside(there)) return step;
    if (there.processed == Entry::done) return name_processed(there);
    switch (there.previous) {
        case Entry::absent:
        case Entry::odd: return {};
        case Entry::plain: return Step::sync_previous;
        case Entry::done: break;
    }
    switch (processor) {
        case Processor::none: return Step::name_previous;
        case Processor::not_yet: return Step::process;
        case Processor::succeeded:
            return is_file(there.processed) ? Step::sync_processed : Step::process;
    }
    return {};
}

// What the processor knew of the logs before is of no use where one of them is missing in
// its sequence: after a crash `state` begins anew.
std::optional<Step> mend(const Listing& there) {
    if (const auto step = set_aside(there)) return step;
    if (there.current == Entry::odd) return Step::set_aside_current;
    const bool crashed =
        there.current != Entry::done || is_file(there.previous) || is_file(there.processed);
    if (crashed && is_file(there.state)) return Step::drop_state;
    if (is_file(there.newstate)) return Step::drop_newstate;
    if (there.processed == Entry::done) return name_processed(there);
    if (there.processed == Entry::plain) return Step::drop_processed;
    if (is_file(there.previous)) return Step::save_previous;
    if (there.current == Entry::plain) return Step::save_current;
    return {};
}

}  // namespace multilog
