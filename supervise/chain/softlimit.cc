// softlimit [OPTIONS] PROGRAM ...: runs it with new limits; see softlimit(8).

#include <stdlib.h>
#include <unistd.h>

#include "supervise/chain/chain.h"
#include "supervise/chain/limit.h"

namespace {

namespace chain = supervise::chain;

[[noreturn]] void usage(base::Report& report) {
    report.usage(
        "softlimit [-a allbytes] [-c corebytes] [-d databytes] [-f filebytes] "
        "[-l lockbytes] [-m membytes] [-o openfiles] [-p processes] [-r residentbytes] "
        "[-s stackbytes] [-t cpusecs] child");
}

void set(base::Report& report, int resource, const chain::Limit& limit) {
    rlimit now;
    if (::getrlimit(resource, &now) == -1)
        report.die(base::last_error(), "getrlimit failed");
    now = chain::applied(limit, now);
    if (::setrlimit(resource, &now) == -1)
        report.die(base::last_error(), "setrlimit failed");
}

void set(base::Report& report, const chain::Limited& what, const chain::Limit& limit) {
    for (const int resource : what.resources)
        if (resource != chain::no_resource) set(report, resource, limit);
}

void obey_variables(base::Report& report) {
    for (const auto& what : chain::limited) {
        const char* const text = ::getenv(what.variable);
        if (!text) continue;
        const auto limit = chain::limit(text);
        if (!limit)
            report.die_with(base::asked_wrongly, what.variable, " is no limit: ", text);
        set(report, what, *limit);
    }
}

void obey_option(base::Report& report, int letter, const char* text) {
    const auto limit = chain::limit(text);
    if (!limit) usage(report);
    for (const auto& what : chain::limited)
        if (what.letter == letter) set(report, what, *limit);
}

}  // namespace

int main(int count, char** words) {
    base::Report report("softlimit");
    obey_variables(report);
    constexpr auto letters = "a:c:d:f:l:m:o:p:r:s:t:";
    for (int option; (option = chain::next_option(report, count, words, letters)) != -1;) {
        if (option == '?') usage(report);
        obey_option(report, option, ::optarg);
    }
    if (count - ::optind < 1) usage(report);
    chain::run(report, words + ::optind);
}
