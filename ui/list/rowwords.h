// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listcolumns.h"

namespace linterna {

//! Texts of a row's first two columns, in the language shown: the delegate paints them and a screen reader says them.
struct RowWords {
    QString receipt;
    QString status; //!< Category, or why there was no answer.
    QString detail; //!< Notice of a change or failure; then client, form and title.
    QString when;
    bool changed = false;
};
[[nodiscard]] RowWords wordsOf(const ListRow &row, const QDateTime &now);

//! True where a row should say that its status is new: a check that brought a change; a case whose last good answer
//! brought a change, or that changed within the last week.
[[nodiscard]] bool isNews(const ListRow &row, const QDateTime &now);

//! Text of a column other than the first two, on one line; may be empty. `most`: number of characters at most.
[[nodiscard]] QString cellText(const ListRow &row, ListColumn column, ListKind list, const QDateTime &now,
                               qsizetype most = 300);
//! Title of the status in the language shown, else in the other one, as one line of plain text of at most `most`
//! characters.
[[nodiscard]] QString shownTitle(const ListRow &row, qsizetype most = 300);

} // namespace linterna
