// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historydatabase.h"

#include "history/changedetector.h"
#include "history/checkrow.h"
#include "history/historyschema.h"
#include "storage/databasefile.h"
#include "storage/transaction.h"

#include <QFileInfo>

#include <algorithm>
#include <limits>

namespace linterna {

using namespace Qt::Literals::StringLiterals;
using State = DatabaseLook::State;

namespace {

constexpr qint64 afterAll = std::numeric_limits<qint64>::max();
constexpr int largestPage = 2000;

//! A look at the file; a creation that was cut short is mended first.
DatabaseLook lookBeforeWriting(const QString &file)
{
    DatabaseLook look = lookAtDatabase(file, historySchema());
    if (look.state == State::Interrupted) {
        const auto database = Database::open(file, Database::Access::Write);
        if (database)
            (void)(*database)->execute(u"SELECT count(*) FROM sqlite_schema"_s); // reading plays the journal back
        look = lookAtDatabase(file, historySchema());
    }
    if (look.state == State::Interrupted)
        look.error =
            Error{.code = ErrorCode::Storage, .detail = u"%1: read-only, with a journal to be played back"_s.arg(file)};
    return look;
}

//! Whether the checks in the file, if there are any, were written with this key.
std::optional<Error> tryKey(const Database &database, const QString &file, const QString &keyId)
{
    Rows rows = database.query(
        u"SELECT EXISTS (SELECT 1 FROM checks WHERE key_id = ?) OR NOT EXISTS (SELECT 1 FROM checks)"_s, {keyId});
    const bool fits = rows.next() && rows.integer(0) == 1;
    if (rows.error() || fits)
        return rows.error();
    return Error{.code = ErrorCode::NotConfigured, .detail = u"%1: written with another key"_s.arg(file)};
}

std::optional<Error> prepareFile(const QString &file, const QString &keyId)
{
    const DatabaseLook look = lookBeforeWriting(file);
    if (look.error)
        return look.error;
    if (look.database) {
        if (auto error = tryKey(*look.database, file, keyId))
            return error;
    }
    return makePrivateFile(file);
}

} // namespace

Result<Nothing> HistoryDatabase::open(const HistoryLocation &location)
{
    m_record.reset();
    if (location.dataKey.view().size() != FieldCipher::KeyBytes)
        return Error{.code = ErrorCode::Invalid, .detail = u"the data key of the record is not 32 bytes"_s};
    FieldCipher cipher(location.dataKey);
    if (!location.file.isEmpty()) {
        if (auto error = prepareFile(location.file, cipher.keyId()))
            return *error;
    }
    const auto database = Database::open(location.file, Database::Access::Write);
    if (!database)
        return database.error();
    if (auto error = (*database)->prepareForWriting())
        return *error;
    if (auto error = migrate(**database, historySchema()))
        return *error;
    m_record.emplace(Record{*database, std::move(cipher)});
    return Nothing{};
}

Result<bool> HistoryDatabase::holdsChecks(const QString &file)
{
    const DatabaseLook look = lookAtDatabase(file, historySchema());
    if (look.error)
        return *look.error;
    if (!look.database)
        return false;
    Rows rows = look.database->query(u"SELECT EXISTS (SELECT 1 FROM checks)"_s);
    const bool any = rows.next() && rows.integer(0) == 1;
    if (rows.error())
        return *rows.error();
    return any;
}

Result<QString> HistoryDatabase::keepDamaged(const QString &file, const QDateTime &now)
{
    if (lookAtDatabase(file, historySchema()).state != State::Damaged)
        return QString();
    return keepDamagedFile(file, now);
}

Result<std::optional<CheckOutcome>> HistoryDatabase::newestGood(const ReceiptNumber &receipt, qint64 before) const
{
    Rows rows = m_record->database->query(
        u"SELECT %1 FROM checks WHERE receipt_hash = ? AND outcome = 'ok' AND id < ? ORDER BY id DESC"_s.arg(
            outcomeColumns()),
        {receiptHash(receipt, m_record->cipher), before});
    while (rows.next()) {
        if (auto outcome = readOutcome(rows, m_record->cipher))
            return outcome;
    }
    if (rows.error())
        return *rows.error();
    return std::optional<CheckOutcome>();
}

std::optional<Error> HistoryDatabase::addPrevious(CheckOutcome &outcome, qint64 before) const
{
    const auto good = newestGood(outcome.receipt, before);
    if (!good)
        return good.error();
    outcome.previous = *good ? std::optional((*good)->result.value()) : std::nullopt;
    outcome.previousAt = *good ? std::optional((*good)->checkedAt) : std::nullopt;
    return {};
}

Result<CheckOutcome> HistoryDatabase::record(CheckOutcome outcome)
{
    if (!outcome.checkedAt.isValid())
        return Error{.code = ErrorCode::Invalid, .detail = u"a check without a time"_s};
    Transaction transaction(*m_record->database);
    if (transaction.error())
        return *transaction.error();
    if (auto error = addPrevious(outcome, afterAll))
        return *error;
    outcome.change = outcome.result ? detectChange(outcome.previous, *outcome.result) : Change::None;
    const Result<qint64> id = insertOutcome(*m_record->database, m_record->cipher, outcome);
    if (!id)
        return id.error();
    if (auto error = transaction.commit())
        return *error;
    outcome.id = *id;
    return outcome;
}

Result<HistoryPage> HistoryDatabase::page(int limit, qint64 before) const
{
    HistoryPage page;
    Rows count = m_record->database->query(u"SELECT count(*) FROM checks"_s);
    page.total = count.next() ? count.integer(0) : 0;
    Rows rows =
        m_record->database->query(u"SELECT %1 FROM checks WHERE id < ? ORDER BY id DESC LIMIT ?"_s.arg(listColumns()),
                                  {before == 0 ? afterAll : before, std::clamp(limit, 0, largestPage)});
    while (rows.next())
        page.rows.push_back(readListRow(rows, m_record->cipher));
    if (count.error() || rows.error())
        return count.error() ? *count.error() : *rows.error();
    return page;
}

Result<CheckOutcome> HistoryDatabase::load(qint64 id) const
{
    Rows rows = m_record->database->query(u"SELECT %1 FROM checks WHERE id = ?"_s.arg(outcomeColumns()), {id});
    if (!rows.next())
        return rows.error() ? *rows.error()
                            : Error{.code = ErrorCode::Storage, .detail = u"there is no check with this number"_s};
    std::optional<CheckOutcome> outcome = readOutcome(rows, m_record->cipher);
    if (!outcome)
        return Error{.code = ErrorCode::Unreadable, .detail = u"the check cannot be decrypted"_s};
    if (auto error = addPrevious(*outcome, id))
        return *error;
    return *outcome;
}

Result<CheckOutcome> HistoryDatabase::lastGood(const ReceiptNumber &receipt) const
{
    const auto good = newestGood(receipt, afterAll);
    if (!good)
        return good.error();
    return *good ? **good : CheckOutcome{.receipt = receipt, .result = Error{.code = ErrorCode::NotRecognized}};
}

Result<qint64> HistoryDatabase::visit(HistoryVisitor &visitor, const std::atomic_bool &stop) const
{
    if (auto error = visitor.begin())
        return *error;
    qint64 seen = 0;
    Rows rows = m_record->database->query(u"SELECT %1 FROM checks ORDER BY id"_s.arg(outcomeColumns()));
    for (; rows.next(); ++seen) {
        if (stop)
            return Error{.code = ErrorCode::Cancelled};
        if (auto error = visitor.row(readListRow(rows, m_record->cipher), readOutcome(rows, m_record->cipher)))
            return *error;
    }
    if (rows.error())
        return *rows.error();
    if (auto error = visitor.end())
        return *error;
    return seen;
}

} // namespace linterna
