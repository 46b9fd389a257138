// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/sqlite/databasefile.h"

#include "lib/sqlite/schemacheck.h"

#include <QDir>
#include <QFileInfo>

namespace linterna {

using namespace Qt::Literals::StringLiterals;
using State = DatabaseLook::State;

namespace {

// Primary result codes of SQLite.
constexpr int sqliteReadOnly = 8;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteNotADatabase = 26;

//! Bytes of the smallest database: one page of the smallest size.
constexpr qint64 smallestDatabase = 512;

DatabaseLook databaseTrouble(State state, const QString &file, const QString &what)
{
    return {state, Error{.code = ErrorCode::Storage, .detail = u"%1: %2"_s.arg(file, what)}, {}};
}

DatabaseLook failed(const Error &error, int resultCode)
{
    switch (resultCode) {
    case sqliteCorrupt:
    case sqliteNotADatabase:
        return {State::Damaged, error, {}};
    case sqliteReadOnly: // a rollback journal waits to be played back, which only happens before the log is turned on
        return {State::Interrupted, {}, {}};
    default:
        return {State::Unreachable, error, {}};
    }
}

//! What a query for one value gave: the first column of the only row, or what is wrong with the file.
struct LockAnswer {
    QVariant value;
    std::optional<DatabaseLook> failure;
};

LockAnswer ask(const Database &database, const QString &sql)
{
    Rows rows = database.query(sql);
    const QString value = rows.next() ? rows.text(0) : QString();
    return rows.error() ? LockAnswer{{}, failed(*rows.error(), rows.resultCode())} : LockAnswer{value, {}};
}

} // namespace

DatabaseLook lookAtDatabase(const QString &file, const Schema &schema)
{
    const QFileInfo info(file);
    if (!info.exists())
        return {};
    if (!info.isFile())
        return databaseTrouble(State::Unreachable, file, u"not a file"_s);
    if (info.size() == 0)
        return {State::Empty, {}, {}};
    if (info.size() < smallestDatabase) // SQLite would take it for an empty one and write over it
        return databaseTrouble(State::Damaged, file, u"too short for a database"_s);
    const auto opened = Database::open(file, Database::Access::Look);
    if (!opened)
        return {State::Unreachable, opened.error(), {}};
    const std::shared_ptr<Database> &database = *opened;
    // One transaction for all reads: another program may be making the file. Closing the database ends it.
    if (const auto error = database->execute(u"BEGIN"_s))
        return {State::Unreachable, error, {}};

    const LockAnswer application = ask(*database, u"PRAGMA application_id"_s);
    const LockAnswer version = ask(*database, u"PRAGMA user_version"_s);
    for (const LockAnswer &answer : {application, version}) {
        if (answer.failure)
            return *answer.failure;
    }
    if (application.value.toInt() == 0 && version.value.toInt() == 0) {
        const SchemaCheck nothing = checkSchema(*database, schema, 0);
        if (nothing.error)
            return failed(*nothing.error, nothing.resultCode);
        if (!nothing.foreign)
            return {State::Empty, {}, {}};
    }
    if (application.value.toInt() != schema.applicationId)
        return databaseTrouble(State::Foreign, file, u"a database of another program"_s);
    if (version.value.toInt() < 0 || version.value.toInt() > schema.version())
        return databaseTrouble(State::Newer, file, tooNew(version.value.toInt(), schema));
    // Checked before anything else is read: reading can run what stands in a schema.
    const SchemaCheck ours = checkSchema(*database, schema, version.value.toInt());
    if (ours.error)
        return failed(*ours.error, ours.resultCode);
    if (ours.foreign)
        return databaseTrouble(State::Foreign, file, *ours.foreign);
    if (const auto error = database->execute(u"COMMIT"_s))
        return {State::Unreachable, error, {}};
    if (info.size() <= thoroughLookBytes) {
        const LockAnswer check = ask(*database, u"PRAGMA quick_check(1)"_s);
        if (check.failure)
            return *check.failure;
        if (check.value.toString() != "ok"_L1)
            return databaseTrouble(database->hasUnreadablePart() ? State::Unreachable : State::Damaged, file,
                                   check.value.toString());
    }
    return {State::Known, {}, database};
}

std::optional<Error> makePrivateFile(const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder))
            return Error{.code = ErrorCode::Storage, .detail = u"%1: the folder cannot be made"_s.arg(folder)};
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QFile made(file);
    // An existing file is not opened: closing it would let go of the locks that SQLite may hold on it in this process.
    if (!made.exists() && !made.open(QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner) && !made.exists())
        return Error{.code = ErrorCode::Storage, .detail = u"%1: %2"_s.arg(file, made.errorString())};
    return {};
}

QString nameBeside(const QString &file, const QString &why, const QDateTime &now)
{
    const QFileInfo info(file);
    const QString stem =
        info.dir().filePath(u"%1.%2-%3"_s.arg(info.completeBaseName(), why, now.toString(u"yyyyMMdd-HHmmss"_s)));
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    QString name = stem + suffix;
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = u"%1-%2%3"_s.arg(stem, QString::number(i), suffix);
    return name;
}

Result<QString> setFileAside(const QString &file, const QString &why, const QDateTime &now)
{
    const QString kept = nameBeside(file, why, now);
    // The log goes first: SQLite would play one that was left behind into the new file.
    for (const QString &part : {u"-wal"_s, u"-journal"_s, u"-shm"_s, u""_s}) {
        QFile original(file + part);
        if (original.exists() && !original.rename(kept + part)) {
            return Error{.code = ErrorCode::Storage,
                         .detail = u"%1: it could not be renamed: %2"_s.arg(file + part, original.errorString())};
        }
    }
    return kept;
}

Result<QString> keepDamagedFile(const QString &file, const QDateTime &now)
{
    return setFileAside(file, u"damaged"_s, now);
}

} // namespace linterna
