// envuidgid ACCOUNT PROGRAM ...: runs it with $UID and $GID set to the account's; see
// envuidgid(8).

#include <new>

#include "supervise/chain/account.h"
#include "supervise/chain/chain.h"

int main(int count, char** words, char** inherited) {
    namespace chain = supervise::chain;
    std::set_new_handler(
        [] { base::Report("envuidgid").die_with(base::failed_for_now, "out of memory"); });
    base::Report report("envuidgid");
    if (count < 3) report.usage("envuidgid account child");
    const auto account = chain::account(words[1]);
    if (!account) report.die_with(base::failed_for_now, "unknown account ", words[1]);

    chain::Environment environment(inherited);
    environment.change("GID=" + std::to_string(account->gid));
    environment.change("UID=" + std::to_string(account->uid));
    chain::run(report, words + 2, environment.list());
}
