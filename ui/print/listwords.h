// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/checkrow.h"

#include <QStringList>

#include <variant>
#include <vector>

namespace linterna {

//! Content of the paper about a list: its rows as they are shown.
struct ListPaper {
    std::variant<std::vector<CaseRow>, std::vector<CheckRow>> rows;
    //! Number of all rows that match, of which `rows` may be a part.
    qint64 total = 0;
    //! When the list was read, UTC.
    QDateTime at = {};
    //! Language of the paper: "en" or "es".
    QString language = QStringLiteral("en");
    //! Whether receipt numbers are printed as EAC••••••3402, and no names.
    bool masked = false;
    bool practice = false;

    [[nodiscard]] int count() const;
    //! Whether the table has a column of clients: some row names one, and names are not masked.
    [[nodiscard]] bool hasNames() const;
};

//! A column of the table.
struct SheetColumn {
    QString heading;
    //! Whether texts may wrap where there is little room.
    bool wraps = false;
    bool isReceipt = false;
};

//! All texts of a paper about a list except its rows.
struct ListWords {
    QString practice;
    QString title;
    //! How many rows of how many these are, and when the list was read.
    QString range;
    std::vector<SheetColumn> columns;
    QString closing;
    QString foot;
};

//! Texts of a paper, in its own language, whatever the program's is.
[[nodiscard]] ListWords listWordsOf(const ListPaper &paper);
//! Texts of a row, one for each column; `names`: hasNames(). Must be called inside a LanguageScope of the paper's
//! language.
[[nodiscard]] QStringList listCells(const ListPaper &paper, int row, bool names);

} // namespace linterna
