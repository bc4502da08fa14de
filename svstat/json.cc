#include "svstat/json.h"

#include <algorithm>

#include "base/text.h"
#include "svstat/sentence.h"

namespace svstat {
namespace {

using std::string_view;

constexpr string_view hex = "0123456789abcdef";

void add_escape(std::string& text, unsigned code) {
    text += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) text += hex[(code >> shift) & 15];
}

void add_byte(std::string& text, char byte) {
    const auto code = static_cast<unsigned char>(byte);
    switch (byte) {
        case '"': text += "\\\""; return;
        case '\\': text += "\\\\"; return;
        case '\n': text += "\\n"; return;
        case '\t': text += "\\t"; return;
        default: break;
    }
    if (code >= 0x80)
        add_escape(text, 0xdc00 + code);
    else if (code < 0x20 || code == 0x7f)
        add_escape(text, code);
    else
        text += byte;
}

void add_string(std::string& text, string_view value) {
    text += '"';
    while (!value.empty()) {
        const auto size = character_size(value);
        if (size > 1)
            text += value.substr(0, size);
        else
            add_byte(text, value[0]);
        value.remove_prefix(std::max<std::size_t>(size, 1));
    }
    text += '"';
}

bool is_digits(string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

bool is_number(string_view value) {
    if (value.starts_with('-')) value.remove_prefix(1);
    const auto dot = value.find('.');
    const auto whole = value.substr(0, dot);
    if (!is_digits(whole) || (whole.size() > 1 && whole[0] == '0')) return false;
    return dot == value.npos || is_digits(value.substr(dot + 1));
}

class Object {
  public:
    void key(string_view key) {
        text_ += text_.empty() ? '{' : ',';
        add_string(text_, key);
        text_ += ':';
    }
    void string(string_view name, string_view value) {
        key(name);
        add_string(text_, value);
    }
    void number(string_view name, string_view value) {
        key(name);
        text_ += value;
    }
    void number(string_view name, std::uint64_t value) {
        number(name, base::Text<24>(value).view());
    }
    void truth(string_view name, bool value) {
        number(name, string_view(value ? "true" : "false"));
    }
    std::string end() { return text_ + "}\n"; }

  private:
    std::string text_;
};

// Numbers with blanks between them, or "none".
std::string list(string_view value) {
    std::string text("[");
    while (!value.empty()) {
        const auto word = value.substr(0, value.find(' '));
        value.remove_prefix(std::min(value.size(), word.size() + 1));
        if (!is_number(word)) continue;
        if (text.size() > 1) text += ',';
        text += word;
    }
    return text += ']';
}

constexpr string_view ours[] = {"name",       "running",       "error",   "normally",
                                "paused",     "cpu-seconds",   "threads", "descriptors",
                                "pipe-bytes", "resident-bytes"};

bool is_new_key(string_view key, string_view before) {
    if (key.empty() ||
        key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != key.npos)
        return false;
    return std::ranges::find(ours, key) == std::end(ours) &&
           !supervise::value_of(before, key);
}

// Keys that are not known yet are told as well.
void add_state(Object& object, string_view text, string_view prefix) {
    constexpr string_view of_log = "log-";
    for (std::size_t at = 0; at < text.size();) {
        const auto line = text.substr(at, text.find('\n', at) - at);
        const auto before = text.substr(0, at);
        at += line.size() + 1;
        const auto key = line.substr(0, line.find(' '));
        const auto value = line.substr(std::min(line.size(), key.size() + 1));
        if (!is_new_key(key, before)) continue;
        const bool common = key == "supervise";
        if (!prefix.empty() && !key.starts_with(prefix) && !common) continue;
        const auto told = prefix.empty() || common ? key : key.substr(prefix.size());
        const auto plain = key.starts_with(of_log) ? key.substr(of_log.size()) : key;
        if (plain == "last-cpu" || plain == "groups")
            object.number(told, list(value));
        else if (is_number(value))
            object.number(told, value);
        else
            object.string(told, value);
    }
}

base::Text<48> time_of(const base::Tai64n& moment) {
    const auto seconds = static_cast<std::int64_t>(moment.seconds - base::Tai64n::epoch);
    base::Text<48> text(seconds);
    if (moment.nanoseconds >= 1'000'000'000) return text;
    const base::Text<16> digits(1'000'000'000 + moment.nanoseconds);
    text.add('.').add(digits.view().substr(1));
    return text;
}

// From the 18 bytes alone, where supervise tells no more.
void add_status(Object& object, const supervise::Status& status) {
    using supervise::Want;
    const auto want = status.want;
    object.number("pid", status.pid);
    object.number("since", time_of(status.since).view());
    object.string("want", want == Want::up ? "up" : want == Want::down ? "down" : "once");
}

void add_usage(Object& object, const Usage& usage) {
    const auto cpu = usage.cpu;
    const auto seconds = std::chrono::floor<std::chrono::seconds>(cpu);
    const base::Text<16> digits(1'000'000'000 + (cpu - seconds).count());
    object.number("cpu-seconds",
                  base::Text<48>(seconds.count(), ".", digits.view().substr(1)).view());
    object.number("resident-bytes", usage.resident);
    object.number("threads", usage.threads);
    if (usage.descriptors) object.number("descriptors", *usage.descriptors);
}

}  // namespace

// A table of the first byte and the limits of the second, as Unicode has it.
std::size_t character_size(string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xc0) == 0x80; };
    const unsigned first = byte(0), second = byte(1);
    if (text.empty()) return 0;
    if (first < 0x80) return 1;
    if (first >= 0xc2 && first <= 0xdf) return follows(1) ? 2 : 0;
    if (first >= 0xe0 && first <= 0xef) {
        if (first == 0xe0 && second < 0xa0) return 0;
        if (first == 0xed && second > 0x9f) return 0;
        return follows(1) && follows(2) ? 3 : 0;
    }
    if (first < 0xf0 || first > 0xf4) return 0;
    if (first == 0xf0 && second < 0x90) return 0;
    if (first == 0xf4 && second > 0x8f) return 0;
    return follows(1) && follows(2) && follows(3) ? 4 : 0;
}

std::string json_trouble(string_view name, string_view error) {
    Object object;
    object.string("name", name);
    object.truth("running", false);
    object.string("error", error);
    object.truth("paused", false);
    return object.end();
}

std::string json(string_view name, const Facts& facts, string_view prefix) {
    if (facts.sight.step != Sight::Step::seen)
        return json_trouble(name, sentence(facts.sight, 0));
    Object object;
    object.string("name", name);
    object.truth("running", true);
    object.truth("paused", facts.sight.status.paused);
    object.string("normally", facts.sight.normally_up ? "up" : "down");
    if (facts.text.empty())
        add_status(object, facts.sight.status);
    else
        add_state(object, facts.text, prefix);
    if (facts.service && facts.service->usage) add_usage(object, *facts.service->usage);
    if (facts.backlog) object.number("pipe-bytes", facts.backlog->bytes);
    return object.end();
}

}  // namespace svstat
