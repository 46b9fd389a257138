// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/sqlite/database.h"

#include "lib/sqlite/statementpool.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <sqlite3.h>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Binds a value. All are copied: a statement may outlive its values.
int bind(sqlite3_stmt *statement, int position, const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QByteArray: {
        const QByteArray bytes = value.toByteArray();
        return bytes.isEmpty() ? sqlite3_bind_zeroblob(statement, position, 0)
                               : sqlite3_bind_blob64(statement, position, bytes.constData(),
                                                     static_cast<sqlite3_uint64>(bytes.size()), SQLITE_TRANSIENT);
    }
    case QMetaType::QString: {
        const QByteArray text = value.toString().toUtf8();
        return sqlite3_bind_text64(statement, position, text.isEmpty() ? "" : text.constData(),
                                   static_cast<sqlite3_uint64>(text.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    default:
        return value.isNull() ? sqlite3_bind_null(statement, position)
                              : sqlite3_bind_int64(statement, position, value.toLongLong());
    }
}

//! Switches off what a file could make SQLite do: what the file says is data. Nothing in its schema is run, and no
//! number in it becomes a size that was not looked at.
void distrust(sqlite3 *connection)
{
    for (const int off : {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW,
                          SQLITE_DBCONFIG_WRITABLE_SCHEMA, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION})
        sqlite3_db_config(connection, off, 0, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    constexpr int longestValue = 64 * 1024 * 1024;
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, longestValue);
    sqlite3_exec(connection, "PRAGMA cell_size_check=ON", nullptr, nullptr, nullptr);
}

} // namespace

Rows::Rows(std::shared_ptr<StatementPool> pool, const QString &sql, const QVariantList &values)
    : m_pool(std::move(pool)), m_sql(sql), m_failuresBefore(m_pool->failures())
{
    if (m_pool->hasLostTransaction()) {
        m_error = m_pool->lastFailure();
        m_resultCode = SQLITE_ABORT;
        return;
    }
    m_statement = m_pool->take(sql);
    if (!m_statement) {
        fail(sqlite3_errcode(m_pool->connection()));
        return;
    }
    Q_ASSERT(values.size() == sqlite3_bind_parameter_count(m_statement));
    int position = 0;
    for (const QVariant &value : values)
        bind(m_statement, ++position, value);
    step();
    m_ahead = m_onRow;
    m_insertedId = sqlite3_last_insert_rowid(m_pool->connection());
}

Rows::~Rows()
{
    if (m_statement)
        m_pool->giveBack(m_sql, m_statement);
}

void Rows::step()
{
    const int result = sqlite3_step(m_statement);
    m_onRow = result == SQLITE_ROW;
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        fail(result);
}

void Rows::fail(int resultCode)
{
    m_error = m_pool->noteFailure();
    m_resultCode = resultCode & 0xff;
}

bool Rows::hasOtherFailed() const
{
    return !m_error && m_pool->failures() != m_failuresBefore;
}

bool Rows::next()
{
    if (hasOtherFailed())
        return m_onRow = false;
    if (!std::exchange(m_ahead, false) && m_onRow)
        step();
    return m_onRow;
}

std::optional<Error> Rows::error() const
{
    return hasOtherFailed() ? m_pool->lastFailure() : m_error;
}

qint64 Rows::integer(int column) const
{
    return m_onRow ? sqlite3_column_int64(m_statement, column) : 0;
}

QString Rows::text(int column) const
{
    if (!m_onRow)
        return {};
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return text ? QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column)) : QString();
}

QByteArray Rows::bytes(int column) const
{
    if (!m_onRow)
        return {};
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

bool Rows::isNull(int column) const
{
    return !m_onRow || sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

Result<std::shared_ptr<Database>> Database::open(const QString &file, Access access)
{
    // SQLite opens what it may not write for reading, and says nothing.
    if (const QFileInfo info(file); access == Access::Write && info.exists() && !info.isWritable())
        return Error{.code = ErrorCode::Storage, .detail = u"%1 is read-only"_s.arg(file)};
    const int flags = SQLITE_OPEN_NOMUTEX
        | (access == Access::Look ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    sqlite3 *connection = nullptr;
    const int result =
        sqlite3_open_v2(file.isEmpty() ? ":memory:" : QFile::encodeName(file).constData(), &connection, flags, nullptr);
    auto pool = std::make_shared<StatementPool>(connection, file);
    if (result != SQLITE_OK)
        return pool->lastError();
    distrust(connection);
    sqlite3_busy_timeout(connection, static_cast<int>(std::chrono::milliseconds(lockPatience).count()));
    return std::shared_ptr<Database>(new Database(std::move(pool)));
}

Database::~Database() = default;

Database::StepLimit::StepLimit(const Database &database, int steps) : m_database(database)
{
    sqlite3_progress_handler(
        database.m_pool->connection(), steps, [](void *) { return 1; }, nullptr);
}

Database::StepLimit::~StepLimit()
{
    sqlite3_progress_handler(m_database.m_pool->connection(), 0, nullptr, nullptr);
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
        if (rows.resultCode() != SQLITE_BUSY || patience.hasExpired())
            return rows.error();
        QThread::msleep(20);
    }
}

Rows Database::query(const QString &sql, const QVariantList &values) const
{
    return Rows(m_pool, sql, values);
}

std::optional<Error> Database::execute(const QString &sql, const QVariantList &values) const
{
    return query(sql, values).error();
}

bool Database::hasUnreadablePart() const
{
    int ofFile = 0;
    sqlite3_file_control(m_pool->connection(), "main", SQLITE_FCNTL_LAST_ERRNO, &ofFile);
    int ofLog = 0;
    sqlite3_file *log = nullptr;
    sqlite3_file_control(m_pool->connection(), "main", SQLITE_FCNTL_JOURNAL_POINTER, static_cast<void *>(&log));
    if (log && log->pMethods)
        log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &ofLog);
    return ofFile != 0 || ofLog != 0;
}

} // namespace linterna
