#pragma once

// A pipe that is looked into before anything is taken out of it, so that whatever has not
// yet been written elsewhere is still in the pipe when this program is killed. Linux only,
// by tee(2) into a pipe of our own; elsewhere, and for what is no pipe, `begin` says no.
//
// While the pipe always has more than a look can hold, both pipes are enlarged, up to 1
// MiB, where that is allowed.

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "base/fd.h"

namespace multilog {

class Peek {
  public:
    // Whether this descriptor can be looked into. At most `most` bytes are looked at at
    // once.
    bool begin(int from, std::size_t most);

    // Copies what is in the pipe, from its beginning. 0: there is nothing and nobody
    // writes; EAGAIN: there is nothing.
    base::Result<std::size_t> look(std::span<char> into);

    // Takes bytes out that a look has shown. False where somebody else, who reads here too,
    // took some of them; what came instead is good until the next call.
    bool take(std::string_view shown);
    std::string_view instead() const { return instead_; }

    // Whether nobody writes any more; whether nothing more fits in.
    bool is_abandoned();
    bool is_full();

    // A descriptor that can be read once there is more in the pipe than the `shown` bytes
    // that the last look has left there.
    int change(std::size_t shown);

  private:
    base::Result<void> copy_out(std::span<char> into);
    base::Result<std::size_t> take_now(std::size_t count);
    void fit();
    void enlarge();

    int from_ = base::Fd::none;
    base::Pipe copy_;  // empty but while it is looked
    base::Fd edge_;
    bool changes_are_told_ = false;
    bool last_change_ = false;  // nobody was left to write, so no other will come
    bool may_grow_ = true;
    bool reads_at_once_ = true;
    std::size_t capacity_ = 0;  // of the copy
    std::size_t most_ = 0;
    std::unique_ptr<char[]> taken_;
    std::string_view instead_;
};

}  // namespace multilog
