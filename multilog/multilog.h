#pragma once

// multilog: input, a block at a time, to where the script says. A block stays where it is
// until every log has its part of it; meanwhile no more is read.
//
// What ends it: the end of input, when everything has been written and every full log has
// its name; or TERM, at the next newline, within `patience` in any case.

#include <chrono>
#include <deque>
#include <optional>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/report.h"
#include "base/signals.h"
#include "multilog/input.h"
#include "multilog/label.h"
#include "multilog/log.h"
#include "multilog/sorter.h"
#include "multilog/status.h"

namespace multilog {

class Multilog {
  public:
    // Opens everything; dies where it cannot, and has read nothing then.
    Multilog(const Script& script, base::Report& report);

    void run();

  private:
    static constexpr auto patience = std::chrono::seconds(1);

    void hear();
    bool advance();
    bool write_batch();
    bool make_batch();
    std::size_t sort(std::string_view text);
    bool make_rooms();
    bool is_inside_line() const;
    bool wants_input() const;
    bool is_late() const { return leave_by_ && now_.steady >= *leave_by_; }
    bool is_over();
    void wait();
    void leave();

    base::Report& report_;
    base::Signals signals_;
    base::Moment now_;
    Input input_;
    Sorter sorter_;
    LineLabel label_;
    std::vector<Room> rooms_;
    std::vector<Status> statuses_;
    std::deque<Log> logs_;   // which are never moved
    std::size_t batch_ = 0;  // bytes of input in the batch that is being written
    std::optional<Log::Time> leave_by_;  // TERM came
};

}  // namespace multilog
