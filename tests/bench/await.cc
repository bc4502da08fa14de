// await up COUNT FIFO PROGRAM ...: runs a program and waits until so many services
// (service.cc) have begun; prints the microseconds that took, counted to the beginning of
// the last, those until the program ended ("-" while it runs; it is left running), and its
// pid.
// await down FIFO PROGRAM ...: likewise until no service is left that has the fifo open.
// Both give up after sixty seconds, with exit code 1. Figures go to descriptor 3; the
// others are the program's. Where it may, it runs ahead of all that it measures, so that it
// sees at once what a thousand runnable processes have brought about.

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <string>

namespace {

constexpr double most = 60e9;       // nanoseconds
constexpr double patience = 200e6;  // for the program to end, too

double now() {
    timespec time;
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<double>(time.tv_sec) * 1e9 + static_cast<double>(time.tv_nsec);
}

// What the fifo has told: how many services began, the last when, and whether all are gone.
struct Heard {
    int started = 0;
    double last = 0;
    bool none_left = false;
};

void listen(int fifo, std::string& rest, Heard& heard) {
    pollfd readable{fifo, POLLIN, 0};
    if (::poll(&readable, 1, 1) <= 0) return;
    char bytes[65536];
    const ssize_t size = ::read(fifo, bytes, sizeof bytes);
    heard.none_left = size == 0;
    if (size <= 0) return;
    rest.append(bytes, static_cast<size_t>(size));
    for (size_t end; (end = rest.find('\n')) != rest.npos; rest.erase(0, end + 1))
        if (rest.compare(0, 6, "START ") == 0) {
            ++heard.started;
            heard.last = std::max(heard.last, ::atof(rest.c_str() + 6));
        }
}

void run_ahead() {
#if defined(SCHED_RESET_ON_FORK)
    const sched_param least{.sched_priority = ::sched_get_priority_min(SCHED_FIFO) + 1};
    ::sched_setscheduler(0, SCHED_FIFO | SCHED_RESET_ON_FORK, &least);
#endif
}

// Time until the program ended, 0 while it runs.
double ended(pid_t pid) {
    siginfo_t about{};
    if (::waitid(P_PID, static_cast<id_t>(pid), &about, WEXITED | WNOHANG) == 0 &&
        about.si_pid == pid)
        return now();
    return 0;
}

}  // namespace

int main(int count, char** words) {
    ::fcntl(3, F_SETFD, FD_CLOEXEC);
    const bool up = count > 1 && ::strcmp(words[1], "up") == 0;
    if (count < (up ? 5 : 4)) return 100;
    const int wanted = up ? ::atoi(words[2]) : 0;
    char** const rest = words + (up ? 3 : 2);
    // Open for writing, too, a fifo has no end.
    const int fifo = ::open(rest[0], (up ? O_RDWR : O_RDONLY) | O_NONBLOCK | O_CLOEXEC);
    if (fifo == -1) return 111;

    run_ahead();
    const double begin = now();
    const pid_t pid = ::vfork();
    if (pid == 0) {
        ::execvp(rest[1], rest + 1);
        ::_exit(111);
    }
    Heard heard;
    std::string line;
    double end = 0, over = 0;
    while (now() < begin + most && (over == 0 || (end == 0 && now() < over + patience))) {
        listen(fifo, line, heard);
        if (end == 0) end = ended(pid);
        if (over == 0 && up && heard.started >= wanted) over = heard.last;
        if (over == 0 && !up && heard.none_left) over = now();
    }
    ::dprintf(3, "%.1f ", (over - begin) / 1e3);
    ::dprintf(3, end == 0 ? "-" : "%.1f", (end - begin) / 1e3);
    ::dprintf(3, " %ld\n", static_cast<long>(pid));
    return over == 0;
}
