// svup [-l] [-L] DIR: exits 0 when the service, or its logger, is up; see svup(8).

#include <unistd.h>

#include "base/fd.h"
#include "base/report.h"
#include "supervise/files.h"
#include "supervise/rounds.h"
#include "supervise/whereabouts.h"
#include "svstat/sight.h"

namespace {

using svstat::Sight;
using svstat::Slot;

constexpr int not_up = base::asked_wrongly;  // 100, as the family has it

struct Question {
    Slot slot = Slot::main;
    const char* name = nullptr;
};

Question question(base::Report& report, int count, char** words) {
    Question asked;
    opterr = 0;
    for (int letter; (letter = ::getopt(count, words, "+lL")) != -1;) {
        if (letter == '?') report.usage("svup [-l] [-L] dir");
        asked.slot = letter == 'L' ? Slot::log : Slot::main;
    }
    if (optind < count) asked.name = words[optind];
    if (!asked.name) report.usage("svup [-l] [-L] dir");
    return asked;
}

int answer(base::Report& report, std::string_view service, std::string_view own,
           const Sight& sight) {
    const auto name = supervise::name_of(service, own);
    namespace files = supervise::files;
    const int error = sight.error.number;
    switch (sight.step) {
        case Sight::Step::down:
            report.die(sight.error, "unable to stat ", name, "/", files::down);
        case Sight::Step::ok:
            if (error == ENOENT || error == ENXIO) return not_up;
            report.die(sight.error, "unable to open ",
                       supervise::shown(name, files::ok, own));
        case Sight::Step::open:
            if (error == ENOENT) return not_up;
            report.die(sight.error, "unable to open ",
                       supervise::shown(name, files::status, own));
        case Sight::Step::read:
            report.die(sight.error, "unable to read ",
                       supervise::shown(name, files::status, own));
        case Sight::Step::format:
            report.die_with(base::failed_for_now, "unable to read ",
                            supervise::shown(name, files::status, own), ": bad format");
        case Sight::Step::seen: return sight.status.pid != 0 ? 0 : not_up;
    }
    return base::failed_for_now;
}

int answer_log(base::Report& report, const char* name, std::string_view own) {
    const base::Path log_name(name, "/", supervise::files::log);
    const auto logger = svstat::find_logger();
    if (!logger) report.die(logger.error(), "unable to chdir to ", log_name);
    switch (*logger) {
        case svstat::Logger::none: return not_up;
        case svstat::Logger::directory:
            return answer(report, log_name, ".", svstat::look());
        case svstat::Logger::file: break;
    }
    const auto sight = svstat::look_at_log_file(own);
    return sight ? answer(report, name, own, *sight) : not_up;
}

int answer_one(base::Report& report, const Question& asked, std::string_view own) {
    if (asked.slot == Slot::log) return answer_log(report, asked.name, own);
    const auto sight = svstat::look(own);
    const bool down = sight.step == Sight::Step::seen && sight.status.pid == 0;
    if (down && svstat::is_started(own)) return 0;
    return answer(report, asked.name, own, sight);
}

}  // namespace

// A service with workers is up when all of them are.
int main(int count, char** words) {
    base::keep_only_standard();
    base::Report report("svup");
    const auto asked = question(report, count, words);
    supervise::Rounds rounds(supervise::Search::svdir_and_service);
    const auto entered = rounds.enter(asked.name);
    if (!entered) report.die(entered.error(), "unable to chdir to ", asked.name);
    const bool one_logger = asked.slot == Slot::log && !svstat::has_log_file();
    const auto workers = one_logger ? std::vector<std::string>() : rounds.workers();
    if (workers.empty()) return answer_one(report, asked, rounds.own());
    for (const auto& worker : workers)
        if (const int code = answer_one(report, asked, worker); code != 0) return code;
    return 0;
}
