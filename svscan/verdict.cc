#include "svscan/verdict.h"

#include "base/report.h"

namespace svscan {
namespace {

using supervise::LastExit;
using supervise::Phase;
using supervise::Want;

int code_of(const LastExit& exit) {
    switch (exit.kind) {
        case LastExit::Kind::code: return exit.number;
        case LastExit::Kind::signal: return 128 + exit.number;
        case LastExit::Kind::none:
        case LastExit::Kind::unknown: break;
    }
    return base::failed_for_now;
}

bool is_over(const supervise::State& state, bool died) {
    if (state.phase == Phase::failed) return true;
    if (state.want == Want::once && state.phase == Phase::down) return state.starts > 0;
    const LastExit success{LastExit::Kind::code, 0, false};
    const bool by_itself = state.last_told == 0;
    return died && by_itself && state.want == Want::up && state.last_exit == success;
}

}  // namespace

std::optional<int> ended_with(const supervise::State& state, bool died) {
    if (!is_over(state, died)) return {};
    return code_of(state.last_exit);
}

}  // namespace svscan
