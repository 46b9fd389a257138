// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historyquery.h"

namespace linterna {

//! The two lists of the record that stand in one place.
enum class ListKind {
    Cases,  //!< One line a receipt number.
    Checks, //!< One line each time that it was asked.
};

//! A line of either list: what both show alike, so that one table serves them.
struct ListRow {
    qint64 id = 0;    //!< Of the case or the check.
    qint64 check = 0; //!< The check that choosing the line shows; of a case, its last one. 0: there is none.
    std::optional<ReceiptNumber> receipt = {};
    CaseDetails details = {};
    QString formType = {};
    BilingualText title = {}; //!< As sent: show through safeTitle().
    StatusCategory category = StatusCategory::Other;
    std::optional<ErrorCode> error = {}; //!< Why the (last) check got no answer.
    Change change = Change::None;
    std::optional<QDateTime> changedAt = {};
    //! When the good answer came that form, title and category stand in; empty where there is none.
    std::optional<QDateTime> confirmedAt = {};
    QDateTime checkedAt = {};
    QString connection = {};           //!< Of a check.
    int httpStatus = 0;                //!< Of a check; 0 where there was no reply.
    AskedBy askedBy = AskedBy::Person; //!< Of a check.
    bool unreadable = false;
};

//! A page of either list.
struct ListRows {
    ListKind list = ListKind::Cases;
    std::vector<ListRow> rows = {};
    qint64 size = 0; //!< Of the whole page: there may be more to come than these rows.
    qint64 skipped = 0;
    qint64 total = 0;
    bool complete = true;
    qint64 version = 0;
};

[[nodiscard]] ListRows listRows(const CasePage &page);
[[nodiscard]] ListRows listRows(const CheckPage &page);

//! What a person wants to see: which list, what of it, in which order.
struct ListWish {
    ListKind list = ListKind::Cases;
    HistoryFilter filter = {};
    HistorySort sort = HistorySort::Newest;
    bool reversed = false;

    bool operator==(const ListWish &) const = default;
};

//! Rows that a person has selected, in the order of the list.
struct ChosenRows {
    ListKind list = ListKind::Cases;
    std::vector<qint64> ids = {};
    std::vector<qint64> checks = {};          //!< Of cases, their last ones.
    std::vector<ReceiptNumber> receipts = {}; //!< Each once; without those that cannot be read.
    QString client = {};                      //!< Of all of them alike; else empty.
};

} // namespace linterna
