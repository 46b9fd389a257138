// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "base/secret.h"
#include "domain/checkoutcome.h"
#include "domain/statuscategory.h"

#include <QThread>

#include <memory>
#include <vector>

namespace linterna {

//! One line of the history list: enough to paint it, decrypted.
struct HistoryRow {
    qint64 id = 0;
    //! Empty where the row could not be decrypted (wrong key, damaged): `unreadable` is set then.
    std::optional<ReceiptNumber> receipt;
    QDateTime checkedAt; //!< UTC
    QString connection;
    QString formType;
    BilingualText title; //!< As sent: show through safeTitle().
    //! Empty for a good answer.
    std::optional<ErrorCode> error;
    Change change = Change::None;
    StatusCategory category = StatusCategory::Other;
    bool unreadable = false;
};

//! A page of the list, newest first, and how many rows there are in all.
struct HistoryPage {
    std::vector<HistoryRow> rows;
    qint64 total = 0;
};

//! Where the record is kept and with which key.
struct HistoryLocation {
    //! Database file; its folder is made when missing. Empty: memory, for this run only.
    QString file;
    //! 32 bytes. Never empty.
    Secret dataKey;
};

//! Sees every check in turn, on the store's thread, away from the window's.
class HistoryVisitor
{
public:
    HistoryVisitor() = default;
    virtual ~HistoryVisitor() = default;
    Q_DISABLE_COPY_MOVE(HistoryVisitor)
    //! Before the first row. An Error ends the visit, here and below.
    [[nodiscard]] virtual std::optional<Error> begin() = 0;
    //! One check. `outcome` is empty where the row cannot be read with this key.
    [[nodiscard]] virtual std::optional<Error> row(qint64 id, const std::optional<CheckOutcome> &outcome) = 0;
    //! After the last row.
    [[nodiscard]] virtual std::optional<Error> end() = 0;
};

//! The record: every check that was made, answers and errors alike, appended and never rewritten, encrypted at rest.
//! Owns a thread and the database on it; no call waits. Jobs end in the order in which they were asked for.
//!
//! Errors: Storage (disk full, read-only, damaged, newer than this program; detail says which), Cancelled.
class HistoryStore : public QObject
{
    Q_OBJECT
public:
    explicit HistoryStore(QObject *parent = nullptr);
    //! Finishes what was asked for, then closes the database and ends the thread.
    ~HistoryStore() override;

    //! Opens (or creates) the record. Before it has succeeded every other call ends in Storage.
    //! Opening a file whose schema is newer, or which cannot be read with this key, fails and changes nothing in it.
    [[nodiscard]] JobOf<Nothing> *open(HistoryLocation location);

    //! Compares with the last good answer, stores, and gives the outcome back with id, change and previous filled in.
    [[nodiscard]] JobOf<CheckOutcome> *record(CheckOutcome outcome);
    //! The newest rows, at most `limit` (capped at 2,000), with id below `before` where that is not 0.
    [[nodiscard]] JobOf<HistoryPage> *page(int limit, qint64 before = 0);
    //! One check, whole.
    [[nodiscard]] JobOf<CheckOutcome> *load(qint64 id);
    //! The last good answer for a receipt number; an outcome with id 0 and ErrorCode::NotRecognized when there is none.
    [[nodiscard]] JobOf<CheckOutcome> *lastGood(const ReceiptNumber &receipt);
    //! Shows every check, oldest first, to the visitor, and gives their number. Memory stays flat.
    [[nodiscard]] JobOf<qint64> *visit(std::shared_ptr<HistoryVisitor> visitor);

    //! Requests sent on a day ("2026-11-22" in the quota's time zone), for the pacer's count; survives restarts.
    [[nodiscard]] JobOf<int> *requestsOn(const QString &connection, const QString &day);
    [[nodiscard]] JobOf<Nothing> *addRequest(const QString &connection, const QString &day);

signals:
    //! A check was recorded; views reload their page.
    void recorded(qint64 id);

private:
    class Worker;
    QThread m_thread;
    Worker *m_worker;
};

} // namespace linterna
