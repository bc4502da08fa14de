#include "supervise/whereabouts.h"

#include <stdlib.h>
#include <unistd.h>

#include <string>

#include "tests/catch.h"

namespace {

using supervise::path_to_place_of;
using supervise::place_of;
using supervise::shown;

// $SUPERVISEDIR for as long as a test lasts.
struct Set {
    explicit Set(const char* value) { ::setenv("SUPERVISEDIR", value, 1); }
    ~Set() { ::unsetenv("SUPERVISEDIR"); }
};

std::string text(const base::Path& path) { return std::string(path.view()); }

// The working directory as it stands in a name.
std::string here(std::string name = "") {
    char path[4096];
    if (::getcwd(path, sizeof path)) name = std::string(path).substr(1) + name;
    for (char& byte : name)
        if (byte == '/') byte = ':';
    return name;
}

}  // namespace

TEST_CASE("without $SUPERVISEDIR, or with an empty one, it is supervise/") {
    ::unsetenv("SUPERVISEDIR");
    CHECK(text(place_of()) == "supervise");
    CHECK(text(path_to_place_of(".")) == "supervise");
    CHECK(text(path_to_place_of("web/log")) == "web/log/supervise");
    const Set set("");
    CHECK(text(place_of()) == "supervise");
}

TEST_CASE("a relative $SUPERVISEDIR is the name in each service directory") {
    const Set set("run/sv");
    CHECK(text(place_of()) == "run/sv");
    CHECK(text(place_of("web")) == "run/sv");
    CHECK(text(path_to_place_of("web")) == "web/run/sv");
}

TEST_CASE("after an absolute $SUPERVISEDIR comes the physical path, with colons") {
    const Set set("/run/sv");
    CHECK(text(place_of()) == "/run/sv/" + here());
    CHECK(text(place_of("base/../svstat")) == "/run/sv/" + here("/svstat"));
    CHECK(text(path_to_place_of("svstat")) == "/run/sv/" + here("/svstat"));
}

TEST_CASE("a service that is nowhere has no place that could be") {
    const Set set("/run/sv");
    CHECK(text(place_of("no/such")) == "./run/sv");
}

TEST_CASE("the place of a worker goes by its directory, even before that is made") {
    CHECK(text(supervise::place_here(".")) == "supervise");
    CHECK(text(supervise::place_here("worker/2")) == "worker/2/supervise");
    CHECK(text(place_of("web", "worker/2")) == "worker/2/supervise");
    CHECK(text(path_to_place_of("web", "worker/2")) == "web/worker/2/supervise");
    const Set set("/run/sv");
    CHECK(text(supervise::place_here("worker/2")) == "/run/sv/" + here(":worker:2"));
    CHECK(text(path_to_place_of("svstat", "worker/2")) ==
          "/run/sv/" + here("/svstat:worker:2"));
}

TEST_CASE("messages name a file by the service's name, or where it really is") {
    {
        const Set set(".sv");
        CHECK(text(shown("web", "lock")) == "web/.sv/lock");
        CHECK(text(shown("web/worker/2", "lock", "worker/2")) == "web/worker/2/.sv/lock");
    }
    const Set set("/run/sv");
    CHECK(text(shown("web", "lock")) == "/run/sv/" + here() + "/lock");
    CHECK(text(shown("web/worker/2", "lock", "worker/2")) ==
          "/run/sv/" + here("/worker/2") + "/lock");
}
