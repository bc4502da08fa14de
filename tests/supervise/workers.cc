#include "supervise/workers.h"

#include "tests/catch.h"

namespace {

using supervise::job_of;
using supervise::may_be_worker;
using supervise::worker_in;

}  // namespace

TEST_CASE("the directory of a worker is worker/N in the service directory") {
    CHECK(worker_in("/service/web/worker/2") == 2);
    CHECK(worker_in("/service/web/worker/0") == 0);
    CHECK(worker_in("/service/web/worker/999/") == 999);
    CHECK(worker_in("worker//7") == 7);
    CHECK_FALSE(worker_in("/service/web/worker/1000"));
    CHECK_FALSE(worker_in("/service/web/worker/02"));
    CHECK_FALSE(worker_in("/service/web/worker/2 "));
    CHECK_FALSE(worker_in("/service/web/worker/+2"));
    CHECK_FALSE(worker_in("/service/web/worker/-1"));
    CHECK_FALSE(worker_in("/service/web/worker/two"));
    CHECK_FALSE(worker_in("/service/web/worker/"));
    CHECK_FALSE(worker_in("/service/web/coworker/2"));
    CHECK_FALSE(worker_in("/service/web/worker/2/log"));
    CHECK_FALSE(worker_in("/2"));
    CHECK_FALSE(worker_in("2"));
    CHECK_FALSE(worker_in("/"));
    CHECK_FALSE(worker_in(""));
}

TEST_CASE("a name that says nothing, or ends with a number, may be a worker's") {
    CHECK(may_be_worker("."));
    CHECK(may_be_worker("../.."));
    CHECK(may_be_worker("2"));
    CHECK(may_be_worker("web/worker/2/"));
    CHECK(may_be_worker(""));
    CHECK_FALSE(may_be_worker("web"));
    CHECK_FALSE(may_be_worker("/service/web2"));
    CHECK_FALSE(may_be_worker("web/log"));
}

TEST_CASE("a supervise knows the service by the name of its worker") {
    const auto job = job_of("web/worker/2", 2);
    CHECK(job.name == "web/worker/2");
    CHECK(job.service == "web");
    CHECK(job.own == "worker/2");
    CHECK(job.worker == "2");
    CHECK(job_of("/service/web/worker/12//", 12).service == "/service/web");
    CHECK(job_of("worker/3", 3).service == ".");
    CHECK(job_of("/worker/3", 3).service == "/");
    CHECK(job_of(".", 3).service == "./../..");
}

TEST_CASE("a supervise of no worker has the service directory for itself") {
    const auto job = job_of("web", {});
    CHECK(job.service == "web");
    CHECK(job.own == ".");
    CHECK(job.worker.empty());
}
