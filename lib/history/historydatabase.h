// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historytypes.h"
#include "storage/database.h"
#include "storage/fieldcipher.h"

#include <atomic>

namespace linterna {

//! The work behind HistoryStore, which says what each call does: here it is done at once, on the thread that calls.
//! But for isOpen(), open() and the two that take a file, a call needs an open record (asserts).
class HistoryDatabase
{
public:
    [[nodiscard]] bool isOpen() const { return m_record.has_value(); }
    [[nodiscard]] Result<Nothing> open(const HistoryLocation &location);
    [[nodiscard]] static Result<bool> holdsChecks(const QString &file);
    [[nodiscard]] static Result<QString> keepDamaged(const QString &file, const QDateTime &now);

    [[nodiscard]] Result<CheckOutcome> record(CheckOutcome outcome);
    [[nodiscard]] Result<HistoryPage> page(int limit, qint64 before) const;
    [[nodiscard]] Result<CheckOutcome> load(qint64 id) const;
    [[nodiscard]] Result<CheckOutcome> lastGood(const ReceiptNumber &receipt) const;
    //! `stop` is looked at before each row; the visit then ends in Cancelled.
    [[nodiscard]] Result<qint64> visit(HistoryVisitor &visitor, const std::atomic_bool &stop) const;

private:
    struct Record {
        std::shared_ptr<Database> database;
        FieldCipher cipher;
    };
    //! The newest good answer that can be read, with an id below `before`.
    [[nodiscard]] Result<std::optional<CheckOutcome>> newestGood(const ReceiptNumber &receipt, qint64 before) const;
    //! Fills in what was known before the check.
    [[nodiscard]] std::optional<Error> addPrevious(CheckOutcome &outcome, qint64 before) const;

    std::optional<Record> m_record;
};

} // namespace linterna
