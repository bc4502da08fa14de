#pragma once

// What an svscan that replaces its own program (USR1) hands to the new one: numbers and
// texts, one after the other, in an order that both know. The first line names the version;
// a program that finds another one begins anew, and adopts what runs. Pure.

#include <charconv>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace svscan {

constexpr std::string_view notes_version = "lares svscan 5\n";

class NoteWriter {
  public:
    NoteWriter() : text_(notes_version) {}
    std::string_view text() const { return text_; }

    template <class Value>
    requires(std::integral<Value> || std::is_enum_v<Value>) void operator()(Value value) {
        text_ += std::to_string(static_cast<std::int64_t>(value));
        text_ += ' ';
    }
    void operator()(std::chrono::nanoseconds time) { (*this)(time.count()); }
    void operator()(const std::optional<std::chrono::nanoseconds>& time) {
        (*this)(time.has_value());
        if (time) (*this)(*time);
    }
    void operator()(const std::string& name) {
        (*this)(name.size());
        text_ += name;
    }

  private:
    std::string text_;
};

// Reads what was written, in the same order. Once something is not as it should be, `good`
// says so, and nothing is read any more.
class NoteReader {
  public:
    explicit NoteReader(std::string_view text);
    bool good() const { return good_; }

    template <class Value>
    requires(std::integral<Value> || std::is_enum_v<Value>) void operator()(Value& value) {
        value = static_cast<Value>(number());
    }
    void operator()(std::chrono::nanoseconds& time) {
        time = std::chrono::nanoseconds(number());
    }
    void operator()(std::optional<std::chrono::nanoseconds>& time);
    void operator()(std::string& name);

  private:
    std::int64_t number();

    std::string_view rest_;
    bool good_;
};

}  // namespace svscan
