// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/sqlite/migrations.h"

#include "lib/sqlite/transaction.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! The version of the file. The statement has ended when this returns: a table cannot be dropped while one is being
//! read.
Result<qint64> versionOf(const Database &database)
{
    Rows rows = database.query(u"PRAGMA user_version"_s);
    const qint64 version = rows.next() ? rows.integer(0) : -1;
    if (rows.error())
        return *rows.error();
    return version;
}

//! Takes one step, or none where the file is already at the newest version. Gives the version after it.
Result<qint64> takeStep(const Database &database, const Schema &schema)
{
    Transaction transaction(database);
    if (transaction.error())
        return *transaction.error();
    const Result<qint64> found = versionOf(database);
    if (!found)
        return found.error();
    const qint64 version = *found;
    if (version < 0 || version > schema.version())
        return Error{.code = ErrorCode::Storage, .detail = tooNew(version, schema)};
    if (version == schema.version())
        return version;
    QStringList statements = schema.steps[static_cast<std::size_t>(version)];
    statements << u"PRAGMA application_id=%1"_s.arg(schema.applicationId)
               << u"PRAGMA user_version=%1"_s.arg(version + 1);
    for (const QString &statement : std::as_const(statements)) {
        if (auto error = database.execute(statement))
            return *error;
    }
    if (auto error = transaction.commit())
        return *error;
    return version + 1;
}

} // namespace

QString tooNew(qint64 version, const Schema &schema)
{
    return u"schema version %1, and this program knows none newer than %2"_s.arg(QString::number(version),
                                                                                 QString::number(schema.version()));
}

std::optional<Error> migrate(const Database &database, const Schema &schema)
{
    for (qint64 version = -1; version < schema.version();) {
        const Result<qint64> reached = takeStep(database, schema);
        if (!reached)
            return reached.error();
        version = *reached;
    }
    return {};
}

} // namespace linterna
