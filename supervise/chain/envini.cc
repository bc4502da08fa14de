// envini [-p PREFIX] FILE PROGRAM ...: runs it with the variables that an ini file says;
// see envini(8).

#include <unistd.h>

#include <new>

#include "supervise/chain/chain.h"
#include "supervise/chain/settings.h"

namespace {

namespace chain = supervise::chain;

[[noreturn]] void usage(base::Report& report) {
    // As for envdir, a wrong use is 111 here.
    report.line(": usage: envini [ -p prefix ] inifile child");
    ::_exit(base::failed_for_now);
}

void read_settings(std::string_view bytes, const char* prefix,
                   chain::Environment& environment) {
    chain::Ini ini(prefix);
    while (!bytes.empty()) {
        const auto line = bytes.substr(0, bytes.find('\n'));
        if (auto setting = ini.read(line)) environment.change(std::move(*setting));
        bytes.remove_prefix(line.size() < bytes.size() ? line.size() + 1 : line.size());
    }
}

}  // namespace

int main(int count, char** words, char** inherited) {
    std::set_new_handler(
        [] { base::Report("envini").die_with(base::failed_for_now, "out of memory"); });
    base::Report report("envini");
    const char* prefix = "";
    for (int option; (option = chain::next_option(report, count, words, "p:")) != -1;) {
        if (option == '?') usage(report);
        prefix = ::optarg;
    }
    if (count - ::optind < 2) usage(report);
    const char* const file = words[::optind];

    const auto bytes = chain::contents(file, chain::Part::whole);
    if (!bytes) report.die(bytes.error(), "unable to read ", file);
    chain::Environment environment(inherited);
    read_settings(*bytes, prefix, environment);
    chain::run(report, words + ::optind + 1, environment.list());
}
