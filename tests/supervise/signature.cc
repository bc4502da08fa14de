#include "supervise/signature.h"

#include <string>

#include "tests/catch.h"

using namespace std::chrono_literals;
using supervise::decode_signature;
using supervise::Script;
using supervise::Signature;

namespace {

constexpr auto boot = "6f1e3c5a-9a0b-4c55-8f0f-0b1d1a2e3c4d:4026531836";

const Signature signed_by_run{
    .script = Script::run, .pid = 4711, .seen = 90s, .wish = {'u', false}};

}  // namespace

TEST_CASE("signature: a line of 112 bytes, filled with blanks") {
    const auto line = encode(signed_by_run, boot);
    CHECK(line.view().starts_with("run 4711 90000000000 6f1e3c5a-"));
    CHECK(line.view().find(" u - ") != line.view().npos);
    CHECK(line.view().ends_with(" \n"));
    CHECK(line.size() == 112);
    CHECK(supervise::nobodys_signature().view() == std::string(111, ' ') + "\n");
}

TEST_CASE("signature: what was signed is read again") {
    for (const auto script :
         {Script::run, Script::start, Script::finish, Script::stop, Script::replacement})
        for (const bool leave : {false, true})
            for (const bool ready : {false, true}) {
                const Signature one{script, 7, 5s, {'o', leave}, ready};
                CHECK(decode_signature(encode(one, boot), boot, 6s) == one);
            }
}

TEST_CASE("signature: of nobody, of another boot, or of the future, it says nothing") {
    const auto line = encode(signed_by_run, boot);
    CHECK(decode_signature(line, boot, 90s));
    CHECK_FALSE(decode_signature(line, boot, 89s));
    CHECK_FALSE(decode_signature(line, "another", 90s));
    CHECK_FALSE(decode_signature(encode(signed_by_run, ""), "", 90s));
    CHECK_FALSE(decode_signature(supervise::nobodys_signature(), boot, 90s));
    CHECK_FALSE(decode_signature("", boot, 90s));
    CHECK_FALSE(decode_signature("rubbish 1 2", boot, 90s));
}

TEST_CASE("signature: what an older supervise did not say is as at first") {
    const std::string line = std::string("run 4711 90000000000 ") + boot;
    CHECK(decode_signature(line, boot, 90s) == signed_by_run);
}
