// Kinds of characters, for <locale>, which nobody here uses: musl has no table of them.

namespace std {

struct ctype_base {
    using __to_type = const int*;
    using mask = unsigned short;
    static const mask upper = 1, lower = 2, alpha = 4, digit = 8, xdigit = 16, space = 32,
                      print = 64, graph = 128, cntrl = 256, punct = 512, blank = 1024,
                      alnum = alpha | digit;
};

}  // namespace std
