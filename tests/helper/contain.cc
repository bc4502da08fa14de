// contain SECONDS PROGRAM ...: runs a scenario in a process group of its own and leaves
// nothing of it behind. Whatever it started and lost, even with a session of its own, is
// ended by its pid once it is over or once the time is, or at INT, TERM or HUP. Exit code:
// the program's; 124 when the time was over, 128 and the number of the signal.

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <initializer_list>
#if defined(__linux__)
#include <dirent.h>
#include <sys/prctl.h>
#endif

namespace {

#if defined(__linux__)
long parent_of(long pid) {
    char path[64], line[512] = "";
    ::snprintf(path, sizeof path, "/proc/%ld/stat", pid);
    if (FILE* file = ::fopen(path, "r")) {
        if (!::fgets(line, sizeof line, file)) line[0] = '\0';
        ::fclose(file);
    }
    const char* after_name = ::strrchr(line, ')');
    long parent = 0;
    if (after_name) ::sscanf(after_name, ") %*c %ld", &parent);
    return parent;
}

// Orphans become children of this process (PR_SET_CHILD_SUBREAPER), so that killing its
// children again and again reaches all.
void end_children() {
    DIR* all = ::opendir("/proc");
    if (!all) return;
    while (const dirent* entry = ::readdir(all)) {
        const long pid = ::atol(entry->d_name);
        if (pid > 0 && parent_of(pid) == ::getpid())
            ::kill(static_cast<pid_t>(pid), SIGKILL);
    }
    ::closedir(all);
}
#endif

bool nobody_left() {
    while (::waitpid(-1, nullptr, WNOHANG) > 0) continue;
    return ::waitpid(-1, nullptr, WNOHANG) == -1;
}

void end_the_rest() {
#if defined(__linux__)
    const timespec moment{0, 20'000'000};
    for (int round = 0; round < 200 && !nobody_left(); ++round) {
        end_children();
        ::nanosleep(&moment, nullptr);
    }
#else
    nobody_left();
#endif
}

}  // namespace

int main(int count, char** words) {
    if (count < 3) return 100;
#if defined(__linux__)
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
#endif
    sigset_t heard, before;
    ::sigemptyset(&heard);
    for (const int one : {SIGCHLD, SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&heard, one);
    ::sigprocmask(SIG_BLOCK, &heard, &before);
    const time_t end = ::time(nullptr) + ::atol(words[1]);
    const pid_t pid = ::fork();
    if (pid == 0) {
        // `kill 0`, as where a pid was not known yet, is for nobody else.
        ::setpgid(0, 0);
        // What nohup and a shell ignore would be ignored by daemontools' services, too.
        for (const int one : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGCHLD})
            ::signal(one, SIG_DFL);
        ::sigprocmask(SIG_SETMASK, &before, nullptr);
        ::execvp(words[2], words + 2);
        ::_exit(111);
    }
    int code = 124;
    for (time_t now = ::time(nullptr); now < end; now = ::time(nullptr)) {
        int status;
        const pid_t dead = ::waitpid(-1, &status, WNOHANG);
        if (dead == pid) {
            code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
            break;
        }
        if (dead > 0) continue;
        const timespec most{1, 0};
        const int came = ::sigtimedwait(&heard, nullptr, &most);
        if (came == -1 || came == SIGCHLD) continue;
        code = 128 + came;
        break;
    }
    end_the_rest();
    return code;
}
