// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/recordupgrade.h"

#include "lib/localrecord/filtercodec.h"
#include "lib/localrecord/lastchecks.h"
#include "lib/localrecord/olderchecks.h"
#include "lib/localrecord/olderdeletions.h"
#include "lib/localrecord/olderdetails.h"
#include "lib/localrecord/recordschema.h"
#include "lib/localrecord/rowids.h"
#include "lib/localrecord/wrappedkey.h"
#include "lib/sqlite/databasecopy.h"
#include "lib/sqlite/databasefile.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! The step, counted from 0, that drops the tables from which all is taken over.
constexpr int dropsOldTables = 6;
constexpr int lastVersionOfRows = 5;
constexpr int firstVersionOfDeletions = 4;
//! The upgrade tells how far it is, and looks whether it is to stop, each time after so many checks.
constexpr qint64 checksBetween = 500;

std::optional<Error> runSteps(const Database &database, qint64 from, qint64 to)
{
    for (qint64 step = from; step < to; ++step) {
        for (const QString &statement : historySchema().steps[std::size_t(step)]) {
            if (auto error = database.execute(statement))
                return error;
        }
    }
    return {};
}

//! One program alone has the file from here on. In WAL mode the mode can only be changed by the last one that has it
//! open; in the mode that follows the file is never larger than what it becomes.
std::optional<Error> takeForItself(const Database &database, const QString &file)
{
    Rows rows = database.query(u"PRAGMA journal_mode=DELETE"_s);
    const QString mode = rows.next() ? rows.text(0) : QString();
    if (rows.error() && rows.error()->code != ErrorCode::StorageBusy)
        return rows.error();
    if (rows.error() || mode != u"delete"_s)
        return Error{.code = ErrorCode::StorageBusy,
                     .detail = u"%1: another program has it open, so that it cannot be brought up to date"_s.arg(file)};
    // UUIDs and cases come in no order: with fewer pages in memory each row would be written to the disk several times.
    const auto error = database.execute(u"PRAGMA cache_size=-131072"_s); // KiB
    return error ? error : database.execute(u"PRAGMA locking_mode=EXCLUSIVE"_s);
}

std::optional<Error> shareAgain(Database &database)
{
    for (const QString &sql : {u"PRAGMA locking_mode=NORMAL"_s, u"PRAGMA cache_size=-2000"_s}) { // SQLite's own
        if (auto error = database.execute(sql))
            return error;
    }
    return database.prepareForWriting();
}

//! The file doubles at most, and the copy is as large as it is now.
std::optional<Error> checkRoom(const QString &file)
{
    constexpr qint64 spare = qint64{16} * 1024 * 1024;
    const qint64 needed = 2 * QFileInfo(file).size() + spare;
    const qint64 free = QStorageInfo(QFileInfo(file).absolutePath()).bytesAvailable();
    if (free < 0 || free >= needed)
        return {};
    constexpr qint64 megabyte = 1'000'000;
    return Error{.code = ErrorCode::Storage,
                 .detail = u"%1: to bring it up to date %2 MB must be free, and %3 MB are"_s.arg(
                     file, QString::number(needed / megabyte + 1), QString::number(free / megabyte))};
}

Result<QString> copyBefore(const std::shared_ptr<Database> &database, const QString &file, const QDateTime &now)
{
    const QString copy = nameBeside(file, u"before-update"_s, now);
    auto error = makePrivateFile(copy);
    if (!error) {
        const auto target = Database::open(copy, Database::Access::Write);
        const auto done =
            target ? DatabaseCopy(database, *target).step(DatabaseCopy::AllPages) : Result<bool>(target.error());
        if (done)
            return copy;
        error = done.error();
    }
    QFile::remove(copy);
    return *error;
}

class Upgrade
{
public:
    Upgrade(std::shared_ptr<Database> database, const Secret &key, const QString &file, const Author &author,
            const UpgradeOptions &options)
        : m_database(std::move(database)), m_tables(m_database, key, file), m_author(author), m_options(options),
          m_takenOver(author.at.toMSecsSinceEpoch())
    {}

