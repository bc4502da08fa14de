#pragma once

// The sockets that supervise keeps for its service (listen.h): opened once, before the
// first start, and closed when the service is down and not wanted. While they are open,
// clients wait in the kernel for a service that is restarted.
//
// No link is followed to a socket in the file system, and no file of another kind is
// removed: what stands in the way is removed where it is a socket and nobody answers on it.

#include <array>
#include <string_view>

#include "base/fd.h"
#include "base/result.h"
#include "base/spawn.h"
#include "base/stranger.h"
#include "base/text.h"
#include "supervise/environment.h"
#include "supervise/few.h"
#include "supervise/listen.h"

namespace supervise {

class Sockets {
  public:
    static constexpr int first = 3;  // the number that the service has the first one under

    Sockets() = default;
    ~Sockets() { close(); }
    Sockets(const Sockets&) = delete;
    Sockets& operator=(const Sockets&) = delete;

    // Unless they are open: all that the file `listen` names, or none. Why not, in words:
    // "line 2: tcp 127.0.0.1 8080: address already used"; empty where nothing is wrong. A
    // file that is not ours (listen.h) is in nobody's way.
    struct Trouble {
        base::Text<119> words;
        bool in_the_way = false;
    };
    Trouble open();
    void close();

    // Those of a service whose supervise was killed, copied where the system permits it;
    // otherwise they are opened anew before its next start.
    void adopt(const base::Stranger& service);

    int count() const;

    // Hands them to a service that is about to be started, and tells it of them in its
    // environment. Returns where the service's pid is to be written; nullptr where there
    // are none.
    char* give(Few<base::Given, base::most_given>& given, Environment& environment) const;

    template <class With>
    void each_descriptor(With with) {
        static constexpr const char* names[most_endpoints] = {
            "listen-0",  "listen-1",  "listen-2",  "listen-3", "listen-4",  "listen-5",
            "listen-6",  "listen-7",  "listen-8",  "listen-9", "listen-10", "listen-11",
            "listen-12", "listen-13", "listen-14", "listen-15"};
        for (std::size_t i = 0; i < most_endpoints; ++i) with(names[i], all_[i]);
    }

  private:
    Trouble open_all();

    std::array<base::Fd, most_endpoints> all_;  // the open ones first
};

}  // namespace supervise
