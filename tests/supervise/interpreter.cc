#include "supervise/interpreter.h"

#include <cstdint>
#include <cstring>
#include <string>

#include "tests/catch.h"

using supervise::interpreter_in;
using namespace std::string_literals;

namespace {

bool is_no_program(const std::string& beginning) {
    return interpreter_in(beginning).error() == base::Errno{ENOEXEC};
}

template <class Number>
void put(std::string& file, std::size_t place, Number number) {
    std::memcpy(file.data() + place, &number, sizeof number);
}

const std::string loader = "/lib/ld-musl-x86_64.so.1"s;

// A header, two segments of which the second names the loader, and that name.
std::string elf_of_64_bits() {
    std::string file(64 + 2 * 56, '\0');
    file.replace(0, 5,
                 "\x7f"
                 "ELF\2");
    put(file, 32, std::uint64_t{64});
    put(file, 54, std::uint16_t{56});
    put(file, 56, std::uint16_t{2});
    put(file, 64, std::uint32_t{6});
    put(file, 120, std::uint32_t{3});
    put(file, 128, std::uint64_t{file.size()});
    put(file, 152, std::uint64_t{loader.size() + 1});
    return file + loader + '\0';
}

std::string elf_of_32_bits() {
    std::string file(52 + 32, '\0');
    file.replace(0, 5,
                 "\x7f"
                 "ELF\1");
    put(file, 28, std::uint32_t{52});
    put(file, 42, std::uint16_t{32});
    put(file, 44, std::uint16_t{1});
    put(file, 52, std::uint32_t{3});
    put(file, 56, std::uint32_t{84});
    put(file, 68, static_cast<std::uint32_t>(loader.size() + 1));
    return file + loader + '\0';
}

}  // namespace

TEST_CASE("a script's interpreter is the first word of its first line") {
    CHECK(*interpreter_in("#!/bin/sh\necho\n") == "/bin/sh");
    CHECK(*interpreter_in("#! \t/usr/bin/env -S python3\n") == "/usr/bin/env");
    CHECK(*interpreter_in("#!/bin/sh") == "/bin/sh");
    CHECK(*interpreter_in("#!inner\n/bin/sh\n") == "inner");
    CHECK(*interpreter_in("#!/bin/sh\r\n") == "/bin/sh\r");
}

TEST_CASE("what is neither script nor ELF is no program, nor is a script of nobody") {
    for (const auto& beginning : {""s, "echo\n"s,
                                  "\x7f"
                                  "EL"s,
                                  "#!"s, "#!\n"s, "#! \t\n/bin/sh\n"s})
        CHECK(is_no_program(beginning));
}

TEST_CASE("an interpreter that is longer than what the kernel reads makes no program") {
    CHECK(*interpreter_in("#!" + std::string(253, 'a') + '\n') == std::string(253, 'a'));
    CHECK(is_no_program("#!" + std::string(254, 'a') + '\n'));
    CHECK(*interpreter_in("#!/bin/sh " + std::string(300, 'a') + '\n') == "/bin/sh");
}

TEST_CASE("an ELF file names its loader among its segments") {
    CHECK(*interpreter_in(elf_of_64_bits()) == loader);
    CHECK(*interpreter_in(elf_of_32_bits()) == loader);
}

TEST_CASE("an ELF file without a loader, or with one that cannot be seen, needs none") {
    auto linked_statically = elf_of_64_bits();
    put(linked_statically, 120, std::uint32_t{1});
    CHECK(interpreter_in(linked_statically)->empty());
    auto far_away = elf_of_64_bits();
    put(far_away, 128, std::uint64_t{1} << 63);
    CHECK(interpreter_in(far_away)->empty());
    const auto whole = elf_of_64_bits();
    for (std::size_t size = 4; size < whole.size(); ++size)
        CHECK(interpreter_in(whole.substr(0, size))->empty());
    auto strange = elf_of_64_bits();
    put(strange, 32, ~std::uint64_t{0});
    put(strange, 56, std::uint16_t{0xffff});
    CHECK(interpreter_in(strange)->empty());
}
