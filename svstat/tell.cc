#include "svstat/tell.h"

#include "base/clock.h"
#include "base/reason.h"
#include "base/tai64n.h"
#include "supervise/workers.h"
#include "svstat/explain.h"
#include "svstat/gather.h"
#include "svstat/json.h"
#include "svstat/sentence.h"

namespace svstat {
namespace {

std::uint64_t now() { return base::tai64n(base::now().wall).seconds; }

// One moment stands for all: the sentence then tells of changes alone.
std::string essence_of(const Sight& sight) {
    std::string text(sentence(sight, sight.status.since.seconds).view());
    text +=
        base::Text<48>(" ", sight.status.since.seconds, ".", sight.status.since.nanoseconds)
            .view();
    return text;
}

}  // namespace

std::string Teller::title(std::string_view name) const {
    std::string title(name);
    if (options_.slot == Slot::log) title += " log";
    return title;
}

std::string Teller::say(std::string_view name, std::string_view text) const {
    std::string line = title(name);
    return (line += ": ") += (std::string(text) += '\n');
}

std::string Teller::trouble(std::string_view name, const char* verb, base::Errno error) {
    const auto text = base::Text<255>("unable to ", verb, ": ", base::reason(error));
    essence_ = text.view();
    switch (options_.form) {
        case Form::line:
        case Form::words: return say(name, text);
        case Form::json: return json_trouble(title(name), text);
        case Form::metrics: break;
    }
    metrics_.add(title(name), {.sight = {.step = Sight::Step::open}});
    return {};
}

std::string Teller::form(std::string_view name, const Facts& facts, const char* prefix) {
    essence_ += facts.text;
    switch (options_.form) {
        case Form::line: break;
        case Form::words: return say(name, sentence(facts.sight, now())) + explain(facts);
        case Form::json: return json(title(name), facts, prefix);
        case Form::metrics: metrics_.add(title(name), facts); break;
    }
    return {};
}

std::string Teller::tell_sight(std::string_view name, std::string_view own,
                               const Sight& sight, bool log_file) {
    essence_ = essence_of(sight);
    if (options_.form == Form::line) return say(name, sentence(sight, now()));
    const auto facts =
        log_file ? gather_log_file(sight, own) : gather(sight, own, processes_);
    return form(name, facts, log_file ? "log-" : "");
}

std::string Teller::tell_log(std::string_view name, std::string_view own) {
    const auto logger = find_logger();
    if (!logger) return trouble(name, "chdir to log", logger.error());
    if (*logger == Logger::directory) return tell_sight(name, ".", look(), false);
    if (*logger == Logger::file)
        if (const auto sight = look_at_log_file(own))
            return tell_sight(name, own, *sight, true);
    essence_.clear();
    switch (options_.form) {
        case Form::line:
        case Form::words: return say(name, "no log service");
        case Form::json: return json_trouble(title(name), "no log service");
        case Form::metrics: break;
    }
    return {};
}

// A directory log/ is the one logger of all workers.
std::string Teller::tell_each(std::string_view name, const std::vector<std::string>& owns) {
    std::string text, essence;
    for (const auto& own : owns) {
        const auto whole = supervise::name_of(name, own);
        text += options_.slot == Slot::log ? tell_log(whole, own)
                                           : tell_sight(whole, own, look(own), false);
        essence += essence_;
    }
    essence_ = essence;
    return text;
}

std::string Teller::tell(const char* name, std::string_view worker) {
    const auto entered = rounds_.enter(name);
    if (!entered) return trouble(name, "chdir", entered.error());
    if (!worker.empty()) return tell_each(name, {std::string(worker)});
    const auto own = rounds_.own();
    if (options_.slot == Slot::log) {
        const auto workers =
            has_log_file() ? rounds_.workers() : std::vector<std::string>();
        return workers.empty() ? tell_log(name, own) : tell_each(name, workers);
    }
    const auto sight = look(own);
    if (unsupervised(sight))
        if (const auto workers = rounds_.workers(); !workers.empty())
            return tell_each(name, workers);
    return tell_sight(name, own, sight, false);
}

void Teller::tell(const char* name, Output& output) {
    const bool plain = options_.form == Form::line && options_.slot == Slot::main;
    if (plain && !supervise::may_be_worker(name) && rounds_.go_home())
        if (const auto sight = glance(name, place_))
            return void(output.add(name).add(": ").add(sentence(*sight, now())).add("\n"));
    output.add(tell(name));
}

std::string Teller::end() const {
    return options_.form == Form::metrics ? metrics_.text() : std::string();
}

}  // namespace svstat
