#pragma once

// Becoming another program. `words` is argv, ended by nullptr; words[0] with a slash is
// that file, without one it is looked for in $PATH ("/bin:/usr/bin" where that is not set).
// A file that is no program is never handed to a shell: that fails with ENOEXEC.
// `environment` is what the program gets, ended by nullptr, instead of our own; the $PATH
// that finds it is ours all the same.
//
// Returns only after a failure: the errno of the file that exists but cannot be executed,
// or ENOENT where there is none. Neither allocates nor changes anything else.

#include <string_view>

#include "base/result.h"
#include "base/text.h"

namespace base {

Errno execute(const char* path, const char* const* words,
              const char* const* environment = nullptr);
inline Errno execute(const char* const* words) { return execute(words[0], words); }

// Where this program is, to be asked before any chdir: `word`, its argv[0], as an absolute
// path. Empty where it is nowhere.
Path own_path(std::string_view word);

}  // namespace base
