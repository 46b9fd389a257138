// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace linterna {

//! A value where it stands in a JSON text, read only when it is asked for. A reply has a dozen fields of interest, and
//! QJsonDocument, which unpacks all of it letter by letter, took two thirds of the time that reading a reply took.
//!
//! The text must be strict JSON (isStrictJson()) and well-formed UTF-8 (jsonText()), and outlive the slice.
class JsonView
{
public:
    struct Member;

    //! No value at all.
    JsonView() = default;
    //! The value that a whole text is.
    [[nodiscard]] static JsonView of(QByteArrayView text);

    [[nodiscard]] bool isObject() const { return m_text.startsWith('{'); }
    //! The text in a string, escapes undone (half of a surrogate pair stays one). Empty for everything else.
    [[nodiscard]] QString toString() const;
    //! Whether it is a string of just that text.
    [[nodiscard]] bool isText(QLatin1StringView text) const;
    //! Members of an object, in their order; none for everything else.
    [[nodiscard]] std::vector<Member> members() const;
    //! As members(), and in the same walk the members of the object with that name (as valueOf() finds it) into
    //! `inside`.
    [[nodiscard]] std::vector<Member> members(QLatin1StringView name, std::vector<Member> &inside) const;
    //! Elements of an array, in their order; none for everything else.
    [[nodiscard]] std::vector<JsonView> elements() const;

private:
    //! `value`: without space around it.
    explicit JsonView(QByteArrayView value) : m_text(value) {}
    QByteArrayView m_text;
};

struct JsonView::Member {
    JsonView key; //!< a string
    JsonView value;
};

//! The value of the member with that name; of several the last one. No value where there is none.
[[nodiscard]] JsonView valueOf(const std::vector<JsonView::Member> &members, QLatin1StringView name);

} // namespace linterna
