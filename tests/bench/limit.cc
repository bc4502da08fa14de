// What a bare loop reaches; the programs are compared with that.
//
//     limit copy           standard input to standard output, 64 KiB a time
//     limit stamp          the same with a label before each line: memchr, label, one write
//                          for each read
//     limit again PROGRAM  runs a program again as soon as it has ended, for ever
//     limit tree N PROGRAM N children with a child each, the program: a tree of services
//                          without supervision
//     limit look DIR ...   what has to be asked of the kernel for a line of svstat

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tests/bench/put.h"

namespace {

constexpr size_t block = 65536;

int copy() {
    static char bytes[block];
    for (ssize_t size; (size = ::read(0, bytes, sizeof bytes)) > 0;)
        if (!put(bytes, static_cast<size_t>(size))) return 111;
    return 0;
}

constexpr size_t label_size = 26;

void write_label(char* label) {
    timespec now;
    ::clock_gettime(CLOCK_REALTIME, &now);
    ::snprintf(label, label_size + 1, "@%016llx%08lx ",
               (1ULL << 62) + 10 + static_cast<unsigned long long>(now.tv_sec),
               static_cast<unsigned long>(now.tv_nsec));
}

// Room for a label at every byte: each may be a line.
int stamp() {
    static char bytes[block], out[block * (label_size + 1)];
    char label[label_size + 1];
    bool begun = false;
    for (ssize_t size; (size = ::read(0, bytes, sizeof bytes)) > 0;) {
        write_label(label);
        char* to = out;
        const char* const end = bytes + size;
        for (const char* line = bytes; line < end;) {
            if (!begun) to = static_cast<char*>(::mempcpy(to, label, label_size));
            const size_t left = static_cast<size_t>(end - line);
            const void* const newline = ::memchr(line, '\n', left);
            begun = !newline;
            const size_t length =
                newline ? static_cast<size_t>(static_cast<const char*>(newline) + 1 - line)
                        : left;
            to = static_cast<char*>(::mempcpy(to, line, length));
            line += length;
        }
        if (!put(out, static_cast<size_t>(to - out))) return 111;
    }
    return 0;
}

pid_t run(char** words) {
    const pid_t pid = ::vfork();
    if (pid == 0) {
        ::execv(words[0], words);
        ::_exit(111);
    }
    return pid;
}

int again(char** words) {
    while (::waitpid(run(words), nullptr, 0) > 0) continue;
    return 111;
}

int tree(char* self, int count, char** words) {
    char parent[] = "parent";
    char* child[] = {self, parent, words[0], nullptr};
    for (; count > 0; --count)
        if (run(child) == -1) return 111;
    for (;;) ::pause();
}

// A file opened and closed, of which so many bytes are wanted.
bool open_and_read(const char* dir, const char* file, int flags, char* bytes, size_t size) {
    char path[512];
    ::snprintf(path, sizeof path, "%s/%s", dir, file);
    const int opened = ::open(path, flags);
    if (opened == -1) return false;
    const bool got = size == 0 || ::read(opened, bytes, size) == static_cast<ssize_t>(size);
    return ::close(opened) == 0 && got;
}

int look(char** dirs) {
    for (; *dirs; ++dirs) {
        char path[512], status[18];
        struct stat about;
        ::snprintf(path, sizeof path, "%s/down", *dirs);
        static_cast<void>(::stat(path, &about));
        if (!open_and_read(*dirs, "supervise/ok", O_WRONLY | O_NONBLOCK, nullptr, 0) ||
            !open_and_read(*dirs, "supervise/status", O_RDONLY, status, sizeof status))
            return 111;
    }
    return 0;
}

}  // namespace

int main(int count, char** words) {
    if (count < 2) return 100;
    if (::strcmp(words[1], "copy") == 0) return copy();
    if (::strcmp(words[1], "stamp") == 0) return stamp();
    if (count < 3) return 100;
    if (::strcmp(words[1], "again") == 0) return again(words + 2);
    if (::strcmp(words[1], "look") == 0) return look(words + 2);
    if (::strcmp(words[1], "parent") == 0) {
        run(words + 2);
        for (;;) ::pause();
    }
    if (count < 4 || ::strcmp(words[1], "tree") != 0) return 100;
    return tree(words[0], ::atoi(words[2]), words + 3);
}
