#pragma once

// All services of the scan directory: which places there are, which of them a look adds,
// keeps or gives up, and whose pid is whose. Pure; what is done about one place is
// place.h's.
//
// A service is a device and an inode. A name that now leads to another directory makes the
// place that it led to leave, and the new one waits until that is gone; a new name for a
// known directory changes nothing. A name seen without an identity keeps the place of that
// name.
//
// The number of places is not limited. A look costs its names, the rest at most a
// logarithm.

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "svscan/agenda.h"
#include "svscan/look.h"
#include "svscan/notes.h"
#include "svscan/place.h"

namespace svscan {

class Plan {
  public:
    using Index = Agenda::Index;  // of a place; a released one's is used again
    struct Task {
        Index place;
        Order order;
        Who who() const { return {place, order.part}; }
        friend bool operator==(const Task&, const Task&) = default;
    };

    // The service that logs for svscan itself and for all that have no logger: it starts
    // first, no look gives it up, and when the tree stops it leaves last.
    Index add_log(const Seen& log, Time now);
    void drop_log();

    void look(std::span<const Seen> all, Time now);
    void stop(Time now);  // again: what has not left by then is killed
    bool stops() const { return stops_; }
    bool empty() const { return by_identity_.empty(); }
    bool wants_look() const { return wants_look_; }  // a directory waited for what left
    bool waits_for_look() const { return waiting_ != 0; }

    std::optional<Task> next(Time now) const;
    std::optional<Time> deadline() const { return agenda_.deadline(); }

    // What came of a task. `report` is for all that Place has a function for.
    void started(const Task& task, pid_t pid, Time now);
    void released(const Task& task, Time now);
    void died(pid_t pid, Death death, Time now);  // anybody's pid
    template <class Report>
    void report(Index place, Report report) {
        report(entries_[place].place);
        schedule(place);
    }

    // Calls with(Index, Part) for every supervise that is a child.
    template <class With>
    void each_child(With with) const {
        for (const auto& [pid, seat] : by_pid_) with(seat.first, seat.second);
    }

    // All places, as they are now.
    std::vector<Index> places() const;

    // Calls with(Part) for all that a place may have.
    template <class With>
    void each_part(Index place, With with) const {
        entries_[place].place.each_part(with);
    }

    // For the program that takes over: one place after the other. `recall` returns the
    // index of the one that it read.
    void remember(Index place, NoteWriter& notes);
    Index recall(NoteReader& notes);
    void resume(bool stops) { stops_ = stops; }

    const std::string& name(Index place) const { return entries_[place].name; }
    Identity identity(Index place) const { return entries_[place].identity; }
    pid_t pid(Index place, Part part) const { return entries_[place].place.pid(part); }
    bool is_log(Index place) const { return log_ == place; }
    bool insists(Index place) const { return entries_[place].place.insists(); }
    std::optional<int> crew(Index place) const { return entries_[place].place.crew(); }

  private:
    struct Entry {
        std::string name;
        Identity identity;
        Place place;
        std::uint64_t look = 0;        // the last one that saw it
        std::uint64_t look_named = 0;  // the last one that saw it under its name
        bool awaited = false;          // a directory is to take its place
        bool waits = false;            // for a look
    };
    struct Hash {
        std::size_t operator()(const Identity& identity) const;
    };
    using Names = std::unordered_map<std::string_view, Index>;

    Index add(const Seen& seen, Place place);
    Entry* known(const Seen& seen);
    void mark_known(std::span<const Seen> all);
    void judge_unknown(std::span<const Seen> all, Time now);
    Names names() const;
    void log_leaves_last(Time now);
    void count(Entry& entry, bool waits);
    void schedule(Index place);

    std::vector<Entry> entries_;
    std::vector<Index> free_;
    std::unordered_map<Identity, Index, Hash> by_identity_;
    std::unordered_map<pid_t, std::pair<Index, Part>> by_pid_;
    Agenda agenda_;
    std::optional<Index> log_;
    std::size_t waiting_ = 0;  // entries that wait
    std::uint64_t looks_ = 0;
    bool stops_ = false;
    bool wants_look_ = false;
};

}  // namespace svscan
