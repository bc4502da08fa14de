#pragma once

// Which program the kernel needs beside a file to execute it: the interpreter on the first
// line of a script, as Linux reads it, or the loader that an ELF file asks for (PT_INTERP
// of the System V ABI). Pure.

#include <cstddef>
#include <string_view>

#include "base/result.h"

namespace supervise {

// As many bytes as there is reason to look at.
constexpr std::size_t beginning_of_program = 4096;

// From the beginning of a file. Nothing where none is needed, or where that cannot be seen
// there; ENOEXEC for what is no program.
base::Result<std::string_view> interpreter_in(std::string_view beginning);

}  // namespace supervise
