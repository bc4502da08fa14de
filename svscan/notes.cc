#include "svscan/notes.h"

namespace svscan {

NoteReader::NoteReader(std::string_view text)
    : rest_(text), good_(text.starts_with(notes_version)) {
    if (good_) rest_.remove_prefix(notes_version.size());
}

std::int64_t NoteReader::number() {
    std::int64_t value = 0;
    const auto end = rest_.data() + rest_.size();
    const auto [after, error] = std::from_chars(rest_.data(), end, value);
    good_ = good_ && error == std::errc() && after != end && *after == ' ';
    if (!good_) return 0;
    rest_.remove_prefix(static_cast<std::size_t>(after - rest_.data()) + 1);
    return value;
}

void NoteReader::operator()(std::optional<std::chrono::nanoseconds>& time) {
    time.reset();
    if (number() != 0) time = std::chrono::nanoseconds(number());
}

void NoteReader::operator()(std::string& name) {
    const auto size = number();
    good_ = good_ && size >= 0 && static_cast<std::size_t>(size) <= rest_.size();
    if (!good_) return;
    name = rest_.substr(0, static_cast<std::size_t>(size));
    rest_.remove_prefix(name.size());
}

}  // namespace svscan
