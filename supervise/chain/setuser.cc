// setuser ACCOUNT PROGRAM ...: runs it as the account, at home and in all its groups; see
// setuser(8).

#include <unistd.h>

#include <new>

#include "supervise/chain/account.h"
#include "supervise/chain/chain.h"

int main(int count, char** words, char** inherited) {
    namespace chain = supervise::chain;
    std::set_new_handler(
        [] { base::Report("setuser").die_with(base::failed_for_now, "out of memory"); });
    base::Report report("setuser");
    if (count < 3) report.usage("setuser account child");
    const auto account = chain::account(words[1]);
    if (!account) report.die_with(base::failed_for_now, "unknown account ", words[1]);

    chain::Environment environment(inherited);
    environment.change("HOME=" + account->home);
    environment.change("SHELL=" + account->shell);
    environment.change("USER=" + account->name);
    environment.change("GID=" + std::to_string(account->gid));
    environment.change("UID=" + std::to_string(account->uid));

    if (::chdir(account->home.c_str()) == -1)
        report.die(base::last_error(), "unable to chdir to ", account->home);
    const auto change = chain::become(*account, chain::Groups::all);
    if (!change) report.die(change.error, "unable to ", change.step);
    chain::run(report, words + 2, environment.list());
}
