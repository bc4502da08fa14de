// supervise [-n] DIR: keeps DIR/run running, or says what would keep it from that; see
// supervise(8).

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <string_view>

#include "base/exec.h"
#include "base/fd.h"
#include "base/reason.h"
#include "base/report.h"
#include "supervise/directory.h"
#include "supervise/files.h"
#include "supervise/obstacle.h"
#include "supervise/place.h"
#include "supervise/settings.h"
#include "supervise/supervisor.h"
#include "supervise/whereabouts.h"
#include "supervise/workers.h"

namespace {

// Everything that can go wrong before the first service runs ends here.
class Demand {
  public:
    Demand(base::Report& report, const supervise::Job& job) : report_(report), job_(job) {}

    void operator()(const base::Result<void>& result, const char* verb, const char* file) {
        if (!result)
            report_.die(result.error(), "unable to ", verb, " ",
                        supervise::shown(job_.name, file, job_.own.c_str()));
    }

  private:
    base::Report& report_;
    const supervise::Job& job_;
};

// What is not inlined here needs room that the frames which stay must not have: a page of
// stack that was touched once is a page of every supervise on the machine.

// Where this program is, for as long as it runs.
[[gnu::noinline]] char* keep_own_path(base::Report& report, const char* word) {
    const auto path = base::own_path(word);
    char* const kept = ::strdup(path.c_str());
    if (!kept) report.die(base::last_error(), "unable to start");
    return kept;
}

// The notes of the program that was this process before.
[[gnu::noinline]] supervise::Notes notes_in(const char* descriptor) {
    const base::Fd file(static_cast<int>(
        supervise::number_in(descriptor, 3, 1 << 20).value_or(base::Fd::none)));
    char text[16384];
    const auto size = ::pread(file.number(), text, sizeof text, 0);
    return supervise::Notes({text, size > 0 ? static_cast<std::size_t>(size) : 0});
}

// Whether a worker's directory that is not there yet is one by its name; the working
// directory is then that of the service.
bool is_to_be_worker(const char* name, std::optional<int> worker) {
    const auto service = supervise::job_of(name, worker).service;
    return worker && ::chdir(service.c_str()) == 0 &&
           ::access(supervise::files::workers, F_OK) == 0;
}

// The working directory becomes that of the service.
[[gnu::noinline]] supervise::Job enter(base::Report& report, const char* name) {
    if (::chdir(name) == -1) {
        const auto error = base::last_error();
        const auto worker = supervise::worker_in(name);
        if (error.number == ENOENT && is_to_be_worker(name, worker))
            return supervise::job_of(name, worker);
        report.die(error, "unable to chdir to ", name);
    }
    const auto worker = supervise::worker_here(name);
    if (worker && ::chdir("../..") == -1)
        report.die(base::last_error(), "unable to chdir to ", name, "/../..");
    return supervise::job_of(name, worker);
}

// The words of svstat -v.
supervise::Sentence obstacle(const supervise::Job& job) {
    const auto found = supervise::obstacle(AT_FDCWD, supervise::Rights::ours);
    if (!found.empty()) return found;
    const auto place = supervise::may_use_place(job.own);
    if (place) return {};
    return supervise::Sentence(supervise::place_said(job.own),
                               "/: ", base::reason(place.error()));
}

// supervise -n DIR: what would keep the service from running, without starting anything.
int look(base::Report& report, const supervise::Job& job) {
    const auto found = obstacle(job);
    if (found.empty()) return 0;
    const base::Text<2048> line(found, "\n");
    if (const auto said = base::write(STDOUT_FILENO, line); !said)
        report.die(said.error(), "unable to write output");
    return 1;
}

// In the service directory, which is the working directory by now.
int keep_running(base::Report& report, const supervise::Job& job, const char* program) {
    namespace files = supervise::files;
    const auto down = supervise::Directory::is_down(job.own);
    if (!down) report.die(down.error(), "unable to stat ", job.name, "/", files::down);

    if (!job.worker.empty()) ::setenv("WORKER", job.worker.c_str(), 1);
    const auto want = *down ? supervise::Want::down : supervise::Want::up;
    supervise::Place place(job.own.c_str());
    Demand must(report, job);
    must(place.open_directory(), "acquire", files::lock);
    must(place.lock_soon(), "acquire", files::lock);
    must(place.open_control(), "read", files::control);
    supervise::Supervisor supervisor(report, job, place, want);
    supervisor.know_program(program);
    must(place.make_ok(), "read", files::ok);
    must(supervisor.adopt(), "look at", files::child);
    supervisor.run();
    return 0;
}

[[gnu::noinline]] bool recall(base::Report& report, supervise::Supervisor& supervisor,
                              const char* descriptor) {
    const auto notes = notes_in(descriptor);
    if (!notes.text().starts_with("lares supervise ")) report.usage("supervise dir");
    return supervisor.recall(notes);
}

// What supervise executes itself as, in the service directory, has the number of a worker
// as its last word.
supervise::Job job_in(const char* name, const char* worker) {
    if (!worker) return supervise::job_of(name, {});
    return supervise::job_of(name, std::atoi(worker));
}

// supervise --resume NOTES DIR [NUMBER]
int resume(base::Report& report, char** words) {
    const auto job = job_in(words[3], words[4]);
    supervise::Place place(job.own.c_str());
    supervise::Supervisor supervisor(report, job, place, supervise::Want::up);
    supervisor.know_program(words[0]);
    if (recall(report, supervisor, words[2])) {
        supervisor.run();
        return 0;
    }
    // Notes of another version: begin anew, and adopt what runs.
    base::keep_only_standard();
    ::execl(words[0], words[0], "--adopt", words[3], words[4], nullptr);
    report.die(base::last_error(), "unable to execute ", words[0]);
}

}  // namespace

int main(int count, char** words) {
    if (count == 3 && std::string_view(words[1]) == supervise::Handover::word)
        supervise::Handover::await();
    base::Report report("supervise");
    const std::string_view option(count > 2 ? words[1] : "");
    if (option == "--resume" && (count == 4 || count == 5)) return resume(report, words);
    base::keep_only_standard();
    if (option == "-n" && count == 3) return look(report, enter(report, words[2]));
    // supervise --adopt DIR [NUMBER]
    if (option == "--adopt" && (count == 3 || count == 4))
        return keep_running(report, job_in(words[2], words[3]), words[0]);
    if (count != 2) report.usage("supervise dir");
    char* const program = keep_own_path(report, words[0]);
    const int code = keep_running(report, enter(report, words[1]), program);
    ::free(program);
    return code;
}
