#include "base/signal_name.h"

#include <signal.h>

#include <utility>

#include "base/parse.h"

namespace base {
namespace {

using std::string_view;

constexpr int last = 64;  // the highest number of a signal on any system

// Not all systems have the last ones; of two names for one signal the first is told.
constexpr std::pair<string_view, int> signals[] = {
    {"HUP", SIGHUP},       {"INT", SIGINT},   {"QUIT", SIGQUIT},   {"ILL", SIGILL},
    {"TRAP", SIGTRAP},     {"ABRT", SIGABRT}, {"BUS", SIGBUS},     {"FPE", SIGFPE},
    {"KILL", SIGKILL},     {"USR1", SIGUSR1}, {"SEGV", SIGSEGV},   {"USR2", SIGUSR2},
    {"PIPE", SIGPIPE},     {"ALRM", SIGALRM}, {"TERM", SIGTERM},   {"CHLD", SIGCHLD},
    {"CONT", SIGCONT},     {"STOP", SIGSTOP}, {"TSTP", SIGTSTP},   {"TTIN", SIGTTIN},
    {"TTOU", SIGTTOU},     {"URG", SIGURG},   {"XCPU", SIGXCPU},   {"XFSZ", SIGXFSZ},
    {"VTALRM", SIGVTALRM}, {"PROF", SIGPROF}, {"WINCH", SIGWINCH}, {"SYS", SIGSYS},
#if defined(SIGIO)
    {"IO", SIGIO},
#endif
#if defined(SIGPOLL)
    {"POLL", SIGPOLL},
#endif
#if defined(SIGPWR)
    {"PWR", SIGPWR},
#endif
};

std::optional<int> number_of(string_view text) {
    int number = 0;
    if (!read_number(text, number) || number < 1 || number > last) return {};
    return number;
}

}  // namespace

std::optional<int> signal_named(string_view text) {
    if (const auto number = number_of(text)) return number;
    if (text.starts_with("SIG")) text.remove_prefix(3);
    for (const auto& [name, number] : signals)
        if (name == text) return number;
    return {};
}

string_view signal_name(int signal) {
    for (const auto& [name, number] : signals)
        if (number == signal) return name;
    return "?";
}

}  // namespace base
