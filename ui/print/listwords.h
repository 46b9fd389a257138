// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historytypes.h"

#include <QStringList>

#include <variant>
#include <vector>

namespace linterna {

//! The lines of a list as they are shown, to be put on paper.
struct ListPaper {
    std::variant<std::vector<CaseRow>, std::vector<HistoryRow>> rows;
    //! Lines that match in all, of which these are a part.
    qint64 total = 0;
    //! When the list was read, UTC.
    QDateTime at = {};
    //! "en" or "es".
    QString language = QStringLiteral("en");
    //! Receipt numbers as EAC••••••3402, and no names.
    bool masked = false;
    bool practice = false;

    [[nodiscard]] int count() const;
    //! Whether there is a column of clients: none where nobody is named.
    [[nodiscard]] bool hasNames() const;
};

//! A column: what stands above it, and how it behaves.
struct SheetColumn {
    QString heading;
    //! May be broken into lines where there is little room; the others never are.
    bool wraps = false;
    bool isReceipt = false;
};

//! Everything that such a paper says, but for the lines.
struct ListWords {
    QString practice;
    QString title;
    //! How many lines these are of how many, and when that was.
    QString range;
    std::vector<SheetColumn> columns;
    QString closing;
    QString foot;
};

//! In the paper's language, whatever the program's is.
[[nodiscard]] ListWords listWordsOf(const ListPaper &paper);
//! What stands in a line, one text for each column; `names`: hasNames(). Call it inside a LanguageScope of the paper's language.
[[nodiscard]] QStringList listCells(const ListPaper &paper, int row, bool names);

} // namespace linterna
