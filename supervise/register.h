#pragma once

// supervise/child: who lives, for the supervise that comes after one that was killed. Each
// child signs it itself, between fork and exec, so that there is no moment in which it
// lives and is not known; until its exec it also shares the lock, so that no other
// supervise can read before it has signed. The file is written to its full size at the
// beginning, and kept open, so that a full disk is no obstacle.
//
// A line of 112 bytes for the service, for its hook (start, finish or stop), for its logger
// and for the process that is to replace the service's: the script (`new` for the last),
// the pid, the moment of signing (nanoseconds since boot), the boot's id, what is wanted
// (u, d or o) and x where it is to be left, r where it has said that it is ready, then
// blanks. Who has the pid and began before that moment, in that boot, is who signed. Lines
// that an older supervise does not know stand after those that it knows.

#include <sys/types.h>

#include <array>
#include <chrono>
#include <optional>

#include "base/fd.h"
#include "base/text.h"
#include "supervise/orders.h"

namespace supervise {

enum class Kin { service, hook, logger, replacement };

struct Wish {
    char want = 'u';
    bool leave = false;
    friend bool operator==(const Wish&, const Wish&) = default;
};

struct Signature {
    Script script = Script::run;
    pid_t pid = 0;
    std::chrono::nanoseconds seen{0};  // on the clock of base::boot_time
    Wish wish;
    bool ready = false;
};

class Register {
  public:
    // `directory` is supervise/. Without the file nobody can sign, and nobody is adopted;
    // `mend` tries again. ENOSPC: there was no room for its first lines.
    base::Result<void> open(int directory);

    // Where the file is gone or was never had, writes it again, with what was signed.
    void mend(int directory);

    // What the last to sign as this kin wrote, in this boot.
    std::optional<Signature> last(Kin kin) const;

    // What a child signs with: made before the fork, handed to `sign` after it.
    struct Pen {
        const Register* book;
        Kin kin;
        Script script;
        Wish wish;
    };
    static void sign(const void* pen);

    // The parent's copy, as soon as the child has executed; kept for `mend`.
    void copy(const Pen& pen, pid_t pid);

    // That one is ready. The replacement is the service, and signed as such; nobody is it
    // any more.
    void note_ready(Kin kin);
    void promote();
    void forget_replacement();

    // What is wanted has changed.
    void write(const Wish& wish);

    template <class With>
    void each_descriptor(With with) {
        with("child", file_);
    }
    // For a program that has taken the file over, open: what was signed before it.
    void read_copies();

  private:
    static constexpr std::size_t line_size = 112;
    static constexpr std::size_t kinds = 4;
    using Line = base::Text<line_size>;

    Line line_for(const Signature& signature) const;
    bool write(Kin kin, const Line& line) const;
    bool fill(int file, std::size_t size) const;

    base::Fd file_;
    base::Text<64> boot_;
    std::array<Signature, kinds> copies_;
};

}  // namespace supervise
