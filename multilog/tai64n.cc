// tai64n: puts the moment before each line.

#include "base/report.h"
#include "multilog/filter.h"
#include "multilog/label.h"

namespace {

class Tai64n final : public multilog::Filter {
    void begin_block(std::chrono::nanoseconds wall) override {
        labels_.set(label_.at(wall));
    }
    multilog::Progress step(std::string_view in, std::span<char> out, bool) override {
        return labels_.step(in, out);
    }
    multilog::LineLabel label_{multilog::Labelling::tai64n};
    multilog::Labels labels_;
};

}  // namespace

// Trouble is told by the exit code alone, as this program always has.
int main() {
    Tai64n filter;
    return multilog::pass_through(filter) ? 0 : base::failed_for_now;
}
