#pragma once

// Hearing of changes in directories instead of looking for them: inotify(7) where the
// kernel has it. Where it has not, or has no more to give, there is no descriptor, `add`
// fails with ENOSYS, and the caller has to look by itself.
//
// Heard of are the names in a directory that are made, removed or renamed, and of what is
// watched with `contents` also files that are written or change their mode. Events come in
// their order; `lost` says that there were more than the kernel could keep.

#include <string_view>

#include "base/fd.h"

namespace base {

class Watch {
  public:
    enum class Kind { made_directory, made, other, contents, gone, lost };
    struct Event {
        Kind kind;
        int place;              // as `add` gave it; of `gone`, the directory itself
        std::string_view name;  // in the directory; valid until the next read
    };

    Watch();

    int number() const { return events_.number(); }  // readable when there are events

    // Watching a directory twice gives the same place, watched as the last call says.
    Result<int> add(const char* directory, bool contents = false);
    void remove(int place);

    // The same for one file: `contents` when it was written, `other` or `gone` when it is
    // not there any more.
    Result<int> add_file(const char* file);

    // Calls heard(const Event&) for all that has happened.
    template <class Heard>
    void take(Heard heard) {
        Event event{};
        while (next(event)) heard(event);
    }

  private:
    bool next(Event& event);

    Fd events_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    alignas(8) char buffer_[4096];
};

}  // namespace base
