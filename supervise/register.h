#pragma once

// supervise/child: who lives, for the supervise that comes after one that was killed. Each
// child signs it itself, between fork and exec, so that there is no moment in which it
// lives and is not known; until its exec it also shares the lock, so that no other
// supervise can read before it has signed. The file is written to its full size at the
// beginning, and kept open, so that a full disk is no obstacle.
//
// A line (signature.h) for the service, for its hook (start, finish or stop), for its
// logger and for the process that is to replace the service's. Lines that an older
// supervise does not know stand after those that it knows.

#include <sys/types.h>

#include <array>
#include <optional>

#include "base/fd.h"
#include "base/text.h"
#include "supervise/signature.h"

namespace supervise {

enum class Kin { service, hook, logger, replacement };

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
    static constexpr std::size_t kinds = 4;

    void write(Kin kin, const SignatureLine& line) const;
    void write_copy(Kin kin) const;

    base::Fd file_;
    base::Text<64> boot_;
    std::array<Signature, kinds> copies_;
};

}  // namespace supervise
