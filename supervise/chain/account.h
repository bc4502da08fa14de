#pragma once

// Accounts, and becoming one for good. Who calls this is linked dynamically: names are
// looked up the way the machine is set up to, in files, directories or over a network.

#include <sys/types.h>

#include <optional>
#include <string>

#include "base/result.h"

namespace supervise::chain {

struct Account {
    std::string name;
    uid_t uid;
    gid_t gid;
    std::string home;
    std::string shell;
};

// By name only: "1000" is an account of that name or none.
std::optional<Account> account(const char* name);

enum class Groups {
    own,  // the account's group alone
    all,  // every group that it is in
};

// How far it came: "unable to STEP" where it did not come to the end.
struct Change {
    const char* step = nullptr;
    base::Errno error;
    explicit operator bool() const { return step == nullptr; }
};

// Gives this process the account's groups, gid and uid, all of them (real, effective,
// saved), then looks whether they are, and whether the old ones are out of reach. After any
// failure the process must not go on: it is in between.
[[nodiscard]] Change become(const Account& account, Groups groups);

}  // namespace supervise::chain
