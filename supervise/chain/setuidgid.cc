// setuidgid [-s] ACCOUNT PROGRAM ...: runs it with the account's uid and gid; see
// setuidgid(8).

#include <unistd.h>

#include <new>
#include <string_view>

#include "supervise/chain/account.h"
#include "supervise/chain/chain.h"

namespace {

[[noreturn]] void usage(base::Report& report) { report.usage("setuidgid account child"); }

}  // namespace

int main(int count, char** words) {
    namespace chain = supervise::chain;
    std::set_new_handler(
        [] { base::Report("setuidgid").die_with(base::failed_for_now, "out of memory"); });
    base::Report report("setuidgid");
    auto groups = chain::Groups::own;
    // daemontools has no options: any other word that begins with a dash is an account.
    if (count > 1 && std::string_view(words[1]).starts_with("-s")) {
        for (int option; (option = chain::next_option(report, count, words, "s")) != -1;) {
            if (option == '?') usage(report);
            groups = chain::Groups::all;
        }
    }
    if (count - ::optind < 2) usage(report);
    words += ::optind;

    const auto account = chain::account(words[0]);
    if (!account) report.die_with(base::failed_for_now, "unknown account ", words[0]);
    const auto change = chain::become(*account, groups);
    if (!change) report.die(change.error, "unable to ", change.step);
    chain::run(report, words + 1);
}
