#include "supervise/chain/limit.h"

#include <algorithm>

namespace supervise::chain {
namespace {

// Not every system has every resource; what it has not cannot be limited, and that is no
// failure.
#if defined(RLIMIT_AS)
constexpr int address_space = RLIMIT_AS;
#elif defined(RLIMIT_VMEM)
constexpr int address_space = RLIMIT_VMEM;
#else
constexpr int address_space = no_resource;
#endif
#if defined(RLIMIT_MEMLOCK)
constexpr int locked = RLIMIT_MEMLOCK;
#else
constexpr int locked = no_resource;
#endif
#if defined(RLIMIT_NPROC)
constexpr int processes = RLIMIT_NPROC;
#else
constexpr int processes = no_resource;
#endif
#if defined(RLIMIT_RSS)
constexpr int resident = RLIMIT_RSS;
#else
constexpr int resident = no_resource;
#endif

constexpr Limited one(char letter, const char* variable, int resource) {
    return {letter, variable, {resource, no_resource, no_resource, no_resource}};
}

}  // namespace

const std::array<Limited, 11> limited{
    one('a', "SOFTLIMIT_ALLBYTES", address_space),
    one('c', "SOFTLIMIT_COREBYTES", RLIMIT_CORE),
    one('d', "SOFTLIMIT_DATABYTES", RLIMIT_DATA),
    one('f', "SOFTLIMIT_FILEBYTES", RLIMIT_FSIZE),
    one('l', "SOFTLIMIT_LOCKEDBYTES", locked),
    one('o', "SOFTLIMIT_OPENFILES", RLIMIT_NOFILE),
    one('p', "SOFTLIMIT_PROCS", processes),
    one('r', "SOFTLIMIT_RSSBYTES", resident),
    one('s', "SOFTLIMIT_STACKBYTES", RLIMIT_STACK),
    one('t', "SOFTLIMIT_CPUSECS", RLIMIT_CPU),
    {'m', "SOFTLIMIT_MEMBYTES", {RLIMIT_DATA, RLIMIT_STACK, locked, address_space}},
};

std::optional<Limit> limit(std::string_view text) {
    if (text == "=" || text == "hard") return Limit{Limit::Kind::hard};
    if (text == "-" || text == "unlimited") return Limit{Limit::Kind::unlimited};
    Limit limit;
    for (const char digit : text) {
        if (digit < '0' || digit > '9') return {};
        limit.number = limit.number * 10 + static_cast<rlim_t>(digit - '0');
    }
    return limit;
}

rlimit applied(const Limit& limit, rlimit now) {
    switch (limit.kind) {
        case Limit::Kind::number:
            now.rlim_cur = std::min(limit.number, now.rlim_max);
            break;
        case Limit::Kind::hard: now.rlim_cur = now.rlim_max; break;
        case Limit::Kind::unlimited: now.rlim_cur = now.rlim_max = RLIM_INFINITY; break;
    }
    return now;
}

}  // namespace supervise::chain
