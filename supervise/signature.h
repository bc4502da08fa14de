#pragma once

// What a process has signed in supervise/child (register.h): a line of 112 bytes with the
// script (`new` for the process that is to replace the service's), the pid, the moment of
// signing (nanoseconds since boot), the boot's id, what is wanted (u, d or o) and x where
// it is to be left, r where it has said that it is ready, then blanks. Who has the pid and
// began before that moment, in that boot, is who signed. Pure.

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

#include "base/text.h"
#include "supervise/orders.h"

namespace supervise {

struct Wish {
    char want = 'u';
    bool leave = false;
    friend bool operator==(const Wish&, const Wish&) = default;
};

struct Signature {
    Script script = Script::run;
    pid_t pid = 0;
    std::chrono::nanoseconds seen{0};  // on the clock of base::boot_time
    Wish wish;
    bool ready = false;
    friend bool operator==(const Signature&, const Signature&) = default;
};

constexpr std::size_t signature_size = 112;
using SignatureLine = base::Text<signature_size>;

SignatureLine encode(const Signature& signature, std::string_view boot);
SignatureLine nobodys_signature();

// Nothing where nobody has signed, in another boot, or later than `now`.
std::optional<Signature> decode_signature(std::string_view line, std::string_view boot,
                                          std::chrono::nanoseconds now);

}  // namespace supervise
