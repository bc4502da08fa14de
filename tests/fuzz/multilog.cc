#include <time.h>

#include <set>
#include <string>

#include "multilog/directory.h"
#include "multilog/match.h"
#include "multilog/rotation.h"
#include "multilog/script.h"
#include "multilog/sorter.h"
#include "multilog/stamp.h"
#include "tests/fuzz/fuzz.h"
#include "tests/multilog/fake.h"

namespace fuzz {
namespace {

using multilog::Entry;

// A script out of bytes: arguments end with a NUL, the script with a second one.
class Arguments {
  public:
    explicit Arguments(Bytes& bytes) {
        while (words_.size() < 64) {
            words_.emplace_back(bytes.until('\0'));
            if (words_.back().empty()) break;
        }
        words_.pop_back();
        for (const auto& word : words_) pointers_.push_back(word.c_str());
        script_ = multilog::parse(pointers_);
    }
    const multilog::Script& script() const { return script_; }

  private:
    std::vector<std::string> words_;
    std::vector<const char*> pointers_;
    multilog::Script script_;
};

// Any arguments make a script whose numbers are in range, or are refused with a reason.
void script(std::string_view bytes) {
    Bytes left(bytes);
    const Arguments arguments(left);
    const auto& script = arguments.script();
    demand(!script.wrong == !script.reason, "refused with a reason");
    std::size_t logs = 0;
    for (const auto& action : script.actions) {
        if (action.kind == multilog::Action::Kind::log)
            demand(action.target == logs++, "logs in their order");
        if (action.kind == multilog::Action::Kind::status)
            demand(action.target < script.statuses.size(), "a status file");
    }
    demand(logs == script.logs.size(), "all logs");
    for (const auto& log : script.logs) {
        demand(log.directory && (*log.directory == '.' || *log.directory == '/'), "a path");
        demand(log.size >= 4096 && log.size <= 2147483647, "size");
        demand(log.keep >= 2, "number");
        demand(!log.suffix.empty() && log.suffix.find('/') == log.suffix.npos, "suffix");
        demand(log.prefix.find('\n') == log.prefix.npos, "prefix");
        demand(!log.age || log.age->count() > 0, "age");
    }
}

// What multilog(8) says of a pattern, a byte at a time.
bool matches_slowly(std::string_view pattern, std::string_view text) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '*') {
            if (at == text.size() || text[at] != pattern[i]) return false;
            ++at;
            continue;
        }
        if (i + 1 == pattern.size()) return true;
        while (at < text.size() && text[at] != pattern[i + 1]) ++at;
        if (at == text.size()) return false;
    }
    return at == text.size();
}

void match(std::string_view bytes) {
    Bytes left(bytes);
    const std::string pattern(left.until('\0'));
    const auto head = left.rest().substr(0, multilog::head_size);
    const multilog::Pattern simple(pattern, multilog::Style::simple);
    demand(simple.matches(head) == matches_slowly(pattern, head), "as the slow way");
    const multilog::Pattern shell(pattern, multilog::Style::shell);
    static_cast<void>(shell.matches(head));
}

// What becomes of lines: by log, and the alerts and the last statuses.
struct Outcome {
    explicit Outcome(const multilog::Script& script)
        : logs(script.logs.size()), statuses(script.statuses.size()) {}
    friend bool operator==(const Outcome&, const Outcome&) = default;

    void take(const multilog::Sorter& sorter) {
        for (std::size_t i = 0; i < logs.size(); ++i) {
            std::size_t size = 0;
            for (const auto& piece : sorter.share(i).pieces) {
                logs[i].append(static_cast<const char*>(piece.iov_base), piece.iov_len);
                size += piece.iov_len;
            }
            demand(size == sorter.share(i).size, "the size of a share");
        }
        alerts += sorter.alerts();
        for (std::size_t i = 0; i < statuses.size(); ++i)
            if (const auto& line = sorter.status(i)) statuses[i] = *line;
    }

    std::vector<std::string> logs;
    std::string alerts;
    std::vector<std::string> statuses;
};

