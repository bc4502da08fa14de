#include "multilog/sorter.h"

#include <algorithm>
#include <cstring>

namespace multilog {
namespace {

constexpr std::size_t alerts_size = 4096;  // what a pipe takes whole
constexpr std::string_view cut_mark = "...";

bool goes_all_to_all(const Script& script) {
    const auto simple = [](const Action& a) { return a.kind == Action::Kind::log; };
    const auto bare = [](const Settings& log) { return log.prefix.empty(); };
    return std::all_of(script.actions.begin(), script.actions.end(), simple) &&
           std::all_of(script.logs.begin(), script.logs.end(), bare);
}

std::string_view head_of(std::string_view line) {
    if (line.ends_with('\n')) line.remove_suffix(1);
    return line.substr(0, head_size);
}

// Just past the last newline. Looked for from behind, a stretch at a time: lines are short.
std::size_t end_of_lines(std::string_view text) {
    constexpr std::size_t stretch = 512;
    for (std::size_t end = text.size(); end > 0;) {
        const auto begin = end - std::min(end, stretch);
        const auto part = text.substr(begin, end - begin);
        std::size_t past = 0;
        for (auto at = part.find('\n'); at != part.npos; at = part.find('\n', past))
            past = at + 1;
        if (past) return begin + past;
        end = begin;
    }
    return 0;
}

// How many of the first `end` bytes a log takes until it is full.
std::size_t until_full(std::string_view text, std::size_t end, const Room& room) {
    if (end < room.soft) return end;
    const auto reach = std::min(end, room.hard);
    const auto from = room.soft ? room.soft - 1 : 0;
    if (from >= reach) return reach;
    const auto newline = text.substr(from, reach - from).find('\n');
    return newline == text.npos ? reach : from + newline + 1;
}

void add(Share& share, std::string_view text) {
    if (text.empty()) return;
    share.size += text.size();
    if (!share.pieces.empty()) {
        auto& last = share.pieces.back();
        if (static_cast<char*>(last.iov_base) + last.iov_len == text.data()) {
            last.iov_len += text.size();
            return;
        }
    }
    share.pieces.push_back({const_cast<char*>(text.data()), text.size()});
}

}  // namespace

Sorter::Sorter(const Script& script)
    : script_(script),
      all_to_all_(goes_all_to_all(script)),
      chosen_(script.logs.size(), all_to_all_),
      shares_(script.logs.size()),
      statuses_(script.statuses.size()) {
    for (auto& share : shares_) share.pieces.reserve(most_pieces);
    alerts_.reserve(alerts_size);
    if (script.labelling != Labelling::none)
        formatted_.reset(new char[formatted_size + padded_.size()]);
}

void Sorter::clear() {
    for (auto& share : shares_) {
        share.pieces.clear();
        share.size = 0;
    }
    for (auto& status : statuses_) status.reset();
    alerts_.clear();
    formatted_used_ = used_ = 0;
    full_ = false;
}

std::size_t Sorter::sort(std::string_view input, Unended unended, std::string_view label,
                         std::span<const Room> rooms) {
    clear();
    input_ = input;
    unended_ = unended;
    label_ = label;
    rooms_ = rooms;
    if (all_to_all_ && !formatted_)
        return pass_as_it_is(unended == Unended::is_cut ? input.size()
                                                        : end_of_lines(input));
    if (all_to_all_ && !in_line_ && label.size() <= padded_.size()) label_lines();
    while (used_ < input_.size() && !full_ && take_line()) continue;
    return used_;
}

// The short way for what most scripts ask for. It goes as far as lines are whole and fit;
// what comes then is for `take_line`. A copy of fixed size is faster than one that fits:
// what is too much of it, the line writes over.
void Sorter::label_lines() {
    std::size_t soft = formatted_size, hard = formatted_size;
    for (const auto& room : rooms_) {
        soft = std::min(soft, room.soft);
        hard = std::min(hard, room.hard);
    }
    std::copy(label_.begin(), label_.end(), padded_.begin());
    char* out = formatted_.get();
    const char* in = input_.data();
    const char* const end = in + input_.size();
    while (in != end && formatted_used_ < soft) {
        const auto* newline = static_cast<const char*>(
            std::memchr(in, '\n', static_cast<std::size_t>(end - in)));
        if (!newline) break;
        const auto line = static_cast<std::size_t>(newline + 1 - in);
        if (formatted_used_ + label_.size() + line > hard) break;
        std::memcpy(out, padded_.data(), padded_.size());
        std::memcpy(out + label_.size(), in, line);
        out += label_.size() + line;
        formatted_used_ += label_.size() + line;
        in += line;
    }
    used_ = static_cast<std::size_t>(in - input_.data());
    for (auto& share : shares_) add(share, {formatted_.get(), formatted_used_});
    for (const auto& room : rooms_) full_ = full_ || formatted_used_ >= room.soft;
}

std::size_t Sorter::pass_as_it_is(std::size_t end) {
    for (const auto& room : rooms_) end = until_full(input_, end, room);
    for (auto& share : shares_) add(share, input_.substr(0, end));
    if (end) in_line_ = input_[end - 1] != '\n';
    return end;
}

// Takes a line, or what there is of it. False when the batch ends here.
bool Sorter::take_line() {
    const auto rest = input_.substr(used_);
    const auto newline = rest.find('\n');
    if (newline == rest.npos && unended_ == Unended::waits) return false;
    auto text = rest.substr(0, newline == rest.npos ? newline : newline + 1);
    const bool labels = !in_line_ && formatted_;
    if (labels && formatted_used_ + label_.size() + text.size() > formatted_size) {
        if (formatted_used_) return false;
        text = text.substr(0, formatted_size - label_.size());
    }
    if (!in_line_) text = begin_line(text);
    text = text.substr(0, most());
    hand_out(text);
    used_ += text.size() - (labels ? label_.size() : 0);
    in_line_ = text.back() != '\n';
    return !in_line_ && !full_;
}

// Judges a line that begins, and puts its label before it.
std::string_view Sorter::begin_line(std::string_view piece) {
    if (!formatted_) {
        decide(head_of(piece));
        return piece;
    }
    char* const begin = formatted_.get() + formatted_used_;
    const std::string_view text(begin, label_.size() + piece.size());
    std::memcpy(begin, label_.data(), label_.size());
    std::memcpy(begin + label_.size(), piece.data(), piece.size());
    formatted_used_ += text.size();
    decide(head_of(text));
    return text;
}

void Sorter::decide(std::string_view head) {
    bool selected = true;
    for (const auto& action : script_.actions) {
        switch (action.kind) {
            case Action::Kind::select:
                selected = selected || action.pattern.matches(head);
                break;
            case Action::Kind::deselect:
                selected = selected && !action.pattern.matches(head);
                break;
            case Action::Kind::alert:
                if (selected) alert(head);
                break;
            case Action::Kind::status:
                if (selected) statuses_[action.target] = head;
                break;
            case Action::Kind::log: chosen_[action.target] = selected; break;
        }
    }
}

void Sorter::alert(std::string_view head) {
    const auto shown = head.substr(0, alert_size);
    const auto mark = shown.size() < head.size() ? cut_mark : "";
    alerts_.insert(alerts_.end(), shown.begin(), shown.end());
    alerts_.insert(alerts_.end(), mark.begin(), mark.end());
    alerts_.push_back('\n');
    if (alerts_.size() + alert_size + cut_mark.size() + 1 > alerts_size) full_ = true;
}

// How much of a line every log that gets it has room for.
std::size_t Sorter::most() const {
    std::size_t least = ~std::size_t{0};
    for (std::size_t log = 0; log < shares_.size(); ++log) {
        if (!chosen_[log]) continue;
        const auto prefix = in_line_ ? 0 : script_.logs[log].prefix.size();
        least = std::min(least, rooms_[log].hard - shares_[log].size - prefix);
    }
    return least;
}

void Sorter::hand_out(std::string_view text) {
    const bool whole = text.ends_with('\n');
    for (std::size_t log = 0; log < shares_.size(); ++log) {
        if (!chosen_[log]) continue;
        auto& share = shares_[log];
        const auto prefix = script_.logs[log].prefix;
        if (!in_line_ && !prefix.empty()) {
            const auto label = formatted_ ? label_.size() : 0;
            add(share, text.substr(0, label));
            add(share, prefix);
            add(share, text.substr(label));
        } else {
            add(share, text);
        }
        if (share.size >= (whole ? rooms_[log].soft : rooms_[log].hard) ||
            share.pieces.size() + 3 > most_pieces)
            full_ = true;
    }
}

}  // namespace multilog
