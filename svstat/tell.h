#pragma once

// Looks at one service after the other and tells of each in the form that was asked for.

#include <string>
#include <string_view>
#include <vector>

#include "supervise/rounds.h"
#include "supervise/whereabouts.h"
#include "svstat/metrics.h"
#include "svstat/options.h"
#include "svstat/output.h"
#include "svstat/processes.h"

namespace svstat {

class Teller {
  public:
    explicit Teller(const Options& options) : options_(options) {}

    // What is to be said of the service of that name now, or of one worker of it
    // ("worker/2"), whole lines; nothing yet where metrics were asked for.
    std::string tell(const char* name, std::string_view worker = {});

    // The same, put out: the plain line of a service that is well by the shortest way.
    void tell(const char* name, Output& output);

    // And when all have been looked at.
    std::string end() const;

    // What `tell` last said, but for the time that has passed: it has changed when this
    // has.
    const std::string& essence() const { return essence_; }

    // All processes are looked at anew.
    void forget_processes() { processes_ = {}; }

    supervise::Rounds& rounds() { return rounds_; }

  private:
    std::string form(std::string_view name, const Facts& facts, const char* prefix);
    std::string trouble(std::string_view name, const char* verb, base::Errno error);
    std::string say(std::string_view name, std::string_view text) const;
    std::string tell_sight(std::string_view name, std::string_view own, const Sight& sight,
                           bool log_file);
    std::string tell_log(std::string_view name, std::string_view own);
    std::string tell_each(std::string_view name, const std::vector<std::string>& owns);
    std::string title(std::string_view name) const;

    const Options options_;
    const base::Path place_ = supervise::place_of();
    supervise::Rounds rounds_{supervise::Search::svdir_and_service};
    Processes processes_;
    Metrics metrics_;
    std::string essence_;
};

}  // namespace svstat
