#include "svscan/watcher.h"

#include <limits.h>
#include <unistd.h>

#include <algorithm>

namespace svscan {
namespace {

constexpr int most_links = 40;  // that the kernel follows, too

// What a symbolic link says; empty for anything else.
std::string target_of(const std::string& path) {
    char target[PATH_MAX];
    const auto size = ::readlink(path.c_str(), target, sizeof target);
    return size > 0 ? std::string(target, static_cast<std::size_t>(size)) : std::string();
}

std::string join(const std::string& directory, std::string_view name) {
    std::string path = directory;
    if (path.back() != '/') path += '/';
    return path.append(name);
}

// Takes the first part off a path.
std::string take_part(std::string& path) {
    const auto end = std::min(path.find('/'), path.size());
    auto part = path.substr(0, end);
    path.erase(0, std::min(path.find_first_not_of('/', end), path.size()));
    return part;
}

}  // namespace

// What one round of `follow` finds.
struct Watcher::Survey {
    std::unordered_map<std::string, int> places;  // by directory
    std::unordered_map<int, Names> names;
    bool complete = true;
};

Watcher::Watcher() {
    const auto root = watch_.add(".");
    root_ = root ? *root : -1;
}

bool Watcher::follow(const Look& look) {
    Survey survey;
    if (root_ != -1)
        for (const auto& link : look.links) survey_link(link, survey);
    bool more = false;
    for (const auto& [place, names] : survey.names) {
        const auto known = names_.find(place);
        if (known == names_.end() && place != root_) more = true;
    }
    for (const auto& [place, names] : names_)
        if (!survey.names.contains(place) && place != root_) watch_.remove(place);
    names_ = std::move(survey.names);
    hears_all_ = root_ != -1 && survey.complete;
    return more;
}

void Watcher::survey_name(const std::string& directory, std::string_view name,
                          Survey& survey) {
    const auto [entry, is_new] = survey.places.try_emplace(directory, -1);
    if (is_new) {
        const auto place = watch_.add(directory.c_str());
        if (place) entry->second = *place;
        if (!place && !leads_nowhere(place.error())) survey.complete = false;
    }
    if (entry->second != -1) survey.names[entry->second].emplace(name);
}

// Goes the way the kernel goes, part by part, link by link.
void Watcher::survey_link(const std::string& link, Survey& survey) {
    std::string directory = ".";
    std::string rest = link;
    for (int links = 0; !rest.empty() && links < most_links;) {
        const auto part = take_part(rest);
        if (part.empty() || part == ".") continue;
        const auto path = join(directory, part);
        if (part != "..") survey_name(directory, part, survey);
        auto target = target_of(path);
        if (target.empty()) {
            directory = path;
            continue;
        }
        ++links;
        if (target.front() == '/') {
            directory.assign(1, '/');
            take_part(target);
        }
        rest = rest.empty() ? target : join(target, rest);
    }
}

bool Watcher::follow_file(const char* file) {
    const auto place = watch_.add_file(file);
    return place && files_.insert(*place).second;
}

Watcher::News Watcher::hear() {
    auto news = News::none;
    watch_.take([&](const auto& event) { news = std::max(news, judge(event)); });
    return news;
}

Watcher::News Watcher::judge(const base::Watch::Event& event) {
    using enum base::Watch::Kind;
    if (event.kind == lost) return News::changed;
    if (files_.contains(event.place)) {
        if (event.kind == gone) files_.erase(event.place);
        return News::filled;
    }
    if (event.kind == gone) {
        if (event.place == root_) hears_all_ = false;
        return names_.erase(event.place) || event.place == root_ ? News::changed
                                                                 : News::none;
    }
    const auto names = names_.find(event.place);
    if (names != names_.end() && names->second.contains(std::string(event.name)))
        return News::changed;
    if (event.place != root_) return names == names_.end() ? News::filled : News::none;
    if (event.name.empty() || event.name.front() == '.') return News::none;
    if (event.kind != made_directory) return News::changed;
    begin_filling(event.name);
    return News::filled;
}

void Watcher::begin_filling(std::string_view name) {
    const auto place = watch_.add(std::string(name).c_str(), true);
    filling_[std::string(name)] = place ? *place : -1;
}

bool Watcher::is_filling(const std::string& name) {
    const auto found = filling_.find(name);
    if (found == filling_.end()) return false;
    if (::access((name + "/run").c_str(), X_OK) == -1) return true;
    if (!names_.contains(found->second)) watch_.remove(found->second);
    filling_.erase(found);
    return false;
}

void Watcher::stop_waiting() {
    for (const auto& [name, place] : filling_)
        if (place != -1 && !names_.contains(place)) watch_.remove(place);
    filling_.clear();
}

}  // namespace svscan
