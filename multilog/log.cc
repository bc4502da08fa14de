#include "multilog/log.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

namespace multilog {
namespace {

// A log may be ended by a newline this many bytes before it has its size.
constexpr std::uint64_t reach = 2000;

constexpr auto short_pause = std::chrono::milliseconds(500);
constexpr auto processor_pause = std::chrono::seconds(5);

constexpr base::Errno none{};

// What is left of pieces of which the first `count` bytes are written.
std::span<iovec> past(std::span<iovec> pieces, std::size_t count) {
    while (!pieces.empty() && count >= pieces.front().iov_len) {
        count -= pieces.front().iov_len;
        pieces = pieces.subspan(1);
    }
    if (count) {
        auto& first = pieces.front();
        first.iov_base = static_cast<char*>(first.iov_base) + count;
        first.iov_len -= count;
    }
    return pieces;
}

}  // namespace

void Log::start(const base::Moment& now) {
    const auto* path = settings_.directory;
    if (const auto outcome = folder_.enter(); outcome.error != none)
        report_.die(outcome.error, "unable to ", outcome.failed, " directory ", path);
    while (const auto step = mend(folder_.look()))
        if (const auto error = folder_.carry_out(*step, now.wall); error != none)
            report_.die(error, "unable to ", deed(*step).verb, " ", path, "/",
                        deed(*step).file);
    if (const auto error = folder_.make_state(); error != none)
        report_.die(error, "unable to create ", path, "/", files::state);
    auto file = folder_.open_current();
    if (!file) report_.die(file.error(), "unable to append to ", path, "/", files::current);
    current_ = std::move(*file);
    struct stat about;
    if (::fstat(current_.number(), &about) == 0)
        size_ = static_cast<std::uint64_t>(about.st_size);
    if (settings_.processor) result_ = Processor::not_yet;
    folder_.prune();
}

Room Log::room() const {
    const auto size = static_cast<std::size_t>(size_);
    const auto soft = static_cast<std::size_t>(settings_.size - reach);
    return {soft - std::min(size, soft),
            static_cast<std::size_t>(settings_.size) - std::min(size, soft + reach)};
}

bool Log::is_full(bool in_line) const {
    return size_ >= (in_line ? settings_.size : settings_.size - reach);
}

void Log::take(const Share& share) {
    size_before_ = size_;
    std::copy(share.pieces.begin(), share.pieces.end(), pieces_.begin());
    left_ = {pieces_.data(), share.pieces.size()};
}

bool Log::flush(const base::Moment& now) {
    while (!left_.empty() && !writing_.pauses(now.steady)) {
        const auto count =
            ::writev(current_.number(), left_.data(), static_cast<int>(left_.size()));
        if (count == -1 && errno == EINTR) continue;
        if (count == -1) {
            failed(writing_, {"write to", files::current}, base::last_error(), now.steady);
            break;
        }
        writing_.over();
        size_ += static_cast<std::uint64_t>(count);
        left_ = past(left_, static_cast<std::size_t>(count));
    }
    return left_.empty();
}

void Log::take_back() {
    left_ = {};
    if (size_ == size_before_) return;
    if (::ftruncate(current_.number(), static_cast<off_t>(size_before_)) == 0)
        size_ = size_before_;
}

void Log::work(const base::Moment& now) {
    if (!current_) open(now);
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
            failed(finishing_, deed(*step), error, now.steady);
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
        if (!started) failed(finishing_, deed(Step::process), started.error(), now.steady);
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
    if (writing_.pauses(now.steady)) return false;
    const auto error = folder_.retire();
    if (error != none && error.number != ENOENT) {
        if (writing_.met(files::previous, error, now.steady, short_pause))
            report_.warn(error, "unable to rename current to previous in directory ",
                         settings_.directory, ", pausing");
        return false;
    }
    current_.close();
    rotate_ = false;
    unfinished_ = true;
    return true;
}

void Log::open(const base::Moment& now) {
    if (writing_.pauses(now.steady)) return;
    auto file = folder_.open_current();
    if (!file)
        return failed(writing_, {"create", files::current}, file.error(), now.steady);
    writing_.over();
    current_ = std::move(*file);
    size_ = 0;
}

void Log::failed(Trouble& trouble, Deed deed, base::Errno error, Time now) {
    if (trouble.met(deed.verb, error, now, short_pause))
        report_.warn(error, "unable to ", deed.verb, " ", settings_.directory, "/",
                     deed.file, ", pausing");
}

std::optional<Log::Time> Log::deadline() const {
    const auto one = writing_.until();
    const auto other = finishing_.until();
    if (!one || !other) return one ? one : other;
    return std::min(*one, *other);
}

void Log::close() {
    run_.kill();
    if (!current_) return;
    if (::fsync(current_.number()) == -1)
        return report_.warn(base::last_error(), "unable to sync ", settings_.directory, "/",
                            files::current);
    if (!unfinished_) ::fchmod(current_.number(), modes::done);
}

}  // namespace multilog
