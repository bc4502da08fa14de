#pragma once

// What `svstat -p` says: the text format of Prometheus, each metric once with its HELP and
// TYPE and a sample for each service it is known of, labelled with the service's name. Of
// several services of one name only the first is told of. Pure.

#include <string>
#include <string_view>
#include <vector>

#include "svstat/facts.h"

namespace svstat {

class Metrics {
  public:
    void add(std::string_view name, const Facts& facts);
    std::string text() const;

  private:
    struct Sample {
        std::string name;
        Facts facts;
    };
    std::vector<Sample> samples_;
};

}  // namespace svstat