    //! Inside a transaction, after the steps that make the new tables, before the one that drops the old ones.
    std::optional<Error> run()
    {
        for (const auto part : {&Upgrade::begin, &Upgrade::takeOverWide, &Upgrade::takeOverSealed,
                                &Upgrade::takeOverCases, &Upgrade::takeOverFilters}) {
            if (auto error = (this->*part)())
                return error;
        }
        return findLastChecks(m_tables, u"SELECT id FROM cases"_s, {});
    }

private:
    //! Checks keep their numbers, and none that was ever given is given again.
    std::optional<Error> begin()
    {
        const auto largest = firstNumber(*m_database,
                                         u"SELECT max((SELECT coalesce(max(id), 0) FROM checks_5 WHERE id <= ?1),"
                                         " (SELECT coalesce(max(id), 0) FROM checks_before WHERE id <= ?1),"
                                         " (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name IN"
                                         " ('checks_5', 'checks_before') AND seq <= ?1))"_s,
                                         {largestRowId});
        const auto count = firstNumber(
            *m_database, u"SELECT (SELECT count(*) FROM checks_5) + (SELECT count(*) FROM checks_before)"_s);
        if (!largest || !count)
            return largest ? count.error() : largest.error();
        m_total = *count;
        // A row without a seal stands for one of `checks_before` that could not be read: that one holds more.
        for (const QString &sql :
             {u"DELETE FROM checks_5 WHERE length(seal) = 0 AND id IN (SELECT id FROM checks_before)"_s,
              u"DELETE FROM words WHERE word LIKE 'removal %'"_s}) {
            if (auto error = m_database->execute(sql))
                return error;
        }
        return m_database->execute(u"INSERT INTO sqlite_sequence (name, seq) VALUES ('checks', ?)"_s, {*largest});
    }

    std::optional<Error> takeOverWide()
    {
        WideChecks checks(m_tables);
        return eachOf(checks, [this](OlderCheck &check) -> std::optional<Error> {
            if (!check.outcome)
                return takeOverDamaged(check);
            const auto ofCase = m_tables.cases.findOrAdd(check.outcome->receipt);
            if (!ofCase)
                return ofCase.error();
            const auto event = m_tables.checks.insert(*check.outcome, *ofCase, m_author, {.takenOver = m_takenOver});
            return event ? std::nullopt : std::optional(event.error());
        });
    }

    std::optional<Error> takeOverSealed()
    {
        SealedChecks checks(m_tables);
        return eachOf(checks, [this](OlderCheck &check) -> std::optional<Error> {
            if (!check.outcome)
                return takeOverDamaged(check);
            const auto event = m_tables.checks.takeOver(*check.outcome, check.answer, check.caseId, m_author,
                                                        {.takenOver = m_takenOver});
            return event ? std::nullopt : std::optional(event.error());
        });
    }

    template<class Checks, class TakeOver>
    std::optional<Error> eachOf(Checks &checks, TakeOver takeOver)
    {
        for (;; ++m_done) {
            if (m_done % checksBetween == 0) {
                if (m_options.stop && *m_options.stop)
                    return Error{.code = ErrorCode::Cancelled};
                if (m_options.progress)
                    m_options.progress(m_done, m_total);
            }
            auto check = checks.next();
            if (!check)
                return check.error();
            if (!*check)
                return {};
            if (auto error = giveFreeNames(**check))
                return error;
            if (auto error = takeOver(**check))
                return error;
        }
    }

    //! Gives a check whose number or UUID cannot be kept (damaged, or the same as that of another check) new ones.
    std::optional<Error> giveFreeNames(OlderCheck &check)
    {
        const auto taken = firstNumber(*m_database,
                                       u"SELECT EXISTS (SELECT 1 FROM checks WHERE id = ?) + 2 * EXISTS"
                                       " (SELECT 1 FROM events WHERE uuid = ?)"_s,
                                       {check.id, check.uid});
        if (!taken)
            return taken.error();
        if ((*taken & 1) != 0 || !isRowId(check.id))
            check.id = 0;
        if ((*taken & 2) != 0 || check.uid.size() != UuidBytes)
            check.uid.clear();
        if (check.outcome) {
            check.outcome->id = check.id;
            check.outcome->uuid = check.uid;
        }
        return {};
    }

    std::optional<Error> takeOverDamaged(const OlderCheck &check)
    {
        const auto event = m_tables.events.append(eventkind::damaged, DamagedContent{check.checkedAt, check.raw},
                                                  m_author, {.uuid = check.uid, .takenOver = m_takenOver});
        if (!event)
            return event.error();
        const auto ofCase = check.caseId != 0 ? Result<qint64>(check.caseId) : caseOfHash(check.receiptHash);
        if (!ofCase)
            return ofCase.error();
        const auto row = m_tables.checks.insertRow(
            {.id = check.id,
             .event = event->id,
             .checkedAt = check.checkedAt,
             .caseId = *ofCase,
             .httpStatus = check.httpStatus,
             .words = {check.connection, check.askedBy, check.outcomeName, check.change, check.category}});
        return row ? std::nullopt : std::optional(row.error());
    }

    //! The case of a check whose receipt number cannot be read, by the hash of that number.
    Result<qint64> caseOfHash(const QByteArray &hash)
    {
        auto found = firstNumber(*m_database, u"SELECT id FROM cases WHERE receipt_hash = ?"_s, {hash});
        if (!found || *found != 0)
            return found;
        auto key = m_tables.words.number(m_tables.cipher.keyId());
        if (!key)
            return key;
        const Rows added = m_database->query(
            u"INSERT INTO cases (uid, key, receipt_hash, receipt, details) VALUES (?, ?, ?, x'', x'')"_s,
            {FieldCipher::makeRowUid(), *key, hash});
        return added.error() ? Result<qint64>(*added.error()) : added.insertedId();
    }

