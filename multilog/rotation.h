#pragma once

// How a log goes from `current` to its name, and how what a crash left is mended: each step
// follows from what is in the directory, and from nothing else. Whoever carries the steps
// out looks at the directory before each one, so a crash between any two steps, or a hand
// that moves files meanwhile, only means that the next look finds another step.
//
// The way of a full log:
//
//     retire            current becomes `previous`; a new `current` is opened
//     sync_previous     its bytes are made safe, then it is marked u+x
//     process           with a processor: `previous` is fed to it, `processed` comes out
//     sync_processed    what came out is made safe, then it is marked u+x
//     drop_previous     it is replaced by what came out
//     keep_state        newstate becomes `state`
//     name_…            it gets its label as a name
//
// Nothing is renamed over a file, and nothing is dropped before its successor is safe.
// Pure.

#include <optional>

namespace multilog {

enum class Entry { absent, plain, done, odd };  // done: u+x; odd: not a regular file

struct Listing {
    Entry current = Entry::absent;
    Entry previous = Entry::absent;
    Entry processed = Entry::absent;
    Entry state = Entry::absent;
    Entry newstate = Entry::absent;
};

enum class Step {
    // On the way.
    sync_previous,
    process,
    sync_processed,
    drop_previous,
    keep_state,
    name_previous,
    name_processed,
    // Mending only.
    save_previous,  // it gets a label as a name, and the suffix u
    save_current,   // likewise
    drop_processed,
    drop_state,
    drop_newstate,
    // What is no regular file is moved aside, whatever it is.
    set_aside_previous,
    set_aside_processed,
    set_aside_state,
    set_aside_newstate,
    set_aside_current,
};

// Whether the processor has come to its end since `previous` was made.
enum class Processor { none, not_yet, succeeded };

// What a step does, for "unable to VERB DIRECTORY/FILE".
struct Deed {
    const char* verb;
    const char* file;
};
Deed deed(Step step);

// The next step of what stands between `previous` and its name; none when nothing does.
std::optional<Step> finish(const Listing& there, Processor processor);

// The next step before `current` can be written to, at the start; none when it can.
std::optional<Step> mend(const Listing& there);

}  // namespace multilog
