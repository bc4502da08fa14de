#include "svscan/voice.h"

#include "base/clock.h"

namespace svscan {

bool is_general_shortage(base::Errno error) {
    return error.number == EMFILE || error.number == ENFILE || error.number == EAGAIN ||
           error.number == ENOMEM || error.number == ENOSPC;
}

bool Voice::unable(base::Errno error, std::string_view to, std::string_view whose) {
    return say(error, to, whose, is_general_shortage(error) ? "" : whose);
}

bool Voice::unable_for_all(base::Errno error, std::string_view to,
                           std::string_view example) {
    return say(error, to, example, "");
}

bool Voice::unable_to_use(std::string_view file, std::string_view wrong) {
    if (!quiet_.may_speak("use ", file, {}, base::now().steady)) return false;
    report_.warn("unable to use ", file, ": ", wrong);
    return true;
}

bool Voice::say(base::Errno error, std::string_view to, std::string_view whose,
                std::string_view cause) {
    if (!quiet_.may_speak(to, cause, error, base::now().steady)) return false;
    report_.warn(error, "unable to ", to, whose);
    return true;
}

}  // namespace svscan