    std::optional<Error> takeOverCases()
    {
        const auto ids = allNumbers(*m_database, u"SELECT id FROM cases WHERE details <> x'' OR on_hold <> 0"_s);
        if (!ids)
            return ids.error();
        for (const qint64 id : *ids) {
            if (auto error = takeOverCase(id))
                return error;
        }
        return {};
    }

    std::optional<Error> takeOverCase(qint64 id)
    {
        std::optional<CaseEntry> kept;
        OlderDetails details;
        {
            Rows rows = m_database->query(u"SELECT %1 FROM cases WHERE id = ?"_s.arg(CaseTable::columns()), {id});
            if (rows.next()) {
                kept = m_tables.cases.read(rows, 0, CaseTable::Opening::Once);
                details = readOlderDetails(rows, 0, m_tables.cipher);
            }
            if (rows.error())
                return rows.error();
        }
        if (!kept || !kept->receipt) // what nobody can read stays as it is
            return {};
        if (!details.unreadable.isEmpty()) {
            if (auto error = takeOverUnreadable(details.unreadable))
                return error;
        }
        kept->details = {};
        kept->fieldEvents.clear();
        return details.details != CaseDetails{} ? m_tables.cases.edit(*kept, details.details, m_author, m_takenOver)
                                                : m_tables.cases.writeDetails(*kept);
    }

    //! What people wrote and nobody can read any more.
    std::optional<Error> takeOverUnreadable(const QByteArray &sealed)
    {
        const auto event =
            m_tables.events.append(eventkind::damaged, DamagedContent{0, sealed}, m_author, {.takenOver = m_takenOver});
        return event ? std::nullopt : std::optional(event.error());
    }

    std::optional<Error> takeOverFilters()
    {
        FiltersContent content;
        Rows rows = m_database->query(u"SELECT uid, sealed FROM filters ORDER BY id"_s);
        while (rows.next()) {
            const auto plain = m_tables.cipher.open(rows.bytes(1), filterColumn, rows.bytes(0));
            if (plain && decodeFilter(*plain)) {
                content.filters << *plain;
                continue;
            }
            if (auto error = takeOverUnreadable(rows.bytes(1)))
                return error;
        }
        if (rows.error() || content.filters.isEmpty())
            return rows.error();
        const auto event = m_tables.events.append(eventkind::filters, content, m_author, {.takenOver = m_takenOver});
        return event ? std::nullopt : std::optional(event.error());
    }

    std::shared_ptr<Database> m_database;
    RecordTables m_tables;
    Author m_author;
    const UpgradeOptions &m_options;
    qint64 m_takenOver;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

std::optional<Error> upgradeAlone(const std::shared_ptr<Database> &database, qint64 version,
                                  const RecordLocation &location, const Author &author, const UpgradeOptions &options)
{
    const auto key = keyOfRecord(*database, location.dataKey);
    if (!key)
        return key.error();
    if (auto error = checkRoom(location.file))
        return error;
    if (version >= firstVersionOfDeletions) {
        if (auto error = purgeOlderDeletions(*database, FieldCipher(*key)))
            return error;
    }
    const auto copy = options.keepCopy ? copyBefore(database, location.file, author.at) : Result<QString>(QString());
    if (!copy)
        return copy.error();
    std::optional<Error> error;
    {
        Transaction transaction(*database);
        error = transaction.error();
        if (!error)
            error = runSteps(*database, version, dropsOldTables);
        if (!error)
            error = runSteps(*database, dropsOldTables + 1, historySchema().version());
        if (!error)
            error = Upgrade(database, *key, location.file, author, options).run();
        if (!error)
            error = runSteps(*database, dropsOldTables, dropsOldTables + 1);
        if (!error)
            error = database->execute(u"PRAGMA user_version=%1"_s.arg(historySchema().version()));
        if (!error)
            error = transaction.commit();
    }
    if (error && options.keepCopy)
        QFile::remove(*copy);
    return error;
}

} // namespace

std::optional<Error> upgradeRecord(const std::shared_ptr<Database> &database, const RecordLocation &location,
                                   const Author &author, const UpgradeOptions &options)
{
    const auto version = firstNumber(*database, u"PRAGMA user_version"_s);
    if (!version || location.file.isEmpty() || *version < 1 || *version > lastVersionOfRows)
        return version ? std::nullopt : std::optional(version.error());
    auto error = takeForItself(*database, location.file);
    if (!error)
        error = upgradeAlone(database, *version, location, author, options);
    const auto notShared = shareAgain(*database);
    return error ? error : notShared;
}

} // namespace linterna
