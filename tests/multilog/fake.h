#pragma once

// A log directory that exists only in tests. The steps of multilog/rotation.h do in it what
// they do in a real one, and what no step may do fails. A crash is to stop carrying steps
// out, an outage to lose what is not safe as well.

#include <map>
#include <string>

#include "multilog/rotation.h"
#include "tests/demand.h"

namespace tests {

struct File {
    std::string text;
    multilog::Entry kind = multilog::Entry::plain;
    bool safe = false;  // survives an outage
};

class Fake {
  public:
    using Entry = multilog::Entry;
    using Step = multilog::Step;

    std::map<std::string, File> files;
    int labels = 0;

    Entry entry(const char* name) const {
        const auto found = files.find(name);
        return found == files.end() ? Entry::absent : found->second.kind;
    }
    multilog::Listing look() const {
        return {entry("current"), entry("previous"), entry("processed"), entry("state"),
                entry("newstate")};
    }

    void rename(const char* from, const std::string& to) {
        demand(files.count(from) == 1, "what is renamed is there");
        demand(files.count(to) == 0 || to == "state", "nothing is renamed over a file");
        files[to] = files[from];
        files.erase(from);
    }
    void label(const char* from, const char* suffix) {
        rename(from, "@" + std::to_string(1000 + labels++) + suffix);
    }
    void make_safe(const char* name) {
        demand(entry(name) == Entry::plain, "what is made safe is not so yet");
        files[name].safe = true;
        files[name].kind = Entry::done;
    }
    void drop(const char* name) {
        demand(files.erase(name) == 1, "what is dropped is there");
    }

    void carry_out(Step step) {
        switch (step) {
            case Step::sync_previous: return make_safe("previous");
            case Step::process:
                files["processed"] = {files["previous"].text, Entry::plain, false};
                files["newstate"] = {"known", Entry::plain, false};
                return;
            case Step::sync_processed: return make_safe("processed");
            case Step::drop_previous: return drop("previous");
            case Step::keep_state: return rename("newstate", "state");
            case Step::name_previous: return label("previous", ".s");
            case Step::name_processed: return label("processed", ".s");
            case Step::save_previous: return label("previous", ".u");
            case Step::save_current: return label("current", ".u");
            case Step::drop_processed: return drop("processed");
            case Step::drop_state: return drop("state");
            case Step::drop_newstate: return drop("newstate");
            case Step::set_aside_previous: return set_aside("previous");
            case Step::set_aside_processed: return set_aside("processed");
            case Step::set_aside_state: return set_aside("state");
            case Step::set_aside_newstate: return set_aside("newstate");
            case Step::set_aside_current: return set_aside("current");
        }
    }

    // Everything that was ever written, in the order of the names.
    std::string all() const {
        std::string text;
        for (const auto& [name, file] : files)
            if (name[0] == '@') text += file.text;
        return text + (files.count("current") ? files.at("current").text : "");
    }

  private:
    void set_aside(const char* name) {
        demand(entry(name) == Entry::odd, "only what is no file is set aside");
        std::string to = std::string(name) + ".odd";
        while (files.count(to)) to += '+';
        rename(name, to);
    }
};

}  // namespace tests
