#pragma once

// What a service directory, the working directory of supervise, says about its service.
// Each question is asked of the disk when it is needed, so that an edit needs no restart;
// whether the directory is modern, once for each thing that happens. A setting that makes
// no sense is warned about at each use, and the default is used.
//
// A directory that uses nothing beyond daemontools 0.76 is plain, and run exactly as 0.76
// runs it; one that holds a file which came later (service(7) names them) is modern.

#include <time.h>

#include <optional>
#include <string_view>

#include "base/report.h"
#include "base/result.h"
#include "base/spawn.h"
#include "supervise/facts.h"

namespace supervise {

class Directory {
  public:
    // `name` is the directory as people know it, for the warnings.
    Directory(base::Report& report, const char* name) : report_(report), name_(name) {}

    // At a wait, a death, a command: others may have been here.
    void look_again() { modern_.reset(); }

    // Whether the file `down` is there, or in `own`, the directory of a worker (workers.h).
    static base::Result<bool> is_down(std::string_view own = ".");
    // Whether the service's logger is a file `log` that can be executed.
    static bool has_log_file();
    static bool has_run();
    bool has_notify() const;
    // Whether what earlier processes left behind is ended before a start.
    bool ends_leftovers() const;
    bool is_modern() const;

    Beginning before_start() const;
    // `before` is what was said last: it holds on where that cannot be read for want of
    // descriptors or memory.
    Checking before_check(const Checking& before = {}) const;
    // 0: there is none.
    std::chrono::nanoseconds watchdog(std::chrono::nanoseconds before = {}) const;
    // A replacement that is to be ready in this way.
    Replacing before_replacement(const ReadyBy& ready_by) const;
    Stopping before_stop() const;
    Aftermath after_death() const;

    // A session of its own in a modern directory without `no-setsid`, else the parent's.
    base::Group group() const;

  private:
    bool holds_later_files() const;
    std::optional<long> number(const char* file, long least, long most,
                               long before = 0) const;
    void warn_of(const char* file, const char* wrong) const;

    base::Report& report_;
    const char* name_;
    mutable std::optional<bool> modern_;  // as it was when last looked at
    // Whether it holds later files, as of its last change; nothing while that change is
    // fresh.
    mutable std::optional<bool> later_;
    mutable timespec changed_{};
};

}  // namespace supervise
