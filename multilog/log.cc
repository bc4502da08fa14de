#include "multilog/log.h"

#include <sys/wait.h>

#include <algorithm>

#include "base/deadline.h"

namespace multilog {
namespace {

using namespace std::chrono_literals;

// A log may be ended by a newline this many bytes before it has its size.
constexpr std::uint64_t reach = 2000;

constexpr Log::Time short_pause = 250ms;
constexpr Log::Time processor_pause = 5s;

// How often it is looked whether the log is still there.
constexpr Log::Time look_interval = 1s;

constexpr base::Errno none{};

}  // namespace

void Log::start(const base::Moment& now) {
    const auto* path = settings_.directory;
    const auto [deed, error] = folder_.take_over(now.wall);
    if (error != none && *deed.file)
        report_.die(error, "unable to ", deed.verb, " ", path, "/", deed.file);
    if (error != none) report_.die(error, "unable to ", deed.verb, " directory ", path);
    auto file = folder_.open_current();
    if (!file) report_.die(file.error(), "unable to append to ", path, "/", files::current);
    current_.begin(std::move(*file), begun(now));
    if (settings_.processor) result_ = Processor::not_yet;
}

// A log that was there already was begun when the one before it had its end.
Log::Time Log::begun(const base::Moment& now) const {
    const auto before = base::tai64n(now.wall);
    const auto newest = folder_.newest();
    if (newest.seconds == 0 || newest > before) return now.steady;
    return now.steady - std::chrono::seconds(before.seconds - newest.seconds);
}

Room Log::room() const {
    const auto size = static_cast<std::size_t>(current_.size());
    const auto soft = static_cast<std::size_t>(settings_.size - reach);
    return {soft - std::min(size, soft),
            static_cast<std::size_t>(settings_.size) - std::min(size, soft + reach)};
}

bool Log::is_full(bool in_line) const {
    return current_.size() >= (in_line ? settings_.size : settings_.size - reach);
}

bool Log::flush(const base::Moment& now) {
    if (current_.is_written()) return true;
    look_after(now, look_interval);
    if (!current_ || writing_.pauses(now.steady)) return false;
    if (lost_ && !rescue(now)) return false;
    const auto error = current_.write(now.steady);
    if (error != none) {
        failed(writing_, {{"write to", files::current}, error}, now.steady);
        return false;
    }
    writing_.over();
    if (settings_.sync_within == 0ms) sync(now);
    return true;
}

void Log::work(const base::Moment& now) {
    if (const auto due = rotation_due(); due && now.steady >= *due) rotate();
    if (const auto due = sync_due(); due && now.steady >= *due) sync(now);
    if (const auto due = look_due(); due && now.steady >= *due) look_after(now, 0s);
    if (!current_) open(now);
    if (current_ && lost_) rescue(now);
    if ((unfinished_ || rotate_) && finish(now) == Progress::waits) return;
    if (rotate_ && current_ && retire(now)) {
        open(now);
        finish(now);
    }
}

// Sees the full log, or whatever stands where one would, through to its name.
Log::Progress Log::finish(const base::Moment& now) {
    if (finishing_.pauses(now.steady)) return Progress::waits;
    while (const auto step = multilog::finish(folder_.look(), result_)) {
        if (*step == Step::process) {
            if (process(now) == Progress::waits) return Progress::waits;
            continue;
        }
        if (const auto error = folder_.carry_out(*step, now.wall); error != none) {
            failed(finishing_, {deed(*step), error}, now.steady);
            return Progress::waits;
        }
        if (*step == Step::name_previous || *step == Step::name_processed) folder_.prune();
    }
    finishing_.over();
    unfinished_ = false;
    result_ = settings_.processor ? Processor::not_yet : Processor::none;
    return Progress::done;
}

Log::Progress Log::process(const base::Moment& now) {
    if (!run_.runs()) {
        const auto started = run_.start(folder_.descriptor(), settings_.processor);
        if (!started)
            failed(finishing_, {deed(Step::process), started.error()}, now.steady);
        return Progress::waits;
    }
    const auto status = run_.ended();
    if (!status) return Progress::waits;
    if (*status == 0) {
        result_ = Processor::succeeded;
        return Progress::done;
    }
    const auto* how = WIFSIGNALED(*status) ? "crashed" : "failed";
    if (finishing_.met(how, none, now.steady, processor_pause))
        report_.warn("processor ", how, " in ", settings_.directory, ", pausing");
    return Progress::waits;
}

// `current` may have been taken away by somebody: then there is nothing to rename.
bool Log::retire(const base::Moment& now) {
    look_after(now, 0s);
    if (!current_ || writing_.pauses(now.steady)) return false;
    const auto error = folder_.retire();
    if (error != none && error.number != ENOENT) {
        if (writing_.met(files::previous, error, now.steady, short_pause))
            report_.warn(error, "unable to rename current to previous in directory ",
                         settings_.directory, ", pausing");
        return false;
    }
    current_.release();
    rotate_ = false;
    unfinished_ = true;
    return true;
}

// Where the directory is gone, it is made again.
void Log::open(const base::Moment& now) {
    if (writing_.pauses(now.steady)) return;
    Folder::Outcome outcome{{"create", files::current}, none};
    auto file = folder_.begin_current(now.wall);
    if (!file && file.error().number == ENOENT) {
        run_.kill();
        outcome = folder_.take_over(now.wall);
        if (outcome.error == none) file = folder_.open_current();
    }
    if (outcome.error == none) outcome.error = file.error();
    if (outcome.error != none) return failed(writing_, outcome, now.steady);
    writing_.over();
    current_.begin(std::move(*file), now.steady);
    rotate_ = false;
    looked_ = now.steady;
    size_then_ = current_.size();
}

// A log that was removed takes along what was in it when it was last seen to be there; what
// was written since goes into the new one.
void Log::look_after(const base::Moment& now, Time interval) {
    if (!current_ || lost_ || now.steady < looked_ + interval) return;
    if (!current_.is_gone()) {
        looked_ = now.steady;
        size_then_ = current_.size();
        return;
    }
    lost_ = current_.release();
    lost_known_ = size_then_;
    open(now);
}

// What was written last is looked after even when nothing more comes.
std::optional<Log::Time> Log::look_due() const {
    if (!current_ || lost_ || current_.size() == size_then_) return {};
    return looked_ + look_interval;
}

bool Log::rescue(const base::Moment& now) {
    if (writing_.pauses(now.steady)) return false;
    const auto error = current_.append(lost_.number(), lost_known_, now.steady);
    if (error == none) {
        lost_.close();
    } else {
        failed(writing_, {{"write to", files::current}, error}, now.steady);
    }
    return error == none;
}

void Log::sync(const base::Moment& now) {
    if (const auto error = current_.make_safe(); error != none)
        return failed(syncing_, {{"sync", files::current}, error}, now.steady);
    syncing_.over();
}

// Half of the time is for the syncing itself.
std::optional<Log::Time> Log::sync_due() const {
    if (!settings_.sync_within || !current_.unsafe()) return {};
    const auto due = *current_.unsafe() + Time(*settings_.sync_within) / 2;
    return std::max(due, syncing_.until().value_or(due));
}

std::optional<Log::Time> Log::rotation_due() const {
    if (!settings_.age || !current_.begun() || rotate_) return {};
    return *current_.begun() + *settings_.age;
}

std::optional<Log::Time> Log::deadline() const {
    return base::earliest(
        {writing_.until(), finishing_.until(), look_due(), sync_due(), rotation_due()});
}

void Log::close(const base::Moment& now) {
    run_.kill();
    look_after(now, 0s);
    if (!current_ || (lost_ && !rescue(now))) return;
    if (const auto error = current_.close(!unfinished_); error != none)
        failed(syncing_, {{"sync", files::current}, error}, now.steady);
}

void Log::failed(Trouble& trouble, const Folder::Outcome& outcome, Time now) {
    const auto& [deed, error] = outcome;
    if (!trouble.met(deed.verb, error, now, short_pause)) return;
    if (*deed.file)
        report_.warn(error, "unable to ", deed.verb, " ", settings_.directory, "/",
                     deed.file, ", pausing");
    else
        report_.warn(error, "unable to ", deed.verb, " directory ", settings_.directory,
                     ", pausing");
}

}  // namespace multilog
