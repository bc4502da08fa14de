#include "supervise/adopted.h"

#include <utility>

namespace supervise {
namespace {

constexpr auto pace = std::chrono::seconds(1);           // where it must be asked for
constexpr auto status_within = std::chrono::seconds(1);  // of its death

}  // namespace

void Adopted::take(base::Stranger process, Time now) {
    process_ = std::move(process);
    dying_ = false;
    look_again_.reset();
    if (process_.descriptor() == base::Fd::none) look_again_ = now + pace;
}

pollfd Adopted::watched() const {
    const short what = dying_ ? 0 : POLLIN;
    return {process_ ? process_.descriptor() : base::Fd::none, what, 0};
}

std::optional<Death> Adopted::look(Time now) {
    if (!process_) return {};
    if (!dying_) {
        if (!process_.dead()) {
            if (look_again_) look_again_ = now + pace;
            return {};
        }
        dying_ = true;
        look_again_ = now + status_within;
    }
    const auto status = process_.status();
    if (status && !*status && now < *look_again_) return {};
    process_ = {};
    dying_ = false;
    look_again_.reset();
    if (status && *status) return death_from(**status);
    return Death{{LastExit::Kind::unknown}};
}

void Adopted::remember(NoteWriter& write, std::string_view prefix) const {
    write(base::Text<32>(prefix, "adopted"), process_.pid());
    write(base::Text<32>(prefix, "adopted-seen"), process_.seen());
}

void Adopted::recall(NoteReader& read, Time now, std::string_view prefix) {
    pid_t pid = 0;
    Time seen{0};
    read(base::Text<32>(prefix, "adopted"), pid);
    read(base::Text<32>(prefix, "adopted-seen"), seen);
    if (pid != 0) take(base::Stranger(pid, seen), now);
}

}  // namespace supervise
