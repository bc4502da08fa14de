#pragma once

// supervise/child: who lives, for the supervise that comes after one that was killed. Each
// child signs it itself, between fork and exec, so that there is no moment in which it
// lives and is not known; until its exec it also shares the lock, so that no other
// supervise can read before it has signed. The file is written to its full size at the
// beginning, and kept open, so that a full disk is no obstacle.
//
// A line of 96 bytes for the service, for its hook (start, finish or stop) and for its
// logger: the script, the pid, the moment of signing (nanoseconds since boot) and the
// boot's id, then blanks. Who has the pid and began before that moment, in that boot, is
// who signed.

#include <sys/types.h>

#include <chrono>
#include <optional>

#include "base/fd.h"
#include "base/text.h"
#include "supervise/orders.h"

namespace supervise {

enum class Kin { service, hook, logger };

struct Signature {
    Script script = Script::run;
    pid_t pid = 0;
    std::chrono::nanoseconds seen{0};  // on the clock of base::boot_time
};

class Register {
  public:
    // `directory` is supervise/. Without the file nobody can sign, and nobody is adopted.
    base::Result<void> open(int directory);

    // Where the file is gone, writes it again, with what was signed.
    void mend(int directory);

    template <class With>
    void each_descriptor(With with) {
        with("child", file_);
    }
    void know_boot();

    // What the last to sign as this kin wrote, in this boot.
    std::optional<Signature> last(Kin kin) const;

    // What a child signs with: made before the fork, handed to `sign` after it.
    struct Pen {
        const Register* book;
        Kin kin;
        Script script;
    };
    static void sign(const void* pen);

  private:
    base::Fd file_;
    base::Text<40> boot_;
};

}  // namespace supervise
