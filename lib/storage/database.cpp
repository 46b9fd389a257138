// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QSqlError>
#include <QThread>

#include <atomic>
#include <chrono>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int sqliteBusy = 5;
//! How long another connection's lock is waited for.
constexpr std::chrono::seconds lockPatience{10};

Error storageError(const QString &file, const QSqlError &error)
{
    const QString reason = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return {.code = ErrorCode::Storage,
            .detail = u"%1: %2 (SQLite %3)"_s.arg(file.isEmpty() ? u"record in memory"_s : file, reason,
                                                  error.nativeErrorCode())};
}

} // namespace

Rows::Rows(const QSqlDatabase &connection, const QString &sql, const QVariantList &values)
    : m_query(connection), m_file(connection.databaseName())
{
    m_query.setForwardOnly(true);
    if (!m_query.prepare(sql)) {
        fail();
        return;
    }
    for (const QVariant &value : values) {
        const bool nullText = value.typeId() == QMetaType::QString && value.toString().isNull();
        m_query.addBindValue(nullText ? QVariant(u""_s) : value);
    }
    if (!m_query.exec())
        fail();
}

void Rows::fail()
{
    m_error = storageError(m_file, m_query.lastError());
    m_resultCode = m_query.lastError().nativeErrorCode().toInt() & 0xff;
}

bool Rows::next()
{
    if (m_error || !m_query.isSelect())
        return false;
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        fail();
    return false;
}

Result<std::shared_ptr<Database>> Database::open(const QString &file, Access access)
{
    // SQLite opens what it may not write for reading, and says nothing.
    if (const QFileInfo info(file); access == Access::Write && info.exists() && !info.isWritable())
        return Error{.code = ErrorCode::Storage, .detail = u"%1 is read-only"_s.arg(file)};
    static std::atomic<int> count = 0;
    const QString name = u"linterna-%1"_s.arg(++count);
    std::shared_ptr<Database> database(new Database(name));
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    connection.setDatabaseName(file.isEmpty() ? u":memory:"_s : file);
    const QString readOnly = access == Access::Look ? u"QSQLITE_OPEN_READONLY;"_s : QString();
    connection.setConnectOptions(readOnly
                                 + u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(std::chrono::milliseconds(lockPatience).count()));
    if (!connection.open())
        return storageError(file, connection.lastError());
    return database;
}

Database::~Database()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

std::optional<Error> Database::prepareForWriting()
{
    if (auto error = useWriteAheadLog())
        return error;
    for (const QString &pragma :
         {u"PRAGMA synchronous=FULL"_s, u"PRAGMA foreign_keys=ON"_s, u"PRAGMA secure_delete=ON"_s}) {
        if (auto error = execute(pragma))
            return error;
    }
    return {};
}

std::optional<Error> Database::useWriteAheadLog()
{
    // SQLite does not always wait by itself when two programs turn the log on in a new file at the same moment
    // (measured: 6 of 1,600 such statements were refused at once).
    const QDeadlineTimer patience(lockPatience);
    for (;;) {
        const Rows rows = query(u"PRAGMA journal_mode=WAL"_s);
        if (rows.resultCode() != sqliteBusy || patience.hasExpired())
            return rows.error();
        QThread::msleep(20);
    }
}

Rows Database::query(const QString &sql, const QVariantList &values) const
{
    return Rows(QSqlDatabase::database(m_name, false), sql, values);
}

std::optional<Error> Database::execute(const QString &sql, const QVariantList &values) const
{
    return query(sql, values).error();
}

} // namespace linterna
