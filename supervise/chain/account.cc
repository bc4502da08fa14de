#include "supervise/chain/account.h"

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

namespace supervise::chain {
namespace {

std::vector<gid_t> groups_of(const Account& account, Groups which) {
    if (which == Groups::own) return {account.gid};
    std::vector<gid_t> groups(64);
    for (;;) {
        int count = static_cast<int>(groups.size());
        if (::getgrouplist(account.name.c_str(), account.gid, groups.data(), &count) !=
            -1) {
            groups.resize(static_cast<std::size_t>(count));
            return groups;
        }
        groups.resize(groups.size() * 2);
    }
}

void sort_once(std::vector<gid_t>& groups) {
    std::sort(groups.begin(), groups.end());
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
}

bool has_exactly(std::vector<gid_t> groups) {
    const int count = ::getgroups(0, nullptr);
    if (count == -1) return false;
    std::vector<gid_t> held(static_cast<std::size_t>(count));
    if (::getgroups(count, held.data()) != count) return false;
    sort_once(held);
    sort_once(groups);
    return held == groups;
}

// What a process was, it could be again by a saved id or a privilege that it kept. Trying
// is the only test that holds everywhere.
bool can_go_back(const Account& account) {
    if (account.uid == 0) return false;
    if (account.gid != 0 && ::setgid(0) != -1) return true;
    return ::setuid(0) != -1;
}

bool is(const Account& account, const std::vector<gid_t>& groups) {
    return ::getuid() == account.uid && ::geteuid() == account.uid &&
           ::getgid() == account.gid && ::getegid() == account.gid && has_exactly(groups);
}

}  // namespace

std::optional<Account> account(const char* name) {
    const passwd* const entry = ::getpwnam(name);
    if (!entry) return {};
    return Account{entry->pw_name, entry->pw_uid, entry->pw_gid, entry->pw_dir,
                   entry->pw_shell};
}

Change become(const Account& account, Groups which) {
    const auto groups = groups_of(account, which);
    if (::setgroups(groups.size(), groups.data()) == -1)
        return {which == Groups::all ? "initgroups" : "setgid", base::last_error()};
    if (::setgid(account.gid) == -1) return {"setgid", base::last_error()};
    if (::setuid(account.uid) == -1) return {"setuid", base::last_error()};
    if (!is(account, groups) || can_go_back(account))
        return {"leave the old account", {EPERM}};
    return {};
}

}  // namespace supervise::chain
