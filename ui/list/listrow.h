// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/listkind.h"
#include "lib/record/listquery.h"

namespace linterna {

//! A row of either list, with what both show, so that one table serves for both.
struct ListRow : ListRowBase {
    qint64 check = 0; //!< Id of the check that is shown when the row is chosen: a case's last one. 0: there is none.
    //! When the good answer arrived from which form, title and category are taken; empty where there is none.
    std::optional<QDateTime> confirmedAt = {};
    std::optional<QDateTime> changedAt = {};
    QString connection = {};           //!< Checks only: name of the connection used.
    int httpStatus = 0;                //!< Checks only; 0 where there was no reply.
    AskedBy askedBy = AskedBy::Person; //!< Checks only.
};

//! A page of either list.
struct ListRows {
    ListKind list = ListKind::Cases;
    std::vector<ListRow> rows = {};
    qint64 size = 0; //!< Number of rows of the whole page, of which `rows` may be only the first.
    qint64 skipped = 0;
    qint64 total = 0;
    bool complete = true;
    qint64 version = 0;
};

[[nodiscard]] ListRows listRows(const CasePage &page);
[[nodiscard]] ListRows listRows(const CheckPage &page);

//! What a person wants to see: which list, filtered how, in which order.
struct ListWish {
    ListKind list = ListKind::Cases;
    ListCriteria criteria = {};

    bool operator==(const ListWish &) const = default;
};

//! Rows that a person has selected, in the order of the list.
struct ListSelection {
    ListKind list = ListKind::Cases;
    std::vector<qint64> ids = {};
    std::vector<qint64> checks = {};          //!< Ids of the checks; where the rows are cases, of their last checks.
    std::vector<ReceiptNumber> receipts = {}; //!< Receipt numbers, each once; without rows that cannot be read.
    QString client = {};                      //!< Client of all these rows; empty where they differ.
};

} // namespace linterna
