// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/recordtables.h"

namespace linterna {

//! A check of a file of before there were events (schemas 1 to 5).
struct OlderCheck {
    qint64 id = 0;
    QByteArray uid = {};
    qint64 checkedAt = 0; //!< Milliseconds since 1970, as the row says.
    qint64 caseId = 0;    //!< 0 where the row names none (schemas 1 to 3).
    //! Where the answer is kept; its id is 0 where the row holds it itself (schemas 1 to 3).
    AnswerStore::Place answer = {};
    //! The whole check, uuid included. Empty where it cannot be read.
    std::optional<CheckOutcome> outcome = {};
    //! What the row of a check that cannot be read says in clear; `raw` is all of that row as an array of
    //! [column, value] in deterministic CBOR.
    QByteArray receiptHash = {};
    QString connection = {};
    QString askedBy = {};
    QString outcomeName = {};
    QString change = {};
    QString category = {};
    qint64 httpStatus = 0;
    QByteArray raw = {};
};

//! Reads checks of schemas 1 to 3 that still stand in `checks_before`, one row each with everything in it.
class WideChecks
{
public:
    explicit WideChecks(const RecordTables &tables);
    //! The next check, by its number; empty after the last.
    [[nodiscard]] Result<std::optional<OlderCheck>> next();

private:
    const RecordTables &m_tables;
    Rows m_rows;
};

//! Reads checks of schemas 4 and 5, which stand in `checks_5`: rows of numbers, each with a seal that vouches for them.
class SealedChecks
{
public:
    explicit SealedChecks(const RecordTables &tables);
    //! The next check, by its number; empty after the last.
    [[nodiscard]] Result<std::optional<OlderCheck>> next();

private:
    struct Vouched;
    [[nodiscard]] OlderCheck read();
    [[nodiscard]] bool sealHolds(const ReceiptNumber &receipt, Vouched row) const;

    const RecordTables &m_tables;
    Rows m_rows;
    //! How many more rows sealHolds() may try other words for: each takes some time.
    mutable int m_rowsToTry = 1000;
};

} // namespace linterna
