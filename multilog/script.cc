#include "multilog/script.h"

#include <algorithm>

namespace multilog {
namespace {

constexpr std::uint64_t least_size = 4096;
constexpr std::uint64_t most_size = 2147483647;
constexpr std::uint64_t least_keep = 2;
constexpr std::size_t longest_prefix = 1000;
constexpr std::size_t longest_suffix = 64;
constexpr std::uint64_t a_lot = 1'000'000'000;

// The digits that a text begins with; what follows them is not looked at.
std::uint64_t leading_number(std::string_view text) {
    constexpr std::uint64_t ceiling = std::uint64_t{1} << 40;
    std::uint64_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') break;
        number = std::min(ceiling, number * 10 + static_cast<std::uint64_t>(c - '0'));
    }
    return number;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

class Parser {
  public:
    Script parse(std::span<const char* const> arguments) {
        if (!arguments.empty()) label(arguments.front()[0]);
        for (const auto* argument : arguments) {
            if (!script_.wrong && argument[0]) act(argument, argument + 1);
        }
        return std::move(script_);
    }

  private:
    void label(char first) {
        if (first == 't') script_.labelling = Labelling::tai64n;
        if (first == 'T') script_.labelling = Labelling::seconds;
    }

    void act(const char* argument, const char* operand) {
        using Kind = Action::Kind;
        switch (argument[0]) {
            case '+': add(Kind::select, Pattern(operand, style_)); break;
            case '-': add(Kind::deselect, Pattern(operand, style_)); break;
            case 'F': style_ = Style::shell; break;
            case 'S': style_ = Style::simple; break;
            case 'e': add(Kind::alert); break;
            case '=': add(Kind::status, {}, status(operand)); break;
            case '.':
            case '/': add(Kind::log, {}, script_.logs.size()); break;
            default: set(argument, operand);
        }
        if (argument[0] != '.' && argument[0] != '/') return;
        settings_.directory = argument;
        script_.logs.push_back(settings_);
    }

    void add(Action::Kind kind, Pattern pattern = {}, std::size_t target = 0) {
        script_.actions.push_back({kind, std::move(pattern), target});
    }

    // A file that is named twice tells the last of all lines that go to it.
    std::size_t status(std::string_view path) {
        auto& all = script_.statuses;
        const auto known = std::find(all.begin(), all.end(), path);
        const auto place = static_cast<std::size_t>(known - all.begin());
        if (known == all.end()) all.push_back(path.data());
        return place;
    }

    void set(const char* argument, const char* operand) {
        switch (argument[0]) {
            case 's':
                settings_.size = std::clamp(leading_number(operand), least_size, most_size);
                break;
            case 'n': settings_.keep = std::max(leading_number(operand), least_keep); break;
            case '!': settings_.processor = *operand ? operand : nullptr; break;
            case 'w': set_suffix(argument, operand); break;
            case 'p': set_prefix(argument, operand); break;
            case 'D': set_sync(argument, operand); break;
            case 'R': set_age(argument, operand); break;
        }
    }

    void set_suffix(const char* argument, std::string_view suffix) {
        if (suffix.starts_with('.')) suffix.remove_prefix(1);
        if (suffix.size() > longest_suffix || suffix.find('/') != suffix.npos)
            return refuse(argument, "a suffix is short and has no slash");
        settings_.suffix = suffix.empty() ? "s" : suffix;
    }

    void set_prefix(const char* argument, std::string_view prefix) {
        if (prefix.size() > longest_prefix || prefix.find('\n') != prefix.npos)
            return refuse(argument, "a prefix is one line of 1000 bytes at most");
        settings_.prefix = prefix;
    }

    void set_sync(const char* argument, std::string_view number) {
        if (!is_number(number)) return refuse(argument, "not a number of milliseconds");
        settings_.sync_within =
            std::chrono::milliseconds(std::min(leading_number(number), a_lot));
    }

    void set_age(const char* argument, std::string_view number) {
        const auto seconds = std::min(leading_number(number), a_lot);
        if (!is_number(number)) return refuse(argument, "not a number of seconds");
        settings_.age.reset();
        if (seconds > 0) settings_.age = std::chrono::seconds(seconds);
    }

    void refuse(const char* argument, const char* reason) {
        script_.wrong = argument;
        script_.reason = reason;
    }

    Script script_;
    Settings settings_;
    Style style_ = Style::simple;
};

}  // namespace

Script parse(std::span<const char* const> arguments) { return Parser().parse(arguments); }

}  // namespace multilog
