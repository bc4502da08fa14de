#pragma once

// A log directory, as daemontools lays it out:
//
//     lock       flock(2), held by the one multilog that writes here
//     current    the log; u+x where it was closed in good order, else in use, or a crash
//                left it
//     previous   a full log on its way to its name; u+x once it is safe on disk
//     processed  what the processor made of `previous`; u+x once it is whole and safe
//     state      what the processor wrote to descriptor 5 the last time; its descriptor 4
//     newstate   what it is writing there now
//     @LABEL.s   a finished log, LABEL being the TAI64N time of its end (or another suffix)
//     @LABEL.u   a log that a crash left unfinished
//
// Labels in one directory are distinct, and rise with age. Pure.

#include <sys/types.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/tai64n.h"
#include "base/text.h"

namespace multilog {

namespace files {
constexpr auto lock = "lock";
constexpr auto current = "current";
constexpr auto previous = "previous";
constexpr auto processed = "processed";
constexpr auto state = "state";
constexpr auto newstate = "newstate";
}  // namespace files

namespace modes {
constexpr mode_t directory = 0700;
constexpr mode_t lock = 0600;
constexpr mode_t in_use = 0644;
constexpr mode_t done = 0744;
}  // namespace modes

using Name = base::Text<255>;

// Whether a file of this name is a log that had its end: only these are counted, and
// removed when they are too many.
bool is_finished(std::string_view name);

// What the directory holds of finished logs: feed it every name.
class Stock {
  public:
    static constexpr std::size_t most = 32;  // how many of the oldest are remembered

    void see(std::string_view name);

    std::size_t count() const { return count_; }
    base::Tai64n newest() const { return newest_; }

    // The oldest of what was seen, as many as have to go for `keep` logs, `current`
    // counted; but at most `most` of them.
    std::span<const Name> beyond(std::uint64_t keep);

  private:
    std::size_t count_ = 0;
    std::size_t remembered_ = 0;
    std::array<Name, most> oldest_;  // a heap, its youngest in front
    base::Tai64n newest_{0, 0};
};

// The label of a log that ends now and has to come after all that are there.
base::Tai64n label_after(const base::Tai64n& newest, std::chrono::nanoseconds wall);

}  // namespace multilog
