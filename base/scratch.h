#pragma once

// A file without a name, empty, open for reading and writing, gone when it is closed: in
// memory where the system has that (memfd_create(2)), so that a full disk is no obstacle,
// else in the directory given.

#include "base/fd.h"
#include "base/result.h"

namespace base {

Result<Fd> nameless_file(int directory);

}  // namespace base
