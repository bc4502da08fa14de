#pragma once

// A few values in their order, at most so many, without allocating; what does not fit is
// left out. Pure.

#include <array>
#include <cstddef>
#include <initializer_list>
#include <utility>

namespace supervise {

template <class Value, std::size_t most>
class Few {
  public:
    Few() = default;
    Few(std::initializer_list<Value> values) {
        for (const auto& value : values) add(value);
    }

    void add(Value value) {
        if (size_ < most) values_[size_++] = value;
    }
    // Keeps those for which `good` is true, in their order.
    template <class Good>
    void keep(Good good) {
        const auto all = std::exchange(*this, {});
        for (const auto& value : all)
            if (good(value)) add(value);
    }
    bool empty() const { return size_ == 0; }
    const Value* begin() const { return values_.data(); }
    const Value* end() const { return values_.data() + size_; }
    friend bool operator==(const Few&, const Few&) = default;

  private:
    std::array<Value, most> values_{};
    std::size_t size_ = 0;
};

}  // namespace supervise
