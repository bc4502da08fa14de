#include "base/reason.h"

#include <cstring>
#include <string_view>

#include "tests/catch.h"

TEST_CASE("an errno is named as daemontools names it") {
    using std::string_view;
    CHECK(string_view(base::reason({ENOENT})) == "file does not exist");
    CHECK(string_view(base::reason({EACCES})) == "access denied");
    CHECK(string_view(base::reason({EWOULDBLOCK})) == "temporary failure");
    CHECK(string_view(base::reason({ENOEXEC})) == "exec format error");
    CHECK(string_view(base::reason({ELOOP})) == "symbolic link loop");
    CHECK(string_view(base::reason({ENOSPC})) == "out of disk space");
}

TEST_CASE("an errno that daemontools has no word for has strerror's") {
    CHECK(std::string_view(base::reason({EILSEQ})) == ::strerror(EILSEQ));
}

TEST_CASE("an errno is written by its name and read back") {
    CHECK(base::name({ENOENT}).view() == "ENOENT");
    CHECK(base::name({0}).view() == "none");
    for (int number = 0; number < 140; ++number)
        CHECK(base::errno_named(base::name({number})) == base::Errno{number});
}
