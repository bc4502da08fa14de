// numbers NAME DIRECTORY: writes lines "NAME-GENERATION N ...;" to standard output for
// ever, N being 1, 2, 3, in bursts, sometimes more than a pipe holds. How many of them have
// been written is always known from the file DIRECTORY/NAME-GENERATION, a 64-bit number in
// memory that outlives this process. A generation is a start of this program.

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include <string>

namespace {

constexpr long ms = 1'000'000;

std::string generation(const char* name) {
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    return name + ("-" + std::to_string(now.tv_sec)) + "." + std::to_string(now.tv_nsec) +
           "." + std::to_string(::getpid());
}

volatile uint64_t* counter(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL, 0644);
    if (file == -1 || ::ftruncate(file, sizeof(uint64_t)) == -1) return nullptr;
    void* const memory =
        ::mmap(nullptr, sizeof(uint64_t), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    return memory == MAP_FAILED ? nullptr : static_cast<volatile uint64_t*>(memory);
}

// A line is short enough for a pipe to take it whole or not at all.
bool write_line(const std::string& name, uint64_t number) {
    char line[512];
    const int size = ::snprintf(line, sizeof line, "%s %llu %.*s;\n", name.c_str(),
                                static_cast<unsigned long long>(number),
                                static_cast<int>(number * 7 % 50),
                                "..................................................");
    return ::write(STDOUT_FILENO, line, static_cast<size_t>(size)) == size;
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) return 100;
    const auto name = generation(words[1]);
    volatile uint64_t* const written = counter(words[2] + ("/" + name));
    if (!written) return 111;
    for (auto burst = static_cast<uint64_t>(::getpid());; ++burst) {
        const uint64_t lines = burst % 20 == 0 ? 1500 : 1 + burst % 20;
        for (uint64_t i = 0; i < lines; ++i) {
            if (!write_line(name, *written + 1)) return 111;
            *written = *written + 1;
        }
        const timespec pause{0, static_cast<long>(burst * 13 % 200) * ms};
        ::nanosleep(&pause, nullptr);
    }
}
