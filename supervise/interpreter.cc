#include "supervise/interpreter.h"

#include <cerrno>
#include <cstdint>
#include <cstring>

namespace supervise {
namespace {

using std::string_view;

constexpr string_view blanks = " \t";
constexpr std::size_t longest_first_line = 256;  // what Linux looks at

base::Result<string_view> interpreter_of_script(string_view line) {
    line = line.substr(0, longest_first_line);
    const bool cut = line.size() == longest_first_line && line.find('\n') == line.npos;
    line = line.substr(0, line.find('\n'));
    line.remove_prefix(std::string_view("#!").size());
    const auto first = line.find_first_not_of(blanks);
    if (first == line.npos) return base::Errno{ENOEXEC};
    line.remove_prefix(first);
    const auto end = line.find_first_of(string_view(" \t\0", 3));
    if (end == line.npos && cut) return base::Errno{ENOEXEC};
    return line.substr(0, end);
}

// Where the fields are that matter here: in the header, and in each entry of the table of
// segments.
struct Layout {
    std::size_t word;  // bytes of an address
    std::size_t table, entry_size, entries;
    std::size_t offset, size;
};
constexpr Layout of_32_bits{4, 28, 42, 44, 4, 16};
constexpr Layout of_64_bits{8, 32, 54, 56, 8, 32};

template <class Number>
std::uint64_t number_at(string_view file, std::size_t place) {
    Number number = 0;
    if (place > file.size() || file.size() - place < sizeof number) return 0;
    std::memcpy(&number, file.data() + place, sizeof number);
    return number;
}

std::uint64_t address_at(string_view file, std::size_t place, const Layout& layout) {
    return layout.word == 4 ? number_at<std::uint32_t>(file, place)
                            : number_at<std::uint64_t>(file, place);
}

// Those of another byte order are not for this machine, and the kernel says so.
string_view loader_of(string_view file) {
    constexpr std::size_t place_of_class = 4;
    constexpr std::uint32_t names_loader = 3;  // PT_INTERP
    if (file.size() <= place_of_class) return {};
    const auto& layout = file[place_of_class] == 1 ? of_32_bits : of_64_bits;
    const auto table = address_at(file, layout.table, layout);
    const auto size = number_at<std::uint16_t>(file, layout.entry_size);
    const auto count = number_at<std::uint16_t>(file, layout.entries);
    for (std::uint64_t i = 0; i < count && table < file.size(); ++i) {
        const auto entry = static_cast<std::size_t>(table + i * size);
        if (number_at<std::uint32_t>(file, entry) != names_loader) continue;
        const auto place = address_at(file, entry + layout.offset, layout);
        const auto length = address_at(file, entry + layout.size, layout);
        if (place > file.size() || length > file.size() - place) return {};
        const auto name =
            file.substr(static_cast<std::size_t>(place), static_cast<std::size_t>(length));
        return name.substr(0, name.find('\0'));
    }
    return {};
}

}  // namespace

base::Result<string_view> interpreter_in(string_view beginning) {
    if (beginning.starts_with("#!")) return interpreter_of_script(beginning);
    if (beginning.starts_with("\x7f"
                              "ELF"))
        return loader_of(beginning);
    return base::Errno{ENOEXEC};
}

}  // namespace supervise
