#include "supervise/listen.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/un.h>

#include <algorithm>
#include <cstring>
#include <optional>

#include "base/parse.h"
#include "supervise/control_character.h"
#include "supervise/settings.h"

namespace supervise {
namespace {

using std::string_view;
using Kind = Endpoint::Kind;

constexpr mode_t private_mode = 0600;
constexpr std::size_t longest_path = sizeof(sockaddr_un::sun_path) - 1;

// Takes the next word off a line; empty where there is none.
string_view next_word(string_view& line) {
    constexpr string_view blanks = " \t\r";
    line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
    if (line.starts_with('#')) line = {};
    const auto word = line.substr(0, line.find_first_of(blanks));
    line.remove_prefix(word.size());
    return word;
}

template <class Address>
Endpoint at(Kind kind, const Address& address, std::size_t size) {
    Endpoint endpoint;
    endpoint.kind = kind;
    endpoint.size = static_cast<socklen_t>(size);
    std::memcpy(&endpoint.address, &address, size);
    return endpoint;
}

template <class Address>
Address as(const Endpoint& endpoint) {
    Address address;
    std::memcpy(&address, &endpoint.address, sizeof address);
    return address;
}

std::optional<Endpoint> internet(Kind kind, string_view host) {
    const base::Text<INET6_ADDRSTRLEN> text(host);
    sockaddr_in four{};
    four.sin_family = AF_INET;
    sockaddr_in6 six{};
    six.sin6_family = AF_INET6;
    if (!text.whole() || host.find('\0') != host.npos) return {};
    if (::inet_pton(AF_INET, text.c_str(), &four.sin_addr) == 1)
        return at(kind, four, sizeof four);
    if (::inet_pton(AF_INET6, text.c_str(), &six.sin6_addr) == 1)
        return at(kind, six, sizeof six);
    return {};
}

// Both families have the port in the same place.
void set_port(Endpoint& endpoint, long port) {
    auto address = as<sockaddr_in>(endpoint);
    address.sin_port = htons(static_cast<in_port_t>(port));
    std::memcpy(&endpoint.address, &address, sizeof address);
}

int port_of(const Endpoint& endpoint) {
    static_assert(offsetof(sockaddr_in, sin_port) == offsetof(sockaddr_in6, sin6_port));
    return ntohs(as<sockaddr_in>(endpoint).sin_port);
}

std::optional<Endpoint> local(string_view path) {
    if (path.empty() || path.size() > longest_path || has_control(path)) return {};
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::ranges::copy(path, address.sun_path);
    return at(Kind::local, address, offsetof(sockaddr_un, sun_path) + path.size() + 1);
}

std::optional<mode_t> mode_in(string_view word) {
    if (word.empty()) return private_mode;
    unsigned mode = 0;
    if (!base::read_number<8>(word, mode) || mode > 0777) return {};
    return mode;
}

const char* wrong_internet(string_view& line, Kind kind, Endpoint& endpoint) {
    const auto found = internet(kind, next_word(line));
    const auto port = number_in(next_word(line), 1, 65535);
    if (!found) return "no numeric address";
    if (!port) return "no port from 1 to 65535";
    endpoint = *found;
    set_port(endpoint, *port);
    return nullptr;
}

const char* wrong_local(string_view& line, bool shared, Endpoint& endpoint) {
    const auto found = local(next_word(line));
    const auto mode = mode_in(next_word(line));
    if (shared) return "workers cannot share a unix socket";
    if (!found) return "no path, or too long a path";
    if (!mode) return "no mode from 0 to 0777";
    endpoint = *found;
    endpoint.mode = *mode;
    return nullptr;
}

string_view next_line(string_view& text) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    return line;
}

// What is wrong with the line, or nullptr.
const char* wrong_with(string_view line, bool shared, Endpoint& endpoint) {
    const auto kind = next_word(line);
    const char* wrong = "neither tcp, udp nor unix";
    if (kind == "tcp" || kind == "udp")
        wrong = wrong_internet(line, kind == "tcp" ? Kind::tcp : Kind::udp, endpoint);
    else if (kind == "unix")
        wrong = wrong_local(line, shared, endpoint);
    if (!wrong && !next_word(line).empty()) wrong = "more words than it takes";
    return wrong;
}

}  // namespace

bool names_a_kind(string_view text) {
    while (!text.empty()) {
        auto line = next_line(text);
        const auto kind = next_word(line);
        if (kind == "tcp" || kind == "udp" || kind == "unix") return true;
    }
    return false;
}

const char* Endpoint::path() const {
    return reinterpret_cast<const char*>(&address) + offsetof(sockaddr_un, sun_path);
}

bool operator==(const Endpoint& one, const Endpoint& other) {
    return one.kind == other.kind && one.size == other.size &&
           std::memcmp(&one.address, &other.address, one.size) == 0;
}

Listen parse_listen(string_view text, bool shared) {
    Listen listen{.endpoints = {}, .wrong = {}, .shared = shared, .ours = true};
    const auto whole = text;
    std::size_t count = 0;
    for (int number = 1; !text.empty(); ++number) {
        const auto line = next_line(text);
        if (auto rest = line; next_word(rest).empty()) continue;
        Endpoint endpoint;
        const char* wrong = wrong_with(line, shared, endpoint);
        if (!wrong && ++count > most_endpoints) wrong = "more than 16 addresses";
        if (wrong)
            return {{},
                    decltype(listen.wrong)("line ", number, ": ", wrong),
                    shared,
                    names_a_kind(whole)};
        endpoint.line = number;
        listen.endpoints.add(endpoint);
    }
    return listen;
}

base::Text<127> text_of(const Endpoint& endpoint) {
    char host[INET6_ADDRSTRLEN] = "";
    const auto six = as<sockaddr_in6>(endpoint);
    const auto four = as<sockaddr_in>(endpoint);
    if (endpoint.kind == Kind::local) return base::Text<127>("unix ", endpoint.path());
    if (endpoint.address.ss_family == AF_INET6)
        ::inet_ntop(AF_INET6, &six.sin6_addr, host, sizeof host);
    else
        ::inet_ntop(AF_INET, &four.sin_addr, host, sizeof host);
    return base::Text<127>(endpoint.kind == Kind::tcp ? "tcp " : "udp ", host, " ",
                           port_of(endpoint));
}

base::Text<30> name_of(const Endpoint& endpoint) {
    if (endpoint.kind != Kind::local)
        return base::Text<30>(endpoint.kind == Kind::tcp ? "tcp-" : "udp-",
                              port_of(endpoint));
    string_view path = endpoint.path();
    path.remove_prefix(path.rfind('/') + 1);  // npos + 1 is 0.
    base::Text<30> name("unix-");
    for (const char byte : path) {
        const bool letter =
            (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
        const bool other = (byte >= '0' && byte <= '9') || byte == '.' || byte == '-';
        name.add(letter || other ? byte : '-');
    }
    return name;
}

}  // namespace supervise
