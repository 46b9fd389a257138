// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/error.h"

#include <QString>

#include <chrono>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace linterna {

//! How long a statement waits for another connection's lock: long enough for programs of ours, which hold it for
//! milliseconds, and so short that a person can be told who holds it. Who can wait longer asks again.
inline constexpr std::chrono::milliseconds lockPatience{250};

//! An open SQLite connection, and its statements that are not under way: preparing one takes longer than running it.
class StatementPool
{
public:
    StatementPool(sqlite3 *connection, QString file) : m_connection(connection), m_file(std::move(file)) {}
    ~StatementPool();
    Q_DISABLE_COPY_MOVE(StatementPool)

    //! A prepared statement for giveBack(); null where it cannot be prepared.
    [[nodiscard]] sqlite3_stmt *take(const QString &sql);
    void giveBack(const QString &sql, sqlite3_stmt *statement);

    [[nodiscard]] sqlite3 *connection() const { return m_connection; }
    //! Why the last call failed.
    [[nodiscard]] Error lastError() const;

    //! Remembers lastError() as the failure of a statement, and gives it.
    const Error &noteFailure();
    //! The error of the last statement that failed, and how many failed so far: with two statements open at once, the
    //! number tells whether the other one failed.
    [[nodiscard]] const Error &lastFailure() const { return m_lastFailure; }
    [[nodiscard]] int failures() const { return m_failures; }

    //! To be called by whoever begins a transaction, and again when it has ended.
    void setInTransaction(bool in) { m_inTransaction = in; }
    //! Whether a transaction was begun and SQLite rolled it back by itself, as it does after an error of the disk. What
    //! is written then would be written outside of it.
    [[nodiscard]] bool hasLostTransaction() const;

private:
    sqlite3 *m_connection;
    QString m_file;
    std::unordered_map<QString, sqlite3_stmt *> m_idle;
    Error m_lastFailure;
    int m_failures = 0;
    bool m_inTransaction = false;
};

} // namespace linterna
