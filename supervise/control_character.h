#pragma once

// What a terminal obeys and no name or sentence needs. Who shows what somebody else has
// written puts a question mark in its place.

namespace supervise {

constexpr bool is_control(char byte) { return (byte >= 0 && byte < ' ') || byte == '\x7f'; }

}  // namespace supervise
