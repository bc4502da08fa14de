#pragma once

// One service that svc waits for: how it was before the letters went out, what is wished
// for it, and how that stands.

#include <string>

#include "base/fd.h"
#include "supervise/told.h"
#include "supervise/waiter.h"
#include "svc/wish.h"

namespace svc {

struct Waited {
    explicit Waited(std::string of) : name(std::move(of)) {}

    std::string name;
    std::string own;    // "." or that of the worker, "worker/2" (supervise/rounds.h)
    bool asked = true;  // for itself, not for all workers of its service
    base::Fd directory;
    std::string place;  // where supervise/ is, from there
    supervise::Waiter waiter;
    supervise::Told before;
    Wish wish;
    bool begun = false;   // `before` and the wish know how it was
    bool unsent = false;  // letters that wait for a supervise
    bool look = true;     // something may have happened
    int missed = 0;       // how often there was no state
    Verdict verdict = Verdict::wait;
    base::Text<127> reason;  // as supervise has told it last
};

}  // namespace svc
