// What the standard library calls where a promise to it was broken (a position beyond the
// end of a text). These programs throw nothing: they end at once. Without these a program
// that is linked statically carries the library's whole machinery of exceptions, 400 KiB of
// code and 12 KiB of memory of its own. They are weak, so that where the library needs its
// own, it has them.

#include <cstdlib>
#include <string_view>

#if defined(__GLIBCXX__)

namespace std {

[[gnu::weak]] void __throw_out_of_range_fmt(const char*, ...) { ::abort(); }
[[gnu::weak]] void __throw_out_of_range(const char*) { ::abort(); }
[[gnu::weak]] void __throw_length_error(const char*) { ::abort(); }
[[gnu::weak]] void __throw_logic_error(const char*) { ::abort(); }
[[gnu::weak]] void __throw_invalid_argument(const char*) { ::abort(); }
[[gnu::weak]] void __throw_bad_alloc() { ::abort(); }
[[gnu::weak]] void __throw_bad_array_new_length() { ::abort(); }

}  // namespace std

#endif
