#include "supervise/signature.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/parse.h"

namespace supervise {
namespace {

using base::next_word;
using std::string_view;

constexpr std::pair<Script, string_view> scripts[] = {{Script::run, "run"},
                                                      {Script::start, "start"},
                                                      {Script::finish, "finish"},
                                                      {Script::stop, "stop"},
                                                      {Script::replacement, "new"}};

template <class Number>
Number number(string_view text) {
    Number value{};
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void fill_up(SignatureLine& line) {
    while (line.size() < signature_size - 1) line.add(' ');
    line.add('\n');
}

}  // namespace

SignatureLine encode(const Signature& signature, string_view boot) {
    SignatureLine line;
    for (const auto& [script, word] : scripts)
        if (script == signature.script) line.add(word);
    line.add(' ').add(signature.pid).add(' ').add(signature.seen.count());
    line.add(' ').add(boot);
    line.add(' ').add(signature.wish.want).add(' ').add(signature.wish.leave ? 'x' : '-');
    if (signature.ready) line.add(" r");
    fill_up(line);
    return line;
}

SignatureLine nobodys_signature() {
    SignatureLine line;
    fill_up(line);
    return line;
}

std::optional<Signature> decode_signature(string_view line, string_view boot,
                                          std::chrono::nanoseconds now) {
    const auto word = next_word(line);
    const auto* const known =
        std::ranges::find(scripts, word, &std::pair<Script, string_view>::second);
    if (known == std::end(scripts)) return {};
    Signature signature;
    signature.script = known->first;
    signature.pid = number<pid_t>(next_word(line));
    signature.seen = std::chrono::nanoseconds(number<std::int64_t>(next_word(line)));
    if (boot.empty() || next_word(line) != boot || signature.seen > now) return {};
    const auto want = next_word(line);
    if (!want.empty()) signature.wish.want = want[0];
    signature.wish.leave = next_word(line) == "x";
    signature.ready = next_word(line) == "r";
    return signature;
}

}  // namespace supervise
