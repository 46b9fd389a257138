// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

namespace linterna {

//! `text` as it is searched: without letter case, accents and compatibility forms ("García" is "garcia", "№" is "no"),
//! white space collapsed to single spaces. UTF-8. A cedilla, a tilde and a ring count as accents.
[[nodiscard]] QByteArray searchable(const QString &text);

//! The words of what a person typed into a search box, each searchable(): what stands between quotation marks (straight,
//! curly or angular) is one. An opening one that is never closed counts as closed at the end.
[[nodiscard]] QByteArrayList searchWords(const QString &typed);

} // namespace linterna
