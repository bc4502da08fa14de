#include "svstat/metrics.h"

#include <string>

#include "tests/catch.h"

using std::string;
using supervise::LastExit;
using svstat::Facts;
using svstat::Metrics;
using svstat::Sight;

namespace {

Facts running() {
    Facts facts;
    facts.sight.status = {{base::Tai64n::epoch + 5, 6}, 77, false, supervise::Want::up};
    facts.service = svstat::Told{};
    facts.service->state.ready = std::chrono::seconds(6);
    facts.service->state.starts = 3;
    facts.service->state.last_exit = {LastExit::Kind::signal, 9, false};
    facts.service->usage = svstat::Usage{std::chrono::milliseconds(1250), 4096, 2, {}};
    facts.backlog = svstat::Backlog{10, false};
    return facts;
}

Facts absent() { return Facts{.sight = {.step = Sight::Step::ok, .error = {ENXIO}}}; }

int count(const string& text, const string& piece) {
    int found = 0;
    for (auto at = text.find(piece); at != text.npos; at = text.find(piece, at + 1))
        ++found;
    return found;
}

bool has(const Metrics& metrics, const string& line) {
    return count("\n" + metrics.text(), "\n" + line + "\n") == 1;
}

}  // namespace

TEST_CASE("each metric is described once, whatever the number of services") {
    Metrics metrics;
    metrics.add("web", running());
    metrics.add("db", running());
    const auto text = metrics.text();
    CHECK(count(text, "# HELP ") == 9);
    CHECK(count(text, "# TYPE ") == 9);
    CHECK(count(text, "# TYPE svstat_starts_total counter\n") == 1);
    CHECK(count(text, "svstat_up{") == 2);
}

TEST_CASE("a running service has every sample") {
    Metrics metrics;
    metrics.add("web", running());
    CHECK(has(metrics, "svstat_up{service=\"web\"} 1"));
    CHECK(has(metrics, "svstat_ready{service=\"web\"} 1"));
    CHECK(has(metrics, "svstat_start_time_seconds{service=\"web\"} 5.000000006"));
    CHECK(has(metrics, "svstat_starts_total{service=\"web\"} 3"));
    CHECK(has(metrics, "svstat_young_deaths{service=\"web\"} 0"));
    CHECK(has(metrics, "svstat_last_exit_code{service=\"web\"} 137"));
    CHECK(has(metrics, "svstat_cpu_seconds_total{service=\"web\"} 1.250000000"));
    CHECK(has(metrics, "svstat_resident_bytes{service=\"web\"} 4096"));
    CHECK(has(metrics, "svstat_log_pipe_bytes{service=\"web\"} 10"));
}

TEST_CASE("a service without a supervise is not up, and nothing else is known of it") {
    Metrics metrics;
    metrics.add("web", absent());
    CHECK(has(metrics, "svstat_up{service=\"web\"} 0"));
    CHECK(has(metrics, "svstat_ready{service=\"web\"} 0"));
    CHECK(count(metrics.text(), "{service=") == 2);
}

TEST_CASE("a one-shot is up without a process") {
    auto facts = running();
    facts.sight.status.pid = 0;
    facts.service->state.phase = supervise::Phase::started;
    facts.service->state.last_exit = {};
    Metrics metrics;
    metrics.add("web", facts);
    CHECK(has(metrics, "svstat_up{service=\"web\"} 1"));
    CHECK(count(metrics.text(), "svstat_last_exit_code{") == 0);
}

TEST_CASE("a label is escaped; what is not UTF-8 is told in hexadecimal digits") {
    Metrics metrics;
    metrics.add("a\"b\\c\nd \xc3\xa9 \xff", absent());
    CHECK(has(metrics, "svstat_up{service=\"a\\\"b\\\\c\\nd \xc3\xa9 \\\\xff\"} 0"));
}

TEST_CASE("a service named twice is told of once") {
    Metrics metrics;
    metrics.add("web", running());
    metrics.add("web", absent());
    CHECK(count(metrics.text(), "svstat_up{") == 1);
}
