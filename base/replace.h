#pragma once

// Puts a new file in the place of an old one, in one step as rename(2) does: whoever looks
// finds one of them, whole. For small files that are written often and mean nothing after a
// crash of the machine. A file system that makes renamed files safe (ext4, XFS, Btrfs)
// starts to write to the disk at each rename over another file, which takes longer than all
// the rest; where Linux can exchange two names (renameat2(2)), the old file gets the new
// one's name and is removed instead. Both names are in that directory, `old` exists. On an
// error the old file is in its place; a file named `fresh` may be left.

#include "base/result.h"

namespace base {

Result<void> replace(int directory, const char* old, const char* fresh);

}  // namespace base
