// Memory for the programs that never give up. Where there is none, operator new waits for
// some instead of throwing what nobody here catches. A program that would rather end says
// so in a handler of its own (std::set_new_handler).

#include <poll.h>

#include <cstdlib>
#include <new>

namespace {

constexpr int moment = 50;  // milliseconds

void* insist(std::size_t size) {
    for (;;) {
        if (void* const memory = std::malloc(size ? size : 1)) return memory;
        if (const auto handler = std::get_new_handler()) handler();
        ::poll(nullptr, 0, moment);
    }
}

}  // namespace

void* operator new(std::size_t size) { return insist(size); }
void* operator new[](std::size_t size) { return insist(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
