#include "svstat/json.h"

#include <string>

#include "tests/catch.h"

using std::string;
using std::string_view;
using svstat::Facts;
using svstat::Sight;

namespace {

string name_of(string_view name) {
    const Facts facts{.sight = {.step = Sight::Step::ok, .error = {ENXIO}}};
    const auto text = svstat::json(name, facts, "");
    return text.substr(8, text.find(",\"running\"") - 8);
}

string with(string_view text, string_view prefix = "") {
    Facts facts;
    facts.text = text;
    const string start = R"({"name":"web","running":true,"paused":false,"normally":"up")";
    const auto told = svstat::json("web", facts, prefix);
    REQUIRE(told.starts_with(start));
    REQUIRE(told.ends_with("}\n"));
    return told.substr(start.size(), told.size() - start.size() - 2);
}

}  // namespace

TEST_CASE("a name is escaped, and stays readable where it is UTF-8") {
    CHECK(name_of("web") == R"("web")");
    CHECK(name_of("a\"b\\c\nd\te\x01\x7f") == R"("a\"b\\c\nd\te\u0001\u007f")");
    CHECK(name_of("caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x90\xba") ==
          "\"caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x90\xba\"");
}

TEST_CASE("bytes that are not UTF-8 become lone surrogates") {
    CHECK(name_of("\xff") == R"("\udcff")");
    CHECK(name_of("a\x80z") == R"("a\udc80z")");
    CHECK(name_of("\xc3") == R"("\udcc3")");
    CHECK(name_of("\xe2\x82") == R"("\udce2\udc82")");
    CHECK(name_of("\xc0\xaf") == R"("\udcc0\udcaf")");                      // overlong
    CHECK(name_of("\xe0\x80\xaf") == R"("\udce0\udc80\udcaf")");            // overlong
    CHECK(name_of("\xed\xa0\x80") == R"("\udced\udca0\udc80")");            // a surrogate
    CHECK(name_of("\xf4\x90\x80\x80") == R"("\udcf4\udc90\udc80\udc80")");  // too large
}

TEST_CASE("a service that cannot be told of says so with keys") {
    const Facts facts{.sight = {.step = Sight::Step::ok, .error = {ENXIO}}};
    CHECK(svstat::json("web", facts, "") ==
          "{\"name\":\"web\",\"running\":false,\"error\":\"supervise not running\","
          "\"paused\":false}\n");
    CHECK(
        svstat::json_trouble("web", "unable to chdir: access denied") ==
        "{\"name\":\"web\",\"running\":false,\"error\":\"unable to chdir: access denied\","
        "\"paused\":false}\n");
}

TEST_CASE("numbers are numbers, everything else is a string") {
    CHECK(
        with(
            "supervise 12\nstate ready\nsince 12.345678901\nready 0\nlast-exit code 1\n") ==
        R"(,"supervise":12,"state":"ready","since":12.345678901,"ready":0,)"
        R"("last-exit":"code 1")");
    CHECK(with("a 007\nb -1\nc .5\nd 1.\ne --1\nf \ng\n") ==
          R"(,"a":"007","b":-1,"c":".5","d":"1.","e":"--1","f":"","g":"")");
}

TEST_CASE("what is a list is one, however long") {
    CHECK(with("last-cpu 0.5 1.25\ngroups none\n") ==
          R"(,"last-cpu":[0.5,1.25],"groups":[])");
    CHECK(with("groups 7\nlog-groups 7 8\n") == R"(,"groups":[7],"log-groups":[7,8])");
    CHECK(with("last-cpu x \"] 1\n") == R"(,"last-cpu":[1])");
}

TEST_CASE("a key is told once, and never one of svstat's own, nor rubbish") {
    CHECK(with("pid 1\npid 2\nname evil\npaused 1\nA 1\na\"b 2\n\n 3\nlast") ==
          R"(,"pid":1,"last":"")");
    CHECK(with("x \xff\"\\\x01\n") == R"(,"x":"\udcff\"\\\u0001")");
}

TEST_CASE("of a logger only its own keys are told, without their prefix") {
    CHECK(with("supervise 3\npid 1\nlog-pid 2\nlog-last-cpu 0 0\n", "log-") ==
          R"(,"supervise":3,"pid":2,"last-cpu":[0,0])");
}

TEST_CASE("without a state the status is told") {
    Facts facts;
    facts.sight.status = {{base::Tai64n::epoch + 5, 6}, 77, true, supervise::Want::once};
    CHECK(svstat::json("web", facts, "") ==
          "{\"name\":\"web\",\"running\":true,\"paused\":true,\"normally\":\"up\","
          "\"pid\":77,\"since\":5.000000006,\"want\":\"once\"}\n");
    facts.sight.status.since = {0, 4'000'000'000};
    CHECK(svstat::json("web", facts, "").find("\"since\":-46116860184") != string::npos);
}

TEST_CASE("what the process uses comes last") {
    Facts facts;
    facts.text = "pid 7\n";
    facts.service = svstat::Told{};
    facts.service->usage = svstat::Usage{std::chrono::milliseconds(1250), 4096, 2, {}};
    facts.backlog = svstat::Backlog{10, false};
    CHECK(svstat::json("w", facts, "")
              .ends_with("\"pid\":7,\"cpu-seconds\":1.250000000,\"resident-bytes\":4096,"
                         "\"threads\":2,"
                         "\"pipe-bytes\":10}\n"));
}

TEST_CASE("any bytes in the state make one line") {
    std::uint32_t number = 12345;
    for (int round = 0; round < 300; ++round) {
        string text;
        for (int i = 0; i < 200; ++i) {
            number = number * 1664525 + 1013904223;
            text += static_cast<char>(number >> 24);
            if (number % 7 == 0) text += "\nkey ";
        }
        Facts facts;
        facts.text = text;
        const auto told = svstat::json(text, facts, "");
        CHECK(told.find('\n') == told.size() - 1);
        for (const char byte : told)
            if (static_cast<unsigned char>(byte) < 0x20) CHECK(byte == '\n');
        CHECK_FALSE(supervise::decode(text, ""));
    }
}
