#include "multilog/input.h"

#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "base/fd.h"

namespace multilog {

Input::Input(int from) : from_(from), buffer_(new char[size + 1]) {}

void Input::make_room() {
    if (begin_ == 0) return;
    std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
}

void Input::fill(std::size_t most) {
    make_room();
    const auto got = base::read(from_, {buffer_.get() + end_, std::min(most, size - end_)});
    if (got) end_ += *got;
    ended_ = got ? *got == 0 : got.error().number != EAGAIN;
}

void Input::end_line() { buffer_[end_++] = '\n'; }

void Input::give_back() {
    if (begin_ == end_) return;
    ::lseek(from_, -static_cast<off_t>(end_ - begin_), SEEK_CUR);
    begin_ = end_;
}

}  // namespace multilog
