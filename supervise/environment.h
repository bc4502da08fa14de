#pragma once

// The environment of what supervise runs: its own, and a few variables that are for one
// process alone. SUPERVISE_PID, for all, is who supervises. Variables by which a service is
// told of descriptors are never handed on from whoever started supervise: they would be of
// descriptors that it does not get.
//
// It allocates when it is made, and never again.

#include <array>
#include <cstddef>
#include <string_view>

#include "base/text.h"

namespace supervise {

class Environment {
  public:
    Environment();
    ~Environment();
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

    // The variables of the process before are forgotten.
    void clear() { count_ = used_ = 0; }

    // Returns where the value stands, for who fills it in later; nullptr, and nothing has
    // changed, where there is no room for it.
    template <class... Parts>
    char* set(std::string_view name, const Parts&... value) {
        return add(name, base::Text<511>(value...));
    }

    // For execve(2), until the next change; nullptr for our own as it is.
    const char* const* whole();

  private:
    static constexpr std::size_t most = 8;
    static constexpr std::size_t room = 1024;

    char* add(std::string_view name, const base::Text<511>& value);

    char** before_;        // what we were given
    base::Text<31> self_;  // SUPERVISE_PID
    const char** all_;     // room for `most`, then our own (`environ`), ended by nullptr
    std::array<const char*, most> added_;
    std::size_t count_ = 0;
    std::size_t used_ = 0;  // of room_
    char* room_;            // for their texts, behind the list
};

}  // namespace supervise
