// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/error.h"

#include <utility>
#include <variant>

namespace linterna {

//! Stands for "done" where there is no value to give.
struct Nothing {
    bool operator==(const Nothing &) const = default;
};

//! A value, or the Error that stands in its place. Reading the wrong one is a programming error (asserts).
template<class T>
class [[nodiscard]] Result
{
public:
    using Value = T;

    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T &value() const { return get<0>(); }
    [[nodiscard]] const Error &error() const { return get<1>(); }
    const T &operator*() const & { return get<0>(); }
    T &operator*() & { return get<0>(); }
    T &&operator*() && { return std::move(get<0>()); }
    const T *operator->() const { return &get<0>(); }
    T *operator->() { return &get<0>(); }

private:
    template<std::size_t I>
    const auto &get() const
    {
        Q_ASSERT(m_content.index() == I);
        return *std::get_if<I>(&m_content);
    }
    template<std::size_t I>
    auto &get()
    {
        Q_ASSERT(m_content.index() == I);
        return *std::get_if<I>(&m_content);
    }
    std::variant<T, Error> m_content;
};

//! A stable, untranslated word for how something ended, for files and the database: "ok", or errorCodeName().
template<class T>
[[nodiscard]] QString outcomeName(const Result<T> &result)
{
    return result ? QStringLiteral("ok") : errorCodeName(result.error().code);
}

} // namespace linterna
