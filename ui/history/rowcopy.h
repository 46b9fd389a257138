// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/listcolumns.h"

class QMimeData;

namespace linterna {

class HistoryModel;

//! Rows as a table with headings, for the clipboard: text with tabs between the cells, and an HTML table, which is what
//! spreadsheets and mail programs take. Holds the columns that are shown, and what the first two say in their second
//! lines, each thing once. No cell can become a formula (csv/csvwriter.h).
[[nodiscard]] QMimeData *copiedRows(const HistoryModel &model, const std::vector<int> &rows);

//! The columns of which such a table consists.
[[nodiscard]] std::vector<ListColumn> copiedColumns(ListKind list, const std::vector<ListColumn> &shown);

} // namespace linterna