// Sorts as multilog does, with blocks of these sizes and this much room in each log, both
// over and over again. A line that is longer than `head_size` may be cut there.
Outcome sort(const multilog::Script& script, std::string_view text, std::string_view label,
             Bytes blocks, Bytes rooms) {
    multilog::Sorter sorter(script);
    Outcome outcome(script);
    std::size_t shown = 0;
    for (auto left = blocks; !text.empty();) {
        const bool ends = shown == text.size();
        shown = std::min(text.size(), shown + 1 + left.below(256));
        if (left.empty()) left = blocks;
        for (;;) {
            constexpr std::size_t least = 1100;  // a prefix and a label
            std::vector<multilog::Room> room;
            for (std::size_t i = 0; i < script.logs.size(); ++i) {
                const std::size_t soft = rooms.empty() ? 1'000'000 : rooms.below(65536);
                room.push_back({soft, soft + least});
            }
            using multilog::Unended;
            const auto block = text.substr(0, shown);
            auto taken = sorter.sort(block, Unended::waits, label, room);
            const bool stuck = ends || sorter.in_line() || block.size() > 2048;
            if (!taken && stuck) taken = sorter.sort(block, Unended::is_cut, label, room);
            if (!taken) break;
            demand(taken <= block.size(), "no more than there is");
            outcome.take(sorter);
            text.remove_prefix(taken);
            shown -= taken;
            if (!shown) break;
        }
    }
    return outcome;
}

// The same lines give the same logs, however the input is cut and wherever logs end.
void lines(std::string_view bytes) {
    Bytes left(bytes);
    const Arguments arguments(left);
    const auto& script = arguments.script();
    if (script.wrong || script.logs.size() > 8) return;
    const std::string sizes(left.until('\0'));
    const std::string text = std::string(left.rest()) + "\n";
    const auto label = script.labelling == multilog::Labelling::none ? "" : "@label ";
    const auto whole = sort(script, text, label, Bytes("\xff"), Bytes(""));
    demand(whole == sort(script, text, label, Bytes(sizes), Bytes("")), "any blocks");
    demand(whole == sort(script, text, label, Bytes("\xff"), Bytes(sizes)), "any rooms");
    demand(whole == sort(script, text, label, Bytes(sizes), Bytes(sizes)), "both");
}

// Carries steps out until there is none. A byte lets somebody remove or plant a file
// meanwhile, or a processor fail.
class Rotation {
  public:
    explicit Rotation(std::string_view bytes) : left_(bytes) {
        for (const auto* name : names) plant(name, Entry(left_.below(4)));
    }

    void mend() {
        run([&] { return multilog::mend(fake_.look()); });
        for (const auto* name : {"previous", "processed", "newstate"})
            demand(fake_.entry(name) == Entry::absent, "nothing is left unfinished");
        const auto current = fake_.entry("current");
        demand(current == Entry::absent || current == Entry::done, "current can be used");
        look_for_owed();
    }

    void finish(bool processes) {
        auto processor =
            processes ? multilog::Processor::not_yet : multilog::Processor::none;
        run([&] {
            const auto step = multilog::finish(fake_.look(), processor);
            if (step == multilog::Step::process)
                processor = left_.below(4) == 3 ? multilog::Processor::not_yet
                                                : multilog::Processor::succeeded;
            return step;
        });
        demand(fake_.entry("previous") == Entry::absent, "the next log can be retired");
        look_for_owed();
    }

  private:
    static constexpr const char* names[] = {"current", "previous", "processed", "state",
                                            "newstate"};

    void plant(const char* name, Entry entry) {
        forgive(name);
        fake_.files.erase(name);
        if (entry == Entry::absent) return;
        const auto text = std::to_string(++texts_) + ";";
        fake_.files[name] = {text, entry, entry == Entry::done};
        const std::string_view log(name);
        if (log == "current" || log == "previous" || entry == Entry::odd)
            owed_.insert(text);
        if (log == "processed" && entry == Entry::done) owed_.insert(text);
    }

    void forgive(const char* name) {
        if (fake_.entry(name) != Entry::absent) owed_.erase(fake_.files[name].text);
    }

    template <class Next>
    void run(Next next) {
        // Each step takes a byte; once there is none, nobody meddles any more.
        const int most = 100 + static_cast<int>(left_.rest().size());
        for (int steps = 0;; ++steps) {
            demand(steps < most, "it ends");
            if (left_.below(8) == 7) plant(names[left_.below(5)], Entry(left_.below(4)));
            const auto step = next();
            if (!step) break;
            if (*step == multilog::Step::drop_previous) {
                demand(fake_.entry("processed") == Entry::done, "its successor is safe");
                forgive("previous");
            }
            fake_.carry_out(*step);
            if (*step == multilog::Step::process && left_.below(8) == 6)
                fake_.files.erase("processed");
        }
    }

    void look_for_owed() const {
        std::set<std::string> there;
        for (const auto& [name, file] : fake_.files) there.insert(file.text);
        for (const auto& text : owed_) demand(there.count(text), "nothing is lost");
    }

    Bytes left_;
    tests::Fake fake_;
    std::set<std::string> owed_;
    int texts_ = 0;
};

// Any directory is mended, and what can be finished gets its name.
void rotation(std::string_view bytes) {
    Rotation(bytes).mend();
    Rotation(bytes).finish(false);
    Rotation rotation(bytes);
    rotation.finish(true);
    rotation.mend();
}

