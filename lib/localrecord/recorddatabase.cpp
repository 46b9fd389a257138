// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/recorddatabase.h"

#include "lib/base/log.h"
#include "lib/localrecord/olderrecord.h"
#include "lib/localrecord/recordschema.h"
#include "lib/localrecord/softdeletion.h"
#include "lib/localrecord/wrappedkey.h"
#include "lib/record/changedetector.h"
#include "lib/record/deletionrules.h"
#include "lib/sqlite/databasefile.h"
#include "lib/sqlite/schemacheck.h"
#include "lib/sqlite/transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <limits>

namespace linterna {

using namespace Qt::Literals::StringLiterals;
using State = DatabaseLook::State;

namespace {

constexpr qint64 afterAll = std::numeric_limits<qint64>::max();

//! Looks at the file; where its creation was cut short, that is mended first.
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
std::optional<Error> tryKey(const Database &database, const QString &file, const Secret &kept)
{
    const auto key = keyOfRecord(database, kept);
    if (!key)
        return key.error();
    const auto fits = keyFits(database, FieldCipher(*key));
    if (!fits)
        return fits.error();
    if (*fits)
        return {};
    return Error{.code = ErrorCode::NotConfigured, .detail = u"%1: written with another key"_s.arg(file)};
}

std::optional<Error> prepareFile(const QString &file, const Secret &kept)
{
    const DatabaseLook look = lookBeforeWriting(file);
    if (look.error)
        return look.error;
    if (look.database) {
        if (auto error = tryKey(*look.database, file, kept))
            return error;
    }
    return makePrivateFile(file);
}

} // namespace

void RecordDatabase::Record::startAnew()
{
    tables.forget();
    inMemory = std::make_unique<InMemory>(tables);
}

void RecordDatabase::recover()
{
    if (m_record)
        m_record->startAnew();
    m_journal.noteEverything();
}

Result<Nothing> RecordDatabase::open(const RecordLocation &location)
{
    m_record.reset();
    if (location.dataKey.view().size() != FieldCipher::KeyBytes)
        return Error{.code = ErrorCode::Invalid, .detail = u"the data key of the record is not 32 bytes"_s};
    if (!location.file.isEmpty()) {
        if (auto error = prepareFile(location.file, location.dataKey))
            return *error;
        Scratch::sweep(location.file);
    }
    const auto database = Database::open(location.file, Database::Access::Write);
    if (!database)
        return database.error();
    if (auto error = (*database)->prepareForWriting())
        return *error;
    if (auto error = migrate(**database, historySchema()))
        return *error;
    if (auto error = refuseForeignSchema(**database, historySchema(), location.file))
        return *error;
    const auto key = keyOfRecord(**database, location.dataKey);
    if (!key)
        return key.error();
    auto record = std::make_unique<Record>(*database, *key);
    if (auto error = takeInOlderChecks(record->tables))
        return *error;
    m_record = std::move(record);
    m_location = location;
    ++m_opening;
    m_journal.noteEverything();
    if (auto error = noticeOthers()) {
        m_record.reset();
        return *error;
    }
    if (auto error = showWhatNobodyDeleted())
        qCWarning(lcStorage).noquote() << "deletions could not be looked at:" << error->detail;
    // Nothing of what was deleted is shown, whether it is out of the file or not: on a full disk all else can be read.
    if (DeletionRules::refusal(location.file, location.role))
        return Nothing{};
    if (const auto purged = purgeDeleted(); !purged)
        qCWarning(lcStorage).noquote() << "what was deleted is still in the file:" << purged.error().detail;
    return Nothing{};
}

Result<bool> RecordDatabase::holdsChecks(const QString &file)
{
    const DatabaseLook look = lookAtDatabase(file, historySchema());
    if (look.error)
        return *look.error;
    if (!look.database)
        return false;
    return hasAnyCheck(*look.database);
}

Result<QString> RecordDatabase::keepDamaged(const QString &file, const QDateTime &now)
{
    if (lookAtDatabase(file, historySchema()).state != State::Damaged)
        return QString();
    return keepDamagedFile(file, now);
}

Result<QString> RecordDatabase::keepLocked(const QString &file, const QString &keyFile, const QDateTime &now)
{
    auto kept = setFileAside(file, u"locked"_s, now);
    if (!kept || !QFile::exists(keyFile))
        return kept;
    QFile key(keyFile);
    const QFileInfo info(*kept);
    if (!key.rename(info.dir().filePath(info.completeBaseName() + ".key"_L1)))
        return Error{.code = ErrorCode::Storage,
                     .detail = u"%1: it could not be renamed: %2"_s.arg(keyFile, key.errorString())};
    return kept;
}

std::optional<Error> RecordDatabase::noticeOthers()
{
    Rows rows = database().query(u"PRAGMA data_version"_s);
    const qint64 version = rows.next() ? rows.integer(0) : 0;
    if (rows.error() || version == m_record->dataVersion)
        return rows.error();
    const bool first = m_record->dataVersion == 0;
    m_record->dataVersion = version;
    if (first)
        return {};
    m_record->startAnew();
    m_journal.noteEverything();
    return {};
}

Result<std::optional<CheckOutcome>> RecordDatabase::newestGood(const ReceiptNumber &receipt, qint64 upTo) const
{
    const auto kept = m_record->tables.cases.find(receipt);
    if (!kept)
        return kept.error();
    if (!*kept)
        return std::optional<CheckOutcome>();
    const auto good = m_record->tables.words.numberOf(u"ok"_s);
    if (!good)
        return good.error();
    // Checks whose outcome number stands for no word are read too: their seal tells which word it was.
    Rows rows = database().query(CheckTable::selectWhole()
                                     + u"WHERE checks.case_id = ? AND checks.id <= ? AND checks.removal = 0 AND"
                                       " (checks.outcome = ? OR checks.outcome NOT IN (SELECT id FROM words))"
                                       " ORDER BY checks.id DESC"_s,
                                 {(*kept)->id, upTo, *good});
    while (rows.next()) {
        auto outcome = m_record->tables.checks.readWhole(rows, receipt).outcome;
        if (outcome && outcome->result.ok())
            return outcome;
    }
    if (rows.error())
        return *rows.error();
    return std::optional<CheckOutcome>();
}

std::optional<Error> RecordDatabase::addPrevious(CheckOutcome &outcome, qint64 upTo) const
{
    const auto good = newestGood(outcome.receipt, upTo);
    if (!good)
        return good.error();
    outcome.previous = *good ? std::optional((*good)->result.value()) : std::nullopt;
    outcome.previousAt = *good ? std::optional((*good)->checkedAt) : std::nullopt;
    return {};
}

std::optional<Error> RecordDatabase::writeCheck(CheckOutcome &outcome)
{
    RecordTables &tables = m_record->tables;
    if (auto error = addPrevious(outcome, afterAll))
        return error;
    outcome.change = outcome.result ? detectChange(outcome.previous, *outcome.result) : Change::None;
    auto ofCase = tables.cases.findOrAdd(outcome.receipt);
    if (!ofCase)
        return ofCase.error();
    const Result<qint64> id = tables.checks.insert(outcome, *ofCase);
    if (!id)
        return id.error();
    outcome.id = *id;
    CaseEntry kept = *ofCase;
    const auto [smallest, largest] = std::minmax({kept.lastCheck, kept.lastGood, kept.lastChange});
    if (smallest < 0 || largest >= *id) // new ids are larger than all before: a stored one is damaged
        return softdeletion::findLastsOf(tables, kept.id);
    kept.noteCheck(*id, outcome.result.ok(), outcome.change);
    return tables.cases.writeLasts(kept);
}

Result<RecordChanges> RecordDatabase::changesAfter(qint64 number)
{
    if (auto error = noticeOthers())
        return *error;
    return m_journal.after(number);
}

Result<CheckOutcome> RecordDatabase::record(CheckOutcome outcome)
{
    if (!outcome.checkedAt.isValid())
        return Error{.code = ErrorCode::Invalid, .detail = u"a check without a time"_s};
    outcome.id = 0;
    Transaction transaction(database());
    if (transaction.error())
        return *transaction.error();
    auto error = noticeOthers();
    if (!error)
        error = writeCheck(outcome);
    if (!error)
        error = transaction.commit();
    if (error) {
        m_record->tables.forget();
        return *error;
    }
    m_journal.noteCheck(outcome.id);
    // An error of the index does not undo that the check is stored: the lists are read in anew.
    if (m_record->inMemory->reader.addCheck(outcome.id))
        m_record->startAnew();
    return outcome;
}

Result<CheckOutcome> RecordDatabase::load(qint64 id) const
{
    Rows rows = database().query(CheckTable::selectWhole() + u"WHERE checks.id = ?"_s, {id});
    if (!rows.next())
        return rows.error() ? *rows.error()
                            : Error{.code = ErrorCode::Storage, .detail = u"there is no check with this number"_s};
    std::optional<CheckOutcome> outcome = m_record->tables.checks.readWhole(rows).outcome;
    if (rows.error())
        return *rows.error();
    if (!outcome)
        return Error{.code = ErrorCode::Unreadable, .detail = u"the check cannot be decrypted"_s};
    if (auto error = addPrevious(*outcome, id - 1))
        return *error;
    return *outcome;
}

Result<CheckOutcome> RecordDatabase::lastGood(const ReceiptNumber &receipt) const
{
    const auto good = newestGood(receipt, afterAll);
    if (!good)
        return good.error();
    return *good ? **good : CheckOutcome{.receipt = receipt, .result = Error{.code = ErrorCode::NotRecognized}};
}

void RecordDatabase::putCasesRight()
{
    const std::vector<qint64> misplaced = m_record->inMemory->reader.takeMisplacedCases();
    if (misplaced.empty())
        return;
    Transaction transaction(database());
    std::optional<Error> error = transaction.error();
    for (const qint64 id : misplaced) {
        if (!error)
            error = m_record->tables.cases.putUnderItsHash(id);
    }
    if (!error)
        error = transaction.commit();
    if (error)
        qCWarning(lcStorage).noquote() << "cases are not found by their receipt number:" << error->detail;
}

} // namespace linterna
