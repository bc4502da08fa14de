#include <unistd.h>

#include <string>

#include "svc/options.h"
#include "svc/wish.h"
#include "svstat/json.h"
#include "svstat/options.h"
#include "tests/fuzz/fuzz.h"

namespace fuzz {
namespace {

// A command line out of bytes: words end with a NUL.
class Words {
  public:
    Words(const char* program, std::string_view bytes) {
        words_.emplace_back(program);
        for (Bytes left(bytes); !left.empty();) words_.emplace_back(left.until('\0'));
        for (auto& word : words_) pointers_.push_back(word.data());
        pointers_.push_back(nullptr);
        optind = 0;  // getopt(3) forgets where in the last command line it stopped
    }
    int count() const { return static_cast<int>(words_.size()); }
    char* const* list() const { return pointers_.data(); }

  private:
    std::vector<std::string> words_;
    std::vector<char*> pointers_;
};

// Letters go out at most once each, and what `+` and `L` set is undone.
void svc_options(std::string_view bytes) {
    const Words words("svc", bytes);
    const auto options = svc::options(words.count(), words.list());
    demand(options.words >= 1 && options.words <= words.count(), "words");
    if (!options.letters.whole() || options.wrong || options.illegal) return;
    const auto sent = svc::to_send(options.letters);
    demand(sent.whole() && sent.view().starts_with(options.letters), "sent whole");
    bool to_log = false, to_group[2] = {false, false};
    for (const char letter : sent.view()) {
        if (letter == 'l' || letter == 'L') to_log = letter == 'L';
        if (letter == '+' || letter == '=') to_group[to_log] = letter == '+';
    }
    demand(!to_log && !to_group[0] && !to_group[1], "as it was");
}

// Whatever supervise tells, a wish has a verdict.
void wish(std::string_view bytes) {
    Bytes left(bytes);
    const auto goal = svc::goal(std::string(1, "urdD"[left.below(4)]));
    svc::Wish wish(*goal, left.until('\0'));
    supervise::State state;
    const auto draw = [&] {
        state.phase = supervise::Phase(left.below(10));
        state.pid = static_cast<pid_t>(left.below(3));
        state.starts = left.below(3);
        state.ready = std::chrono::seconds(left.below(2));
    };
    draw();
    if (left.below(4)) wish.begin(state);
    while (!left.empty()) {
        wish.hear(left.until('\0'));
        draw();
        const auto verdict = wish.judge(state, left.below(2));
        demand(verdict == wish.judge(state, true) || verdict == wish.judge(state, false),
               "the same question, the same answer");
        static_cast<void>(wish.judge_absent(left.below(2)));
    }
}

void svstat_options(std::string_view bytes) {
    const Words words("svstat", bytes);
    const auto options = svstat::options(words.count(), words.list());
    demand(options.words >= 1 && options.words <= words.count(), "words");
}

// Any name makes a string of JSON that is ASCII or UTF-8 and ends where it should.
void json(std::string_view bytes) {
    auto object = svstat::json_trouble(bytes, "unable");
    demand(object.starts_with('{') && object.ends_with("}\n"), "an object in a line");
    object.pop_back();
    bool inside = false;
    int depth = 0;
    for (std::size_t at = 0; at < object.size();) {
        const char c = object[at];
        const auto size = svstat::character_size(std::string_view(object).substr(at));
        demand(size > 0, "UTF-8");
        demand(static_cast<unsigned char>(c) >= 0x20, "no control character");
        at += inside && c == '\\' ? 2 : size;
        if (c == '"') inside = !inside;
        if (!inside) depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    demand(!inside && depth == 0, "closed");
}

}  // namespace

std::vector<Target> client_targets() {
    return {{"svc-options", svc_options},
            {"wish", wish},
            {"svstat-options", svstat_options},
            {"json", json}};
}

}  // namespace fuzz
