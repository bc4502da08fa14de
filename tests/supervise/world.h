#pragma once

// A world for the machine of a service (supervise/service.h): carries its orders out like a
// slot, with processes that are nothing but numbers, lets happen whatever can happen, and
// looks after each event whether what service.h promises still holds. What happens is
// decided by dice: a function that gives any number below the one that it is given.

#include <functional>
#include <set>
#include <string_view>

#include "supervise/service.h"

namespace tests {

class World {
  public:
    using Dice = std::function<unsigned(unsigned)>;

    World(Dice dice, std::uint32_t noise);

    // Something happens. What is wrong afterwards is thrown, as std::logic_error.
    void step();
    // Everything that lives ends, time goes by: whatever is wanted up must come up.
    void settle();

  private:
    using Phase = supervise::Phase;
    using Want = supervise::Want;
    using Script = supervise::Script;
    using ReadyBy = supervise::ReadyBy;
    static constexpr std::chrono::milliseconds ms{1};
    static constexpr std::chrono::seconds s{1};

    int below(unsigned limit) { return static_cast<int>(dice_(limit)); }
    bool once_in(unsigned times) { return below(times) == 0; }
    char one_of(std::string_view letters);

    // What a directory may say.
    supervise::Stopping stopping();
    supervise::Checking checking();
    supervise::Aftermath aftermath();
    supervise::Beginning beginning();
    supervise::Replacing replacing();

    // What may happen.
    void hear();
    void replace_program();
    void end_one();
    void tick();

    // What is done about orders.
    void obey(const supervise::Orders& orders);
    void end_unfit();
    void check();
    void try_out();
    void hand_over();
    void run(Script script, const supervise::Beginning& directory);

    // What has to hold.
    void look();
    void look_at_replacement(const supervise::State& state);
    [[noreturn]] void wrong(const char* what);

    Dice dice_;
    std::uint32_t noise_;
    base::Moment now_{1000 * s, 5000 * s};
    supervise::Service service_;
    std::set<pid_t> alive_;
    pid_t last_pid_ = 1;
    bool faults_ = true;
    unsigned most_failures_ = 3;
    bool checked_ = false;      // the process is to be checked once it is ready
    bool new_checked_ = false;  // so is its replacement
    bool once_owed_ = false;
    bool leaving_ = false;
    bool may_stop_ = false;  // the process that lives was to be told to end
    bool left_ = false;
};

}  // namespace tests
