// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listcolumns.h"

class QMimeData;

namespace linterna {

class ListModel;

//! Rows as a table with headings, for the clipboard: text with tabs between the cells, and an HTML table, which is what
//! spreadsheets and mail programs take. Holds the columns that are shown, and as columns of their own what the first
//! two say in their second lines, each once. No cell can become a formula (lib/tables/csvwriter.h).
[[nodiscard]] QMimeData *copiedRows(const ListModel &model, const std::vector<int> &rows);

//! The columns of the table that copiedRows() makes, where `shown` are the columns in view.
[[nodiscard]] std::vector<ListColumn> copiedColumns(ListKind list, const std::vector<ListColumn> &shown);

} // namespace linterna
