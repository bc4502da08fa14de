#include "multilog/label.h"

#include "base/tai64n.h"

namespace multilog {
namespace {

constexpr std::chrono::nanoseconds held = std::chrono::seconds(1);

base::Text<48> in_seconds(std::chrono::nanoseconds wall) {
    using std::chrono::microseconds;
    const auto seconds = std::chrono::floor<std::chrono::seconds>(wall);
    const auto micros = std::chrono::duration_cast<microseconds>(wall - seconds).count();
    const base::Text<16> fraction(1'000'000 + micros);
    return base::Text<48>(seconds.count(), '.', fraction.view().substr(1), ' ');
}

}  // namespace

std::string_view LineLabel::at(std::chrono::nanoseconds wall) {
    if (labelling_ == Labelling::none) return {};
    if (!text_.empty() && wall <= last_ && last_ - wall < held) return text_;
    last_ = wall;
    text_ = labelling_ == Labelling::tai64n
                ? base::Text<48>(base::view(base::label(base::tai64n(wall))), ' ')
                : in_seconds(wall);
    return text_;
}

}  // namespace multilog
