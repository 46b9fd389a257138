// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <string_view>

namespace linterna {

//! `text` as it is searched: without letter case, accents and compatibility forms ("García" is "garcia", "№" is "no"),
//! white space collapsed to single spaces. UTF-8. A cedilla, a tilde and a ring count as accents.
[[nodiscard]] QByteArray searchable(const QString &text);

//! The words of what a person typed into a search box, each searchable(): what stands between quotation marks
//! (straight, curly or angular) is one. An opening one that is never closed counts as closed at the end.
[[nodiscard]] QByteArrayList searchWords(const QString &typed);

//! Whether `word` stands in `text`. Several times as fast as QByteArrayView::contains() in short texts (measured).
[[nodiscard]] inline bool isWithin(QByteArrayView word, QByteArrayView text)
{
    const auto plain = [](QByteArrayView view) { return std::string_view(view.data(), std::size_t(view.size())); };
    return plain(text).find(plain(word)) != std::string_view::npos;
}

} // namespace linterna
