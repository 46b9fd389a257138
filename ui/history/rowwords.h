// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/listcolumns.h"

namespace linterna {

//! What the delegate paints in the first two columns and a screen reader says of them, in the language shown.
struct RowWords {
    QString receipt;
    QString status; //!< Category, or why there was no answer.
    QString detail; //!< That something changed or failed; client, form and title.
    QString when;
    bool changed = false;
};
[[nodiscard]] RowWords wordsOf(const ListRow &row, const QDateTime &now);

//! True where a line should say that its status is new: a check that brought a change; a case whose last good answer
//! brought one, or that changed within the last week.
[[nodiscard]] bool isNews(const ListRow &row, const QDateTime &now);

//! What any other column says, on one line; empty where there is nothing to say. `most`: characters.
[[nodiscard]] QString cellText(const ListRow &row, ListColumn column, ListKind list, const QDateTime &now,
                               qsizetype most = 300);
//! The title in the language shown, else in the other one, as one line of plain text.
[[nodiscard]] QString shownTitle(const ListRow &row, qsizetype most = 300);

} // namespace linterna
