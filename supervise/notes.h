#pragma once

// What a supervise that replaces its own program (svc -e) hands to the new one, which keeps
// its pid, its children and its descriptors: text, a line "key value" for each number,
// after the lines of supervise/state. The first line names the version; a program that
// finds another one begins anew, and adopts what runs. Times are on the steady clock, which
// goes on. Pure.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

#include "base/text.h"
#include "supervise/state.h"

namespace supervise {

class Notes {
  public:
    using Buffer = base::Text<16383>;
    static constexpr std::string_view version = "lares supervise 1\n";

    // For writing.
    Notes() : text_(version) {}
    // For reading; nothing can be read from notes of another version.
    explicit Notes(std::string_view text) : text_(text) {}

    bool readable() const { return text_.whole() && text_.view().starts_with(version); }
    std::string_view text() const { return text_; }

    void add(std::string_view lines) { text_.add(lines); }
    void put(std::string_view prefix, std::string_view key, std::int64_t number);
    // Leaves the number as it is where the key is missing.
    void take(std::string_view prefix, std::string_view key, std::int64_t& number) const;

  private:
    Buffer text_;
};

// The same for anything that is a number: pids, truths, durations, deadlines, enums.
class NoteWriter {
  public:
    NoteWriter(Notes& notes, std::string_view prefix) : notes_(notes), prefix_(prefix) {}

    template <class Value>
    void operator()(std::string_view key, const Value& value) {
        notes_.put(prefix_, key, static_cast<std::int64_t>(value));
    }
    void operator()(std::string_view key, std::chrono::nanoseconds time) {
        notes_.put(prefix_, key, time.count());
    }
    void operator()(std::string_view key,
                    const std::optional<std::chrono::nanoseconds>& time) {
        if (time) notes_.put(prefix_, key, time->count());
    }

  private:
    Notes& notes_;
    std::string_view prefix_;
};

class NoteReader {
  public:
    NoteReader(const Notes& notes, std::string_view prefix)
        : notes_(notes), prefix_(prefix) {}

    template <class Value>
    void operator()(std::string_view key, Value& value) {
        auto number = static_cast<std::int64_t>(value);
        notes_.take(prefix_, key, number);
        value = static_cast<Value>(number);
    }
    void operator()(std::string_view key, std::chrono::nanoseconds& time) {
        auto number = time.count();
        notes_.take(prefix_, key, number);
        time = std::chrono::nanoseconds(number);
    }
    void operator()(std::string_view key, std::optional<std::chrono::nanoseconds>& time) {
        std::int64_t number = -1;
        notes_.take(prefix_, key, number);
        if (number != -1) time = std::chrono::nanoseconds(number);
    }

  private:
    const Notes& notes_;
    std::string_view prefix_;
};

}  // namespace supervise
