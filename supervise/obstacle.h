#pragma once

// Why a script of a service directory cannot be executed, in words: that it is missing,
// that its mode does not allow it, that it is no program, or that one of these is so of its
// interpreter. Looks at the disk, changes nothing, runs nothing; it can be wrong where a
// kernel knows of more kinds of programs than scripts and ELF.

#include "base/text.h"

namespace supervise {

using Sentence = base::Text<1023>;

// Who is to execute it. What anybody at all may execute is no obstacle to `anybodys`.
enum class Rights { ours, anybodys };

// "run: access denied (mode 0644)"; empty where nothing stands in the way. `directory` is
// the descriptor of the service directory.
Sentence obstacle(int directory, const char* script, Rights rights);

// The first thing that keeps the service of this directory from being started.
Sentence obstacle(int directory, Rights rights);

}  // namespace supervise