// The oldest go, as many as are too many, whatever else is in the directory.
void stock(std::string_view bytes) {
    Bytes left(bytes);
    const std::size_t keep = 2 + left.below(64);
    multilog::Stock stock;
    std::vector<std::string> finished;
    for (std::set<std::string> seen; !left.empty();) {
        const std::string name(left.until('/').substr(0, 255));
        if (!seen.insert(name).second) continue;
        stock.see(name);
        if (multilog::is_finished(name)) finished.push_back(name);
    }
    std::sort(finished.begin(), finished.end());
    demand(stock.count() == finished.size(), "counted");
    const auto next = multilog::label_after(stock.newest(), std::chrono::seconds(1));
    const std::string label(base::view(base::label(next)));
    demand(finished.empty() || finished.back().substr(0, label.size()) < label,
           "the next label is above all");
    const auto many = finished.size() < keep ? 0 : finished.size() - keep + 1;
    const auto gone = stock.beyond(keep);
    demand(gone.size() == std::min(many, multilog::Stock::most), "as many as are too many");
    for (std::size_t i = 0; i < gone.size(); ++i)
        demand(gone[i].view() == finished[i], "the oldest");
}

bool in_utc(std::int64_t seconds, tm& local) {
    const auto time = static_cast<time_t>(seconds);
    return ::gmtime_r(&time, &local) != nullptr;
}

// Takes text in pieces, with little room or much.
template <class Step>
std::string in_pieces(Step step, std::string_view text, Bytes pieces) {
    std::string out, room;
    std::size_t shown = 0, unmoved = 0;
    for (auto left = pieces;;) {
        if (left.empty()) left = pieces;
        const bool last = shown == text.size();
        room.assign(64 + left.below(256), '\0');
        const auto progress = step(text.substr(0, shown), std::span<char>(room), last);
        demand(progress.read <= shown && progress.written <= room.size(), "within bounds");
        out.append(room, 0, progress.written);
        text.remove_prefix(progress.read);
        shown -= progress.read;
        if (last && text.empty()) return out;
        unmoved = progress.read || progress.written ? 0 : unmoved + 1;
        demand(!last || unmoved < 3, "it gets on");
        shown = std::min(text.size(), shown + 1 + left.below(64));
    }
}

// Labels come and go the same way however the text is cut, and no other byte changes.
void labels(std::string_view bytes) {
    Bytes left(bytes);
    const std::string pieces(left.until('\0'));
    const auto text = left.rest();
    const auto stamped = [&](Bytes cuts) {
        multilog::Labels labels;
        labels.set("@4000000037c219bf2ef02e94 ");
        const auto step = [&](auto in, auto out, bool) { return labels.step(in, out); };
        return in_pieces(step, text, cuts);
    };
    const auto told = [&](std::string_view labelled, Bytes cuts) {
        multilog::LocalTimes times(in_utc);
        const auto step = [&](auto in, auto out, bool last) {
            return times.step(in, out, last);
        };
        return in_pieces(step, labelled, cuts);
    };
    const auto labelled = stamped(Bytes("\xff"));
    demand(labelled == stamped(Bytes(pieces)), "tai64n, any pieces");
    demand(told(text, Bytes("\xff")) == told(text, Bytes(pieces)), "local, any pieces");
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    const auto begun = lines + (!text.empty() && text.back() != '\n');
    demand(labelled.size() == text.size() + 26 * begun, "a label for each line");
    demand(told(labelled, Bytes(pieces)).size() == text.size() + 30 * begun, "a date each");
}

// Any twelve bytes are a moment, and a moment is twelve bytes.
void tai64n(std::string_view bytes) {
    Bytes left(bytes);
    base::PackedTai64n packed{};
    for (auto& byte : packed) byte = left.byte();
    const auto moment = base::unpack(packed);
    demand(base::pack(moment) == packed, "packed again");
    const auto label = base::label(moment);
    demand(label[0] == '@' && base::view(label).find_first_not_of("0123456789abcdef", 1) ==
                                  std::string_view::npos,
           "a label");
    const auto wall = std::chrono::nanoseconds(
        static_cast<std::int64_t>(moment.seconds ^ moment.nanoseconds) / 2);
    const auto later = multilog::label_after(base::tai64n(wall), wall);
    demand(later > base::tai64n(wall), "later");
}

}  // namespace

std::vector<Target> multilog_targets() {
    return {{"script", script},     {"match", match}, {"lines", lines},
            {"rotation", rotation}, {"stock", stock}, {"labels", labels},
            {"tai64n", tai64n}};
}

}  // namespace fuzz
