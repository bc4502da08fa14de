#pragma once

// Reads what supervise tells of its service in supervise/state (state.h). The file stays
// open with what was read from it: as long as it does, no other file is the same one, so
// that `same` says whether supervise has told anything since.

#include "base/fd.h"
#include "base/result.h"
#include "supervise/state.h"

namespace supervise {

struct Told {
    base::Fd file;
    StateText text;
};

// `directory` is the descriptor of the service directory, or AT_FDCWD, and `place` where
// supervise/ is, from there (whereabouts.h).
base::Result<Told> read_state(int directory, std::string_view place);

bool same(const Told& one, const Told& other);

// Whether the process of the service lives that was told of, and no other one has its
// number; no where nobody can tell.
bool lives(const State& state);

}  // namespace supervise
