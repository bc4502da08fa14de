#include "base/watch.h"

#if defined(__linux__)
#include <sys/inotify.h>

#include <cstring>
#endif

namespace base {

#if defined(__linux__)

namespace {

constexpr std::uint32_t names =
    IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_ONLYDIR;
constexpr std::uint32_t contents = names | IN_CLOSE_WRITE | IN_ATTRIB;
constexpr std::uint32_t one_file =
    IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF;

Watch::Kind kind_of(std::uint32_t mask) {
    using enum Watch::Kind;
    if (mask & IN_Q_OVERFLOW) return lost;
    if (mask & (IN_IGNORED | IN_DELETE_SELF | IN_UNMOUNT)) return gone;
    if (mask & IN_CREATE) return mask & IN_ISDIR ? made_directory : made;
    return mask & (IN_CLOSE_WRITE | IN_ATTRIB) ? Watch::Kind::contents : other;
}

}  // namespace

Watch::Watch() : events_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {}

Result<int> Watch::add(const char* directory, bool with_contents) {
    if (!events_) return Errno{ENOSYS};
    const int place =
        ::inotify_add_watch(number(), directory, with_contents ? contents : names);
    if (place == -1) return last_error();
    return place;
}

void Watch::remove(int place) { ::inotify_rm_watch(number(), place); }

Result<int> Watch::add_file(const char* file) {
    if (!events_) return Errno{ENOSYS};
    const int place = ::inotify_add_watch(number(), file, one_file);
    if (place == -1) return last_error();
    return place;
}

bool Watch::next(Event& event) {
    if (!events_) return false;
    if (begin_ == end_) {
        const auto count = read(number(), buffer_);
        if (!count || *count == 0) return false;
        begin_ = 0;
        end_ = *count;
    }
    inotify_event head;
    std::memcpy(&head, buffer_ + begin_, sizeof head);
    const char* const name = buffer_ + begin_ + sizeof head;
    event = {kind_of(head.mask), head.wd,
             head.len ? std::string_view(name) : std::string_view()};
    begin_ += sizeof head + head.len;
    return true;
}

#else

Watch::Watch() = default;
Result<int> Watch::add(const char*, bool) { return Errno{ENOSYS}; }
Result<int> Watch::add_file(const char*) { return Errno{ENOSYS}; }
void Watch::remove(int) {}
bool Watch::next(Event&) { return false; }

#endif

}  // namespace base
