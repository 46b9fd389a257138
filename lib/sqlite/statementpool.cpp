// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/sqlite/statementpool.h"

#include <sqlite3.h>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t mostIdle = 100;
constexpr qsizetype longestIdle = 2000;

} // namespace

StatementPool::~StatementPool()
{
    for (const auto &[sql, statement] : m_idle)
        sqlite3_finalize(statement);
    sqlite3_close_v2(m_connection);
}

sqlite3_stmt *StatementPool::take(const QString &sql)
{
    if (const auto found = m_idle.find(sql); found != m_idle.end()) {
        sqlite3_stmt *statement = found->second;
        m_idle.erase(found);
        return statement;
    }
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v3(m_connection, utf8.constData(), static_cast<int>(utf8.size()), 0, &statement, nullptr);
    return statement;
}

void StatementPool::giveBack(const QString &sql, sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    if (sql.size() > longestIdle || m_idle.size() >= mostIdle || !m_idle.emplace(sql, statement).second)
        sqlite3_finalize(statement);
    else
        sqlite3_clear_bindings(statement);
}

const Error &StatementPool::noteFailure()
{
    ++m_failures;
    return m_lastFailure = lastError();
}

bool StatementPool::hasLostTransaction() const
{
    return m_inTransaction && sqlite3_get_autocommit(m_connection) != 0;
}

Error StatementPool::lastError() const
{
    const int result = sqlite3_errcode(m_connection) & 0xff;
    return {.code = result == SQLITE_BUSY || result == SQLITE_LOCKED ? ErrorCode::StorageBusy : ErrorCode::Storage,
            .detail = u"%1: %2 (SQLite %3)"_s.arg(m_file.isEmpty() ? u"record in memory"_s : m_file,
                                                  QString::fromUtf8(sqlite3_errmsg(m_connection)),
                                                  QString::number(sqlite3_extended_errcode(m_connection)))};
}

} // namespace linterna
