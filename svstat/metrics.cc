#include "svstat/metrics.h"

#include <algorithm>

#include "base/text.h"
#include "svstat/json.h"

namespace svstat {
namespace {

using std::string_view;
using supervise::LastExit;
using supervise::Phase;
using Number = base::Text<48>;

// Empty: not known of this service.
struct Metric {
    string_view name;
    string_view type;
    string_view help;
    Number (*value)(const Facts&);
};

bool seen(const Facts& facts) { return facts.sight.step == Sight::Step::seen; }

bool runs(const Facts& facts) { return seen(facts) && facts.sight.status.pid != 0; }

bool one_shot(const Facts& facts) {
    return facts.service && facts.service->state.phase == Phase::started;
}

Number fixed(std::chrono::nanoseconds time) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    const base::Text<16> digits(1'000'000'000 + (time - seconds).count());
    return Number(seconds.count(), ".", digits.view().substr(1));
}

Number up(const Facts& facts) { return Number(runs(facts) || one_shot(facts) ? 1 : 0); }

Number ready(const Facts& facts) {
    if (!facts.service) return Number(0);
    return Number(facts.service->state.ready != supervise::State::Time(0) ? 1 : 0);
}

Number start_time(const Facts& facts) {
    if (!runs(facts)) return {};
    const auto& since = facts.sight.status.since;
    const auto seconds = static_cast<std::int64_t>(since.seconds - base::Tai64n::epoch);
    if (since.nanoseconds >= 1'000'000'000) return Number(seconds);
    const base::Text<16> digits(1'000'000'000 + since.nanoseconds);
    return Number(seconds, ".", digits.view().substr(1));
}

Number starts(const Facts& facts) {
    return facts.service ? Number(facts.service->state.starts) : Number();
}

Number young_deaths(const Facts& facts) {
    return facts.service ? Number(facts.service->state.deaths_in_a_row) : Number();
}

// A signal counts as it does in a shell.
Number last_exit_code(const Facts& facts) {
    if (!facts.service) return {};
    const auto& exit = facts.service->state.last_exit;
    switch (exit.kind) {
        case LastExit::Kind::code: return Number(exit.number);
        case LastExit::Kind::signal: return Number(std::int64_t{128} + exit.number);
        case LastExit::Kind::none:
        case LastExit::Kind::unknown: break;
    }
    return {};
}

Number cpu(const Facts& facts) {
    if (!facts.service || !facts.service->usage) return {};
    return fixed(facts.service->usage->cpu);
}

Number resident(const Facts& facts) {
    if (!facts.service || !facts.service->usage) return {};
    return Number(facts.service->usage->resident);
}

Number backlog(const Facts& facts) {
    return facts.backlog ? Number(facts.backlog->bytes) : Number();
}

constexpr Metric all[] = {
    {"svstat_up", "gauge", "Whether the service runs, or has started as a one-shot.", up},
    {"svstat_ready", "gauge", "Whether the service is ready.", ready},
    {"svstat_start_time_seconds", "gauge", "When the process was started, UNIX time.",
     start_time},
    {"svstat_starts_total", "counter", "Starts of run by the present supervise.", starts},
    {"svstat_young_deaths", "gauge",
     "Young deaths in a row: within a second, or the last pause.", young_deaths},
    {"svstat_last_exit_code", "gauge", "How run last ended, 128 and the signal if killed.",
     last_exit_code},
    {"svstat_cpu_seconds_total", "counter", "CPU time of the process, user and system.",
     cpu},
    {"svstat_resident_bytes", "gauge", "Resident memory of the process.", resident},
    {"svstat_log_pipe_bytes", "gauge", "Bytes in the pipe from the service to its logger.",
     backlog}};

// What is not UTF-8 is told as \xNN, for a label has no way to tell it.
std::string label(string_view name) {
    constexpr string_view hex = "0123456789abcdef";
    std::string text;
    for (; !name.empty();
         name.remove_prefix(std::max<std::size_t>(character_size(name), 1))) {
        const auto size = character_size(name);
        const auto code = static_cast<unsigned char>(name[0]);
        if (size == 0)
            (text += "\\\\x") += {hex[code >> 4], hex[code & 15]};
        else if (name[0] == '\n')
            text += "\\n";
        else if (name[0] == '"' || name[0] == '\\')
            (text += '\\') += name[0];
        else
            text += name.substr(0, size);
    }
    return text;
}

void add_line(std::string& text, std::initializer_list<string_view> parts) {
    for (const auto part : parts) text += part;
    text += '\n';
}

}  // namespace

void Metrics::add(string_view name, const Facts& facts) {
    auto labelled = label(name);
    const auto is_same = [&](const Sample& one) { return one.name == labelled; };
    if (std::ranges::none_of(samples_, is_same))
        samples_.push_back({std::move(labelled), facts});
}

std::string Metrics::text() const {
    std::string text;
    for (const auto& metric : all) {
        add_line(text, {"# HELP ", metric.name, " ", metric.help});
        add_line(text, {"# TYPE ", metric.name, " ", metric.type});
        for (const auto& sample : samples_)
            if (const auto value = metric.value(sample.facts); !value.empty())
                add_line(text, {metric.name, "{service=\"", sample.name, "\"} ", value});
    }
    return text;
}

}  // namespace svstat
