#include "multilog/current.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <climits>

#include "multilog/directory.h"

namespace multilog {
namespace {

static_assert(Sorter::most_pieces <= IOV_MAX);

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

void Current::begin(base::Fd file, Time begun) {
    file_ = std::move(file);
    struct stat about;
    size_ = ::fstat(file_.number(), &about) == 0 ? static_cast<std::uint64_t>(about.st_size)
                                                 : 0;
    size_before_ = size_;
    begun_.reset();
    if (size_ > 0) begun_ = begun;
    unsafe_.reset();
}

base::Fd Current::release() {
    size_ = size_before_ = 0;
    begun_.reset();
    unsafe_.reset();
    return std::move(file_);
}

void Current::take(const Share& share) {
    size_before_ = size_;
    std::copy(share.pieces.begin(), share.pieces.end(), pieces_.begin());
    left_ = {pieces_.data(), share.pieces.size()};
}

void Current::wrote(std::size_t count, Time now) {
    size_ += count;
    if (!begun_) begun_ = now;
    if (!unsafe_) unsafe_ = now;
}

base::Errno Current::write(Time now) {
    while (!left_.empty()) {
        const auto count =
            ::writev(file_.number(), left_.data(), static_cast<int>(left_.size()));
        if (count == -1 && errno == EINTR) continue;
        if (count == -1) return base::last_error();
        wrote(static_cast<std::size_t>(count), now);
        left_ = past(left_, static_cast<std::size_t>(count));
    }
    return {};
}

void Current::take_back() {
    left_ = {};
    if (size_ == size_before_) return;
    if (::ftruncate(file_.number(), static_cast<off_t>(size_before_)) == 0)
        size_ = size_before_;
}

base::Errno Current::append(int from, std::uint64_t& offset, Time now) {
    char block[16 * 1024];
    for (;;) {
        const auto got = ::pread(from, block, sizeof block, static_cast<off_t>(offset));
        if (got == -1) return base::last_error();
        if (got == 0) return {};
        const auto put =
            base::write(file_.number(), {block, static_cast<std::size_t>(got)});
        if (!put) return put.error();
        wrote(*put, now);
        size_before_ = size_;
        offset += *put;
    }
}

bool Current::is_gone() const {
    struct stat about;
    return ::fstat(file_.number(), &about) == 0 && about.st_nlink == 0;
}

base::Errno Current::make_safe() {
    if (::fdatasync(file_.number()) == -1) return base::last_error();
    unsafe_.reset();
    return {};
}

base::Errno Current::close(bool in_good_order) {
    if (::fsync(file_.number()) == -1) return base::last_error();
    if (in_good_order && ::fchmod(file_.number(), modes::done) == -1)
        return base::last_error();
    release();
    return {};
}

}  // namespace multilog
