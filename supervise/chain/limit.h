#pragma once

// What softlimit can limit, how a limit is written, and what it comes to. Pure.

#include <sys/resource.h>

#include <array>
#include <optional>
#include <string_view>

namespace supervise::chain {

// Which of the kernel's resources an option limits, and the variable that says the same.
struct Limited {
    char letter;
    const char* variable;
    std::array<int, 4> resources;  // the rest is no_resource
};
constexpr int no_resource = -1;

// In the order in which the variables count: the last one wins.
extern const std::array<Limited, 11> limited;

struct Limit {
    enum class Kind {
        number,     // but never above the hard limit
        hard,       // "=" or "hard": as much as the hard limit allows
        unlimited,  // "-" or "unlimited": the hard limit is lifted too
    };
    Kind kind = Kind::number;
    rlim_t number = 0;
    friend bool operator==(const Limit&, const Limit&) = default;
};

// Nothing where the text is no limit. As in daemontools no digit at all is 0, and digits
// count modulo what an rlim_t holds.
std::optional<Limit> limit(std::string_view text);

// What the kernel is to be told, from what it has now.
rlimit applied(const Limit& limit, rlimit now);

}  // namespace supervise::chain
