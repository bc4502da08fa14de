#include <string>

#include "supervise/chain/limit.h"
#include "supervise/chain/settings.h"
#include "tests/fuzz/fuzz.h"

namespace fuzz {
namespace {

// Whatever comes out can be put into an environment.
void demand_assignment(const std::string& setting) {
    demand(setting.find('\0') == setting.npos, "no NUL");
    demand(!setting.empty() && setting.front() != '=', "a name");
}

void envdir(std::string_view bytes) {
    const auto setting = supervise::chain::file_setting("NAME", bytes);
    demand_assignment(setting);
    demand(setting.find('=') == (bytes.empty() ? setting.npos : 4), "an assignment");
}

void envini(std::string_view bytes) {
    Bytes left(bytes);
    supervise::chain::Ini ini("P_");
    while (!left.empty()) {
        const auto setting = ini.read(left.until('\n'));
        if (!setting) continue;
        demand_assignment(*setting);
        demand(setting->starts_with("P_"), "behind the prefix");
        demand(setting->find('=') != setting->npos, "an assignment");
    }
}

void softlimit(std::string_view bytes) {
    Bytes left(bytes);
    rlimit now{left.below(65536), left.below(65536)};
    if (left.byte() % 4 == 0) now.rlim_max = RLIM_INFINITY;
    const auto limit = supervise::chain::limit(left.rest());
    if (!limit) return;
    const auto then = supervise::chain::applied(*limit, now);
    demand(then.rlim_cur <= then.rlim_max, "not above the hard limit");
    demand(then.rlim_max >= now.rlim_max, "the hard limit is not lowered");
}

}  // namespace

std::vector<Target> chain_targets() {
    return {{"envdir", envdir}, {"envini", envini}, {"softlimit", softlimit}};
}

}  // namespace fuzz
