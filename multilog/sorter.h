#pragma once

// Decides what of the input goes where. A batch is as many lines of a block as can be taken
// in one go: it ends where a log becomes full, so that the log can be rotated there. Each
// log gets a list of pieces, views of the block itself where lines pass as they are, of a
// buffer in here where labels are put in; neighbours are one piece. Alerts and status lines
// come along. All of it is good until the next batch.
//
// A log is full after a newline once it has `soft` bytes more, or in any case with `hard`
// more. A line is judged by its first `head_size` bytes; the rest of it follows wherever
// the first part went, in batches as they come. Nothing allocates after the making. Pure.

#include <sys/uio.h>

#include <array>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "multilog/script.h"

namespace multilog {

struct Room {
    std::size_t soft;
    std::size_t hard;
};

struct Share {
    std::vector<iovec> pieces;
    std::size_t size = 0;  // of all pieces together
};

// Whether a line whose end has not come may be taken in parts.
enum class Unended { waits, is_cut };

class Sorter {
  public:
    static constexpr std::size_t most_pieces = 512;
    static constexpr std::size_t formatted_size = 128 * 1024;
    static constexpr std::size_t alert_size = 200;

    explicit Sorter(const Script& script);

    // Makes the next batch and returns how many bytes of `input` it takes: 0 when there is
    // no line in it. `label` goes before each line that begins; there is a room for each
    // log, in the script's order, with `hard` above 0, and above any label and prefix
    // unless a line is under way.
    std::size_t sort(std::string_view input, Unended unended, std::string_view label,
                     std::span<const Room> rooms);

    // Whether the last batch ended inside a line.
    bool in_line() const { return in_line_; }

    const Share& share(std::size_t log) const { return shares_[log]; }
    std::string_view alerts() const { return {alerts_.data(), alerts_.size()}; }

    // The last line for a status file, cut to `head_size`; nothing where there was none.
    const std::optional<std::string_view>& status(std::size_t file) const {
        return statuses_[file];
    }

  private:
    void clear();
    std::size_t pass_as_it_is(std::size_t end);
    void label_lines();
    bool take_line();
    std::string_view begin_line(std::string_view piece);
    void decide(std::string_view head);
    void alert(std::string_view head);
    std::size_t most() const;
    void hand_out(std::string_view text);

    const Script& script_;
    bool all_to_all_;  // every line goes to every log, and nothing else is asked for
    bool in_line_ = false;
    bool full_ = false;

    std::string_view input_;
    std::string_view label_;
    std::array<char, 32> padded_{};  // the label again, to be copied as a whole
    std::span<const Room> rooms_;
    Unended unended_ = Unended::waits;
    std::size_t used_ = 0;

    std::vector<char> chosen_;  // by log: whether it gets the line under way
    std::vector<Share> shares_;
    std::vector<std::optional<std::string_view>> statuses_;
    std::vector<char> alerts_;
    std::unique_ptr<char[]> formatted_;
    std::size_t formatted_used_ = 0;
};

}  // namespace multilog
