#include "svscan/plan.h"

#include <functional>
#include <string_view>

namespace svscan {

std::size_t Plan::Hash::operator()(const Identity& identity) const {
    return std::hash<ino_t>()(identity.inode) ^ (std::hash<dev_t>()(identity.device) << 1);
}

Plan::Index Plan::add_log(const Seen& log, Time now) {
    log_ = add(log, Place::of_logger_alone(now));
    return *log_;
}

void Plan::drop_log() { released({*log_, {Act::release, Part::logger}}, Time(0)); }

Plan::Index Plan::add(const Seen& seen, Place place) {
    if (free_.empty()) {
        free_.push_back(entries_.size());
        entries_.emplace_back();
    }
    const auto index = free_.back();
    free_.pop_back();
    entries_[index] = {seen.name, *seen.identity, place, looks_, looks_};
    by_identity_[*seen.identity] = index;
    schedule(index);
    return index;
}

void Plan::count(Entry& entry, bool waits) {
    if (waits && !entry.waits) ++waiting_;
    if (!waits && entry.waits) --waiting_;
    entry.waits = waits;
}

void Plan::schedule(Index place) {
    auto& entry = entries_[place];
    count(entry, entry.place.waits_for_look());
    agenda_.set(place, entry.place.deadline());
}

Plan::Entry* Plan::known(const Seen& seen) {
    if (!seen.identity) return nullptr;
    const auto found = by_identity_.find(*seen.identity);
    return found == by_identity_.end() ? nullptr : &entries_[found->second];
}

// A place goes by the name it has for as long as that leads to it, else by any that does.
void Plan::mark_known(std::span<const Seen> all) {
    for (const auto& seen : all)
        if (auto* const entry = known(seen)) {
            entry->look = looks_;
            if (entry->name == seen.name) entry->look_named = looks_;
        }
    for (const auto& seen : all)
        if (auto* const entry = known(seen); entry && entry->look_named != looks_) {
            entry->name = seen.name;
            entry->look_named = looks_;
        }
}

std::vector<Plan::Index> Plan::places() const {
    std::vector<Index> places;
    for (const auto& [identity, index] : by_identity_) places.push_back(index);
    return places;
}

Plan::Names Plan::names() const {
    Names names;
    for (const auto& [identity, index] : by_identity_) names[entries_[index].name] = index;
    return names;
}

void Plan::judge_unknown(std::span<const Seen> all, Time now) {
    std::vector<const Seen*> fresh;
    std::optional<Names> by_name;  // most looks have nothing unknown in them, and need none
    for (const auto& seen : all) {
        if (known(seen)) continue;
        if (!by_name) by_name = names();
        const auto found = by_name->find(seen.name);
        auto* const holder = found == by_name->end() ? nullptr : &entries_[found->second];
        const bool holder_lost = holder && holder->look != looks_;
        if (!seen.identity) {
            if (holder) holder->look = looks_;
        } else if (holder_lost) {
            holder->awaited = true;
            holder->place.leave(now);
        } else {
            fresh.push_back(&seen);
        }
    }
    for (const auto* seen : fresh)
        if (!known(*seen)) add(*seen, Place::of_service(now));
}

void Plan::look(std::span<const Seen> all, Time now) {
    wants_look_ = false;
    if (stops_) return;
    ++looks_;
    mark_known(all);
    judge_unknown(all, now);
    for (const auto& [identity, index] : by_identity_) {
        auto& entry = entries_[index];
        const bool seen = entry.look == looks_;
        if (seen || is_log(index))
            entry.place.seen(now);
        else
            entry.place.unseen(now);
        if (seen && entry.place.leaves()) entry.awaited = true;
        schedule(index);
    }
}

void Plan::stop(Time now) {
    for (const auto& [identity, index] : by_identity_) {
        auto& place = entries_[index].place;
        if (stops_ && place.leaves()) place.press(now);
        if (!is_log(index)) place.leave(now);
        schedule(index);
    }
    stops_ = true;
    log_leaves_last(now);
}

void Plan::log_leaves_last(Time now) {
    if (!stops_ || !log_ || by_identity_.size() != 1) return;
    entries_[*log_].place.leave(now);
    schedule(*log_);
}

std::optional<Plan::Task> Plan::next(Time now) const {
    const auto place = agenda_.due(now);
    if (!place) return {};
    const auto order = entries_[*place].place.next(now);
    if (!order) return {};
    return Task{*place, *order};
}

void Plan::started(const Task& task, pid_t pid, Time now) {
    by_pid_[pid] = {task.place, task.order.part};
    report(task.place, [&](Place& place) { place.started(task.order.part, pid, now); });
}

void Plan::died(pid_t pid, Death death, Time now) {
    const auto found = by_pid_.find(pid);
    if (found == by_pid_.end()) return;
    const auto [index, part] = found->second;
    by_pid_.erase(found);
    report(index, [&, part = part](Place& place) { place.died(part, death, now); });
}

void Plan::released(const Task& task, Time now) {
    auto& entry = entries_[task.place];
    if (entry.awaited) wants_look_ = true;
    agenda_.set(task.place, {});
    by_identity_.erase(entry.identity);
    if (is_log(task.place)) log_.reset();
    count(entry, false);
    entry = {};
    free_.push_back(task.place);
    log_leaves_last(now);
}

void Plan::remember(Index place, NoteWriter& notes) {
    auto& entry = entries_[place];
    notes(entry.name);
    notes(entry.identity.device), notes(entry.identity.inode);
    notes(is_log(place)), notes(entry.awaited);
    entry.place.each_number(notes);
}

Plan::Index Plan::recall(NoteReader& notes) {
    Seen seen{{}, Identity{}};
    bool log = false, awaited = false;
    Place place;
    notes(seen.name);
    notes(seen.identity->device), notes(seen.identity->inode);
    notes(log), notes(awaited);
    place.each_number(notes);
    const auto index = add(seen, place);
    entries_[index].awaited = awaited;
    if (log) log_ = index;
    each_part(index, [&](Part part) {
        if (const auto child = pid(index, part); child != 0) by_pid_[child] = {index, part};
    });
    return index;
}

}  // namespace svscan
