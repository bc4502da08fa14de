#include "svscan/quiet.h"

#include <functional>

namespace svscan {

bool Quiet::may_speak(std::string_view kind, std::string_view whose, int error,
                      std::chrono::nanoseconds now) {
    constexpr std::chrono::nanoseconds silence = std::chrono::minutes(1);
    const std::hash<std::string_view> of;
    const auto hash = (of(kind) * 31 + of(whose)) * 31 + static_cast<unsigned>(error);
    for (auto& cause : causes_)
        if (cause.used && cause.hash == hash) {
            if (now - cause.spoke < silence) return false;
            cause.spoke = now;
            return true;
        }
    causes_[next_] = {hash, now, true};
    next_ = (next_ + 1) % causes_.size();
    return true;
}

}  // namespace svscan
