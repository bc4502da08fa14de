#pragma once

// What is put before a line: its time, and a blank. All lines of a block have one time. Two
// forms: "@400000003b4a39c23294b13c " (TAI64N) and "993999999.848605 " (UNIX seconds and
// microseconds). Pure; times are nanoseconds of the wall clock.

#include <chrono>
#include <string_view>

#include "base/text.h"
#include "multilog/script.h"

namespace multilog {

class LineLabel {
  public:
    explicit LineLabel(Labelling labelling) : labelling_(labelling) {}

    // The label of lines read at `wall`. A clock that goes back by less than a second holds
    // the label, so that lines stay sorted; one that goes back further was set by somebody
    // who meant it.
    std::string_view at(std::chrono::nanoseconds wall);

  private:
    Labelling labelling_;
    std::chrono::nanoseconds last_{0};
    base::Text<48> text_;
};

}  // namespace multilog
