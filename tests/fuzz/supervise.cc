#include <string>

#include "supervise/listen.h"
#include "supervise/settings.h"
#include "supervise/state.h"
#include "supervise/status.h"
#include "svstat/explain.h"
#include "svstat/json.h"
#include "svstat/metrics.h"
#include "tests/fuzz/fuzz.h"
#include "tests/supervise/world.h"

namespace fuzz {
namespace {

constexpr std::size_t longest_life = 4096;

// Any 18 bytes are a status; what is written is read back.
void status(std::string_view bytes) {
    const auto* const data = reinterpret_cast<const unsigned char*>(bytes.data());
    const auto read = supervise::unpack({data, bytes.size()});
    demand(read.has_value() == (bytes.size() >= supervise::status_size), "length");
    if (!read) return;
    const auto packed = supervise::pack(*read);
    demand(supervise::unpack(packed) == read, "read back");
    demand(std::equal(packed.begin(), packed.begin() + 16, data), "since and pid");
}

std::string text_of(const supervise::State& state, std::string_view prefix) {
    supervise::StateText text;
    encode(state, prefix, text);
    return std::string(text.view());
}

// A state that can be read is read back as it is written, and can be told of.
void state(std::string_view bytes) {
    for (const std::string_view prefix : {"", "log-"}) {
        const auto read = supervise::decode(bytes, prefix);
        if (!read) continue;
        const auto text = text_of(*read, prefix);
        const auto again = supervise::decode(text, prefix);
        demand(again.has_value(), "what was written is a state");
        demand(text_of(*again, prefix) == text, "read back");
        svstat::Facts facts;
        facts.now = std::chrono::seconds(1'700'000'000);
        facts.text = bytes;
        facts.service = svstat::Told{*read, {}, {}};
        demand(!svstat::explain(facts).empty(), "in words");
        const auto object = svstat::json("name", facts, prefix);
        demand(object.find('\n') == object.size() - 1, "as JSON, in a line");
        svstat::Metrics metrics;
        metrics.add("name", facts);
        demand(metrics.text().ends_with('\n'), "as metrics");
    }
}

// Notes of another supervise, or of nobody, are taken or left, never tripped over.
void notes(std::string_view bytes) {
    const supervise::Notes notes(bytes);
    if (!notes.readable()) return;
    supervise::Service service(supervise::Want::up, {}, 1);
    service.recall(notes, "");
    static_cast<void>(service.status());
    static_cast<void>(service.deadline());
}

// Commands, deaths, failures, time, in any order.
void service(std::string_view bytes) {
    Bytes left(bytes.substr(0, longest_life));
    tests::World world([&](unsigned limit) { return left.below(limit); }, left.byte());
    while (!left.empty()) world.step();
    world.settle();
}

void settings(std::string_view bytes) {
    Bytes left(bytes);
    const long least = left.byte() - 128;
    const long most = least + left.below(65536);
    const auto number = supervise::number_in(left.rest(), least, most);
    if (number) {
        demand(*number >= least && *number <= most, "in range");
        demand(supervise::number_in(" " + std::to_string(*number) + "\n", least, most) ==
                   number,
               "read back");
    }
    if (const auto signal = supervise::signal_in(left.rest())) {
        const auto name = supervise::signal_name(*signal);
        demand(name == "?" || supervise::signal_in(name) == signal, "a signal's name");
    }
}

// What can be read can be told of, and reading that gives the same places; or a line is
// named, and there is nothing.
void listen(std::string_view bytes) {
    const auto read = supervise::parse_listen(bytes, false);
    demand(read.wrong.empty() || read.wrong.view().starts_with("line "), "what is wrong");
    demand(read.wrong.empty() || read.endpoints.empty(), "all or none");
    std::string text;
    for (const auto& endpoint : read.endpoints) {
        text += std::string(text_of(endpoint).view()) + "\n";
        demand(name_of(endpoint).view().find(':') == std::string_view::npos, "no colon");
    }
    const auto again = supervise::parse_listen(text, false);
    demand(
        again.wrong.empty() && std::equal(read.endpoints.begin(), read.endpoints.end(),
                                          again.endpoints.begin(), again.endpoints.end()),
        "read back");
    for (const auto& endpoint : supervise::parse_listen(bytes, true).endpoints)
        demand(endpoint.kind != supervise::Endpoint::Kind::local, "not shared");
}

}  // namespace

std::vector<Target> supervise_targets() {
    return {{"status", status},   {"state", state},       {"notes", notes},
            {"service", service}, {"settings", settings}, {"listen", listen}};
}

}  // namespace fuzz
