#pragma once

// Hearing of what changes in the scan directory, so that nobody has to look while nothing
// does. Heard of are the names in it, and for a symbolic link every name in every directory
// that decides where it leads.
//
// A link or a directory that is moved here is complete. One that is made here is still
// being filled, until its `run` can be executed: starting it earlier would miss its log/.

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/watch.h"
#include "svscan/look.h"

namespace svscan {

class Watcher {
  public:
    enum class News { none, filled, changed };

    Watcher();
    int number() const { return watch_.number(); }

    // After a complete look. Whatever was not watched before may have changed since: where
    // it says so, it takes another look.
    bool follow(const Look& look);

    // Whether a change after the last look would be heard of.
    bool hears_all() const { return hears_all_; }

    // A change of this file is news from now on. False: it was before.
    bool follow_file(const char* file);

    News hear();

    // Directories that are still being filled, and the end of that.
    bool fills() const { return !filling_.empty(); }
    bool is_filling(const std::string& name);
    void stop_waiting();

  private:
    using Names = std::unordered_set<std::string>;
    struct Survey;

    News judge(const base::Watch::Event& event);
    void begin_filling(std::string_view name);
    void survey_link(const std::string& link, Survey& survey);
    void survey_name(const std::string& directory, std::string_view name, Survey& survey);

    base::Watch watch_;
    int root_;
    bool hears_all_ = false;
    std::unordered_set<int> files_;                 // that are followed, by place
    std::unordered_map<int, Names> names_;          // those that matter, by place
    std::unordered_map<std::string, int> filling_;  // directory and its place
};

}  // namespace svscan
