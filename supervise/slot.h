#pragma once

// One supervised process, with the machine that decides about it (service.h): carries out
// what the machine orders and tells it what happens. The service is one slot; its logger,
// where that is a file `log`, is another. Nothing here sleeps, allocates, or gives up: what
// fails is warned about, once a minute for each cause, and the machine tries again.

#include <poll.h>

#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <string_view>

#include "base/clock.h"
#include "base/fd.h"
#include "base/quiet.h"
#include "base/report.h"
#include "base/spawn.h"
#include "supervise/directory.h"
#include "supervise/environment.h"
#include "supervise/handover.h"
#include "supervise/hooks.h"
#include "supervise/leftovers.h"
#include "supervise/place.h"
#include "supervise/process.h"
#include "supervise/register.h"
#include "supervise/service.h"
#include "supervise/sockets.h"
#include "supervise/workers.h"

namespace supervise {

class Slot {
  public:
    enum class Role { service, logger };

    Slot(base::Report& report, const Job& job, Place& place, Register& book,
         Environment& environment, Role role, Want want);

    // Takes up the process that an earlier supervise has left running, if there is one; its
    // last state is `before`. Fails where somebody may live and cannot be looked at.
    base::Result<void> adopt(std::string_view before);
    // The first start, unless somebody was adopted.
    void begin();
    void hear(Command command);
    // A new bundle of commands: what the directory says is read again.
    void forget_settings() {
        stopping_.reset();
        look_again();
    }
    void look_again() { directory_.look_again(); }
    // Whether starts are put off: there is no pipe to the logger yet.
    void hold(bool held) { held_ = held; }
    Wish wish() const;
    // For the program that replaces this one: everything, and back.
    void remember(Notes& notes);
    bool recall(const Notes& notes);
    template <class With>
    void each_descriptor(With with) {
        with(role_ == Role::service ? "ready-fifo" : "log-ready-fifo", process_.ready);
        if (role_ == Role::logger) return;
        sockets_.each_descriptor(with);
        with("new-ready-fifo", next_.ready);
        handover_.each_descriptor(with);
    }

    // Whether the process was one of this slot.
    bool ended(pid_t pid, const Death& death);
    void tick();
    void heard_ready();

    // A process that was adopted is no child: what to wait for to learn of its death, and a
    // look at it afterwards.
    pollfd watched_adopted() const { return process_.adopted.watched(); }
    pollfd watched_next() const { return next_.adopted.watched(); }
    void look_at_adopted();

    // Descriptors for what is run from now on: standard input and output.
    void use_input(int input) { standard_[0] = input; }
    void use_output(int output) { standard_[1] = output; }
    // To be asked each time the loop comes round; the steady clock.
    std::optional<std::chrono::nanoseconds> deadline() const;
    // Reads a byte when the service says something on its notification-fd; none where
    // there is none. It is read for as long as the service is up, lest it fills.
    int ready_descriptor() const;
    // The same of the process that is to replace it.
    int next_ready_descriptor() const;
    void next_heard_ready();

    bool left() const { return left_; }
    // It is needed after all: not left, and wanted up.
    void stay();
    Service& machine() { return service_; }
    // What has changed since this was last asked, and whether anything has.
    bool take_news(Few<Change, 16>& changes);

  private:
    std::string_view prefix() const { return role_ == Role::service ? "" : "log-"; }
    base::Result<bool> adopt(Kin kin, std::string_view before);
    std::optional<State> told_of(const Signature& signature, std::string_view before) const;
    base::Result<bool> adopt_replacement(bool old_lives, std::string_view before);
    base::Result<bool> adopt_beside(const Signature& signature, std::string_view before);
    void replace();
    void hand_over();
    void inherit();
    void forget_next(pid_t pid);

    void obey(const Orders& orders);
    void obey(Command command, const Orders& orders);
    void send(Command command, const Orders& orders);
    void send_signal(int signal, pid_t target, bool to_group);
    void leave();
    void launch();
    Beginning before_start() const;
    bool open_sockets();
    void look_for_leftovers(pid_t leader);
    void look_or_run(Script script);
    void restart();
    void notify(Script script, std::string_view event, pid_t pid, int code);

    struct Gifts;
    base::Result<void> give(Script script, const Beginning& beginning, Gifts& gifts);
    void run(Script script, const Beginning& beginning = {});
    base::Spawned spawn(Script script, base::Program& program, char* listen_pid);
    void runs(Script script, pid_t pid, base::Group group, const Beginning& beginning);
    void run_failed(Script script, const base::Spawned& born, const char* verb = "fork");
    base::Result<void> listen_on(base::Fd& fifo, const char* name);
    base::Result<base::Fd> give_handover(Few<base::Given, base::most_given>& given);
    Aftermath aftermath() const;
    const char* path_of(Script script) const;

    base::Report& report_;
    const Job& job_;
    const char* name_;  // of the service directory, for messages
    Place& place_;
    Register& register_;
    Role role_;
    Directory directory_;
    Hooks hooks_;
    Environment& environment_;
    Service service_;
    std::array<int, 3> standard_{0, 1, 2};
    Sockets sockets_;
    Process process_;  // that runs
    Process next_;     // that is to replace it
    Handover handover_;
    bool next_has_sockets_alone_ = false;  // which the one that runs was never given
    Leftovers leftovers_;
    std::optional<Stopping> stopping_;  // what the directory says to these commands
    bool held_ = false;
    pid_t last_pid_ = 0;  // the last process of ./run, which leads its group
    Few<Change, 16> changes_;
    base::Quiet<8> quiet_;
    bool news_ = true;
    bool left_ = false;
};

}  // namespace supervise
