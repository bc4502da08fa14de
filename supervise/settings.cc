#include "supervise/settings.h"

#include <signal.h>

#include <charconv>
#include <utility>

namespace supervise {
namespace {

using std::string_view;

constexpr std::pair<string_view, int> signals[] = {
    {"HUP", SIGHUP},       {"INT", SIGINT},   {"QUIT", SIGQUIT},   {"ILL", SIGILL},
    {"TRAP", SIGTRAP},     {"ABRT", SIGABRT}, {"BUS", SIGBUS},     {"FPE", SIGFPE},
    {"KILL", SIGKILL},     {"USR1", SIGUSR1}, {"SEGV", SIGSEGV},   {"USR2", SIGUSR2},
    {"PIPE", SIGPIPE},     {"ALRM", SIGALRM}, {"TERM", SIGTERM},   {"CHLD", SIGCHLD},
    {"CONT", SIGCONT},     {"STOP", SIGSTOP}, {"TSTP", SIGTSTP},   {"TTIN", SIGTTIN},
    {"TTOU", SIGTTOU},     {"URG", SIGURG},   {"XCPU", SIGXCPU},   {"XFSZ", SIGXFSZ},
    {"VTALRM", SIGVTALRM}, {"PROF", SIGPROF}, {"WINCH", SIGWINCH}, {"SYS", SIGSYS}};

string_view trimmed(string_view text) {
    constexpr string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace

std::optional<long> number_in(string_view text, long least, long most) {
    text = trimmed(text);
    long number = 0;
    const auto end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stop != end || number < least || number > most) return {};
    return number;
}

std::optional<int> signal_in(string_view text) {
    text = trimmed(text);
    if (const auto number = number_in(text, 1, 64)) return static_cast<int>(*number);
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

}  // namespace supervise
