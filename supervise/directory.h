#pragma once

// What a service directory, the working directory of supervise, says about its service.
// Each question is asked of the disk when it is needed, so that an edit needs no restart. A
// setting that makes no sense is warned about at each use, and the default is used.
//
// A directory that uses nothing beyond daemontools 0.76 is plain, and run exactly as 0.76
// runs it; one that holds a file which came later (service(7) names them) is modern.

#include <optional>

#include "base/report.h"
#include "base/result.h"
#include "base/spawn.h"
#include "supervise/facts.h"

namespace supervise {

class Directory {
  public:
    // `name` is the directory as people know it, for the warnings.
    Directory(base::Report& report, const char* name) : report_(report), name_(name) {}

    // Whether the file `down` is there.
    static base::Result<bool> is_down();
    // Whether the service's logger is a file `log` that can be executed.
    static bool has_log_file();
    static bool has_notify();
    // Whether what earlier processes left behind is ended before a start.
    static bool ends_leftovers();
    static bool is_modern();

    Beginning before_start() const;
    Stopping before_stop() const;
    Aftermath after_death() const;

    // A session of its own in a modern directory without `no-setsid`, else the parent's.
    static base::Group group();

  private:
    std::optional<long> number(const char* file, long least, long most) const;
    void warn_of(const char* file, const char* wrong) const;

    base::Report& report_;
    const char* name_;
};

}  // namespace supervise
