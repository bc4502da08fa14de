// envdir [-p PREFIX] DIR PROGRAM ...: runs it with the variables that the files in DIR say;
// see envdir(8).

#include <dirent.h>
#include <unistd.h>

#include <new>

#include "base/fd.h"
#include "supervise/chain/chain.h"
#include "supervise/chain/settings.h"

namespace {

namespace chain = supervise::chain;

[[noreturn]] void usage(base::Report& report) {
    // A wrong use is 111 here, not 100: daemontools' exception.
    report.line(": usage: envdir dir child");
    ::_exit(base::failed_for_now);
}

// A link that leads nowhere, or a file that is gone by now, is as good as an empty one.
std::string read_setting(base::Report& report, const char* directory, const char* name,
                         const char* prefix) {
    auto bytes = chain::contents(name, chain::Part::first_line);
    if (!bytes && bytes.error().number != ENOENT)
        report.die(bytes.error(), "unable to read ", directory, "/", name);
    return chain::file_setting(std::string(prefix) + name, *bytes);
}

// In the working directory.
void read_settings(base::Report& report, const char* directory, const char* prefix,
                   chain::Environment& environment) {
    DIR* const stream = ::opendir(".");
    if (!stream) report.die(base::last_error(), "unable to read directory ", directory);
    for (;;) {
        errno = 0;
        const dirent* const entry = ::readdir(stream);
        if (!entry) break;
        if (entry->d_name[0] == '.') continue;
        environment.change(read_setting(report, directory, entry->d_name, prefix));
    }
    if (errno != 0) report.die(base::last_error(), "unable to read directory ", directory);
    ::closedir(stream);
}

}  // namespace

int main(int count, char** words, char** inherited) {
    std::set_new_handler(
        [] { base::Report("envdir").die_with(base::failed_for_now, "out of memory"); });
    base::Report report("envdir");
    const char* prefix = "";
    // daemontools has no options: any other word that begins with a dash is a directory.
    if (count > 1 && std::string_view(words[1]).starts_with("-p")) {
        for (int option; (option = chain::next_option(report, count, words, "p:")) != -1;) {
            if (option == '?') usage(report);
            prefix = ::optarg;
        }
    }
    if (count - ::optind < 2) usage(report);
    const char* const directory = words[::optind];

    const auto start = base::open_read(".");
    if (!start) report.die(start.error(), "unable to switch to current directory");
    if (::chdir(directory) == -1)
        report.die(base::last_error(), "unable to switch to directory ", directory);
    chain::Environment environment(inherited);
    read_settings(report, directory, prefix, environment);
    if (::fchdir((*start).number()) == -1)
        report.die(base::last_error(), "unable to switch to starting directory");
    chain::run(report, words + ::optind + 1, environment.list());
}
