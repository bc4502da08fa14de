#pragma once

// One service of the scan directory: its supervise and, with a directory log/, the
// supervise of its logger, with a pipe between them. Pure: it decides what is to be done
// and when.
//
// A place is kept while a name leads to its directory: a supervise that was killed is
// started again at once, though at most once a second; one that left by itself, told so by
// somebody, rests until the next look. A place that two looks five seconds apart do not see
// leaves, as all do when the tree stops: the service's supervise is told `dx`; when it is
// gone, svscan lets go of the pipe's writing end and tells the logger's `x`, so that the
// logger reads to the end; when that is gone, the place is released. A logger that sees no
// end, because somebody else keeps the pipe open or because it does not look, is told `dx`
// once the pipe has been empty for five seconds. Where the last of all insists (the first
// process, which nobody would tell again), also once nothing was read for as long, and is
// killed five seconds later.
//
// A service with workers has a supervise for each instead of its own, and its logger reads
// what all of them write. Workers that are too many are told `dx`; when a service gets
// workers or loses them, those of the one kind begin when those of the other are gone.
//
// A supervise that is killed while it or its place leaves is started again all the same, a
// few times: it takes up what the killed one left behind, and ends it. A supervise that
// somebody else has started, an svscan that was killed for instance, is adopted: it has no
// pid here, and when it is killed it is started again at once, however young it is here.
//
// The doer asks `next` until it gives nothing, does what it says, and reports what came of
// it.

#include <sys/types.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "svscan/order.h"
#include "svscan/seat.h"

namespace svscan {

class Place {
  public:
    static Place of_service(Time now);
    static Place of_logger_alone(Time now);

    std::optional<Order> next(Time now) const;
    std::optional<Time> deadline() const;  // when `next` has something; none: never
    bool leaves() const { return leaves_; }
    bool waits_for_look() const;  // being seen, or not seen, would change it
    pid_t pid(Part part) const;   // 0: it does not run, or is not ours

    // How many workers are to run the service; 0: none, it runs by itself.
    void staff(int workers, Time now);
    std::optional<int> crew() const { return crew_; }

    void seen(Time now);
    void unseen(Time now);
    void leave(Time now);
    void press(Time now);  // it was told to leave and takes too long
    void press_service(Time now);
    bool insists() const { return insists_; }
    void insist(Time now);  // that its logger leaves, too, though it reads nothing

    void found_logger(Time now);
    void started(Part part, pid_t pid, Time now);
    void adopted(Part part, Time now);
    // Somebody holds the lock and is not there yet: looked at again in a moment. False: it
    // takes too long, and is to be started all the same, to say what it finds.
    bool occupied(Part part, Time now);
    // Somebody is about to be there, and must not be forgotten where the place leaves.
    void expected(Part part, Time now);
    void start_failed(Part part, Time now);
    void died(Part part, Death death, Time now);
    // After `watch`: whether nothing is left but a logger of its own.
    void looked_at(Part part, bool only_logger, Time now);
    void heard(Order order, Time now);
    void unheard(Order order, Time now);
    void piped(Content content, Time now);

    // Calls with(Part) for all that there may be.
    template <class With>
    void each_part(With with) const {
        for (int i = number_of(Part::logger); i < static_cast<int>(workers_.size()); ++i)
            with(Part(i));
    }

    // For the program that takes over: `with` reads or writes everything, in one order.
    template <class With>
    void each_number(With& with) {
        bool staffed = crew_.has_value();
        int crew = crew_.value_or(0), most = static_cast<int>(workers_.size());
        with(staffed), with(crew), with(most);
        if (staffed) crew_ = crew;
        workers_.resize(static_cast<std::size_t>(std::clamp(most, 0, most_workers)));
        each_part([&](Part part) { seat(part).each_number(with); });
        with(leaves_), with(missing_since_), with(empty_since_), with(insists_);
    }

  private:
    static constexpr int most_workers = 1000;

    Seat& seat(Part part) { return const_cast<Seat&>(std::as_const(*this).seat(part)); }
    const Seat& seat(Part part) const;
    Seat& have_seat(Part part);
    // Calls with(Part, Seat&) for the service's own and its workers.
    template <class With>
    void each_main(With with) {
        each_part([&](Part part) {
            if (part != Part::logger) with(part, seat(part));
        });
    }
    bool any_main(bool (Seat::*is)() const) const;
    bool is_wanted(Part part) const;
    void settle(Time now);
    void is_gone(Seat& seat, Time now);
    void begin_drain(Time now);
    bool comes_back(Part part) const;
    bool drains() const { return leaves_ && !any_main(&Seat::is_there); }

    Seat service_;
    Seat logger_;
    std::vector<Seat> workers_;
    std::optional<int> crew_;  // how many workers there are to be
    bool leaves_ = false;
    std::optional<Time> missing_since_;
    std::optional<Time> empty_since_;
    bool insists_ = false;
};

}  // namespace svscan
