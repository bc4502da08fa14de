#include "multilog/label.h"

#include "tests/catch.h"

using multilog::Labelling;
using multilog::LineLabel;
using namespace std::chrono_literals;

TEST_CASE("a TAI64N label ends with a blank") {
    LineLabel label(Labelling::tai64n);
    CHECK(label.at(994720190s + 848605500ns) == "@400000003b4a39c83294b13c ");
}

TEST_CASE("a label in seconds has six digits of microseconds") {
    LineLabel label(Labelling::seconds);
    CHECK(label.at(994720190s + 848605500ns) == "994720190.848605 ");
    CHECK(label.at(994720191s + 7000ns) == "994720191.000007 ");
}

TEST_CASE("without labelling there is no label") {
    CHECK(LineLabel(Labelling::none).at(994720190s).empty());
}

TEST_CASE("a clock that goes back a little holds the label") {
    LineLabel label(Labelling::seconds);
    label.at(100s);
    CHECK(label.at(100s - 999ms) == "100.000000 ");
    CHECK(label.at(100s + 1us) == "100.000001 ");
}

TEST_CASE("a clock that was set back is believed") {
    LineLabel label(Labelling::seconds);
    label.at(7200s);
    CHECK(label.at(3600s) == "3600.000000 ");
}
