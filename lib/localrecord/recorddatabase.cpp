// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/recorddatabase.h"

#include "lib/base/log.h"
#include "lib/localrecord/recordlook.h"
#include "lib/localrecord/recordschema.h"
#include "lib/localrecord/rowids.h"
#include "lib/localrecord/softdeletion.h"
#include "lib/localrecord/wrappedkey.h"
#include "lib/record/deletionrules.h"
#include "lib/sqlite/databasefile.h"
#include "lib/sqlite/schemacheck.h"
#include "lib/sqlite/transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;
using State = DatabaseLook::State;

namespace {

//! Events of another program that are taken in one by one; for more of them all is read in anew.
constexpr int mostFollowed = 10'000;

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
    ++timesBegun;
}

void RecordDatabase::recover()
{
    if (m_record)
        m_record->startAnew();
    m_journal.noteEverything();
}

Result<Nothing> RecordDatabase::open(const RecordLocation &location, const Author &author,
                                     const UpgradeOptions &options)
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
    if (auto error = upgradeRecord(*database, location, author, options))
        return *error;
    if (auto error = migrate(**database, historySchema()))
        return *error;
    if (auto error = refuseForeignSchema(**database, historySchema(), location.file))
        return *error;
    const auto key = keyOfRecord(**database, location.dataKey);
    if (!key)
        return key.error();
    auto record = std::make_unique<Record>(*database, *key, location.file);
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
    if (const auto purged = purgeDeleted(author); !purged)
        qCWarning(lcStorage).noquote() << "what was deleted is still in the file:" << purged.error().detail;
    return Nothing{};
}

Result<bool> RecordDatabase::holdsChecks(const QString &file)
{
    const DatabaseLook look = lookAtDatabase(file, historySchema());
    if (look.error)
        return *look.error;
    if (!look.database)
        return look.state == State::Interrupted; // nobody can tell before it is mended
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
    if (first) { // what comes meanwhile is known by its id when it is followed
        const auto newest = m_record->tables.events.newest();
        m_record->newestEvent = newest ? *newest : 0;
        return newest ? std::nullopt : std::optional(newest.error());
    }
    std::vector<std::pair<qint64, QString>> events;
    Rows newer = database().query(u"SELECT id, kind FROM events WHERE id > ? AND id <= ? ORDER BY id LIMIT ?"_s,
                                  {m_record->newestEvent, largestRowId, mostFollowed + 1});
    while (newer.next())
        events.emplace_back(newer.integer(0), newer.text(1));
    if (newer.error())
        return newer.error();
    bool followed = events.size() <= mostFollowed;
    for (auto at = events.begin(); followed && at != events.end(); ++at) {
        const auto taken = follow(at->first, at->second);
        if (!taken)
            return taken.error();
        followed = *taken;
    }
    if (!events.empty())
        m_record->newestEvent = events.back().first;
    if (!followed) {
        m_record->startAnew();
        m_journal.noteEverything();
    }
    return {};
}

Result<bool> RecordDatabase::follow(qint64 event, const QString &kind)
{
    RecordTables &tables = m_record->tables;
    IndexReader &reader = m_record->inMemory->reader;
    if (kind == eventkind::check) {
        const auto id = firstNumber(database(), u"SELECT id FROM checks WHERE event = ?"_s, {event});
        if (!id || *id == 0)
            return id ? Result<bool>(true) : id.error();
        m_journal.noteCheck(*id);
        return !reader.addCheck(*id).has_value();
    }
    if (kind == eventkind::edit) {
        Rows rows =
            database().query(u"SELECT %1 FROM cases WHERE id = (SELECT case_id FROM edits WHERE event_id = ?)"_s.arg(
                                 CaseTable::columns()),
                             {event});
        const auto edited = rows.next() ? std::optional(tables.cases.read(rows, 0)) : std::nullopt;
        if (rows.error())
            return *rows.error();
        if (!edited || !edited->receipt)
            return true; // no case is another one by it
        m_journal.noteCase(*edited->receipt);
        return !reader.updateCase(edited->id).has_value();
    }
    if (kind == eventkind::filters)
        m_journal.noteFilters();
    return kind != eventkind::deletion && kind != eventkind::restored && kind != eventkind::destroyed
        && kind != eventkind::damaged;
}

std::optional<Error> RecordDatabase::commit(RecordTransaction &transaction)
{
    const auto newest = m_record->tables.events.newest();
    if (!newest)
        return newest.error();
    auto error = transaction.commit();
    if (!error)
        m_record->newestEvent = *newest;
    return error;
}

Result<bool> RecordDatabase::takeInOthers()
{
    const qint64 before = m_journal.number();
    if (auto error = noticeOthers())
        return *error;
    return m_journal.number() != before;
}

Result<RecordChanges> RecordDatabase::changesAfter(qint64 number)
{
    if (auto error = noticeOthers())
        return *error;
    return m_journal.after(number);
}

Result<bool> RecordDatabase::restoreLostRows()
{
    const qint64 before = m_record->lostRows.restored();
    auto done = m_record->lostRows.goOn();
    if (!done || m_record->lostRows.restored() != before) {
        m_record->startAnew();
        m_journal.noteEverything();
    }
    return done;
}

void RecordDatabase::putCasesRight()
{
    const std::vector<qint64> misplaced = m_record->inMemory->reader.takeMisplacedCases();
    if (misplaced.empty())
        return;
    RecordTransaction transaction(m_record->tables);
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
