// load ADDRESS CLIENTS: that many clients ask an HTTP server (address.h) again and again,
// until TERM. Prints each pid that the server tells of at once, and in the end "asked 1000,
// failed 0, answered by 3", the last being how many pids those were; exits 0 where none
// failed and at least one was asked. The first failure of each client goes to standard
// error.

#include <signal.h>
#include <stdio.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include "tests/helper/address.h"

namespace {

std::atomic<bool> told_to_end = false;

struct Tally {
    std::mutex mutex;
    unsigned long asked = 0, failed = 0;
    std::set<std::string> pids;
};

void be_a_client(const helper::Address& address, Tally& tally) {
    bool failed = false;
    while (!told_to_end) {
        const auto answer = helper::ask(address, "/");
        const int error = errno;
        // A machine has only so many ports for connections that have just ended.
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        const std::lock_guard guard(tally.mutex);
        ++tally.asked;
        if (helper::is_good(answer)) {
            const auto pid = answer.substr(answer.find("\r\n\r\n") + 4);
            if (tally.pids.insert(pid).second) {
                ::fputs(pid.c_str(), stdout);
                ::fflush(stdout);
            }
            continue;
        }
        ++tally.failed;
        if (!std::exchange(failed, true))
            ::fprintf(stderr, "load: %s: \"%s\"\n", ::strerror(error), answer.c_str());
    }
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) return 100;
    const auto address = helper::address_of(words[1]);
    sigset_t ends;
    ::sigemptyset(&ends);
    ::sigaddset(&ends, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    Tally tally;
    std::vector<std::thread> clients;
    for (int i = 0; i < ::atoi(words[2]); ++i)
        clients.emplace_back([&] { be_a_client(address, tally); });
    int signal = 0;
    ::sigwait(&ends, &signal);
    told_to_end = true;
    for (auto& client : clients) client.join();
    ::printf("asked %lu, failed %lu, answered by %zu\n", tally.asked, tally.failed,
             tally.pids.size());
    return tally.failed == 0 && tally.asked > 0 ? 0 : 1;
}
