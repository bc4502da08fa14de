// tai64nlocal: shows the labels of tai64n and multilog as local time.

#include <time.h>

#include "base/report.h"
#include "multilog/filter.h"

namespace {

bool local_time(std::int64_t seconds, tm& local) {
    const auto time = static_cast<time_t>(seconds);
    return ::localtime_r(&time, &local) != nullptr;
}

class Tai64nLocal final : public multilog::Filter {
    // The zone of the machine may change while a log is followed: localtime_r(3) alone
    // would look once and never again.
    void begin_block(std::chrono::nanoseconds) override { ::tzset(); }
    multilog::Progress step(std::string_view in, std::span<char> out, bool last) override {
        return times_.step(in, out, last);
    }
    multilog::LocalTimes times_{local_time};
};

}  // namespace

// Trouble is told by the exit code alone, as this program always has.
int main() {
    Tai64nLocal filter;
    return multilog::pass_through(filter) ? 0 : base::failed_for_now;
}
