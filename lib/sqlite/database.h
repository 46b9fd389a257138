// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/result.h"

#include <QVariant>

#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace linterna {

class StatementPool;

//! The rows of one statement, one at a time, forward only; memory does not grow with their number. The statement ends,
//! and lets go of what it has locked, when this object goes. A statement that fails while another one is open ends that
//! one with its error too: rows that the disk could not read must not be taken for missing ones.
class Rows
{
public:
    ~Rows();
    Q_DISABLE_COPY(Rows)

    //! Moves to the next row. False after the last one and after an error.
    [[nodiscard]] bool next();
    //! Column of the current row, counted from 0.
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    //! Id of the row that an INSERT added.
    [[nodiscard]] qint64 insertedId() const { return m_insertedId; }

    //! Why the statement or a step of it failed (Storage), or another statement since this one was begun. Look at it
    //! also after other statements have been run in terms of a row.
    [[nodiscard]] std::optional<Error> error() const;
    //! SQLite's primary result code of the failure in error(), 0 where there was none.
    [[nodiscard]] int resultCode() const { return m_resultCode; }

private:
    friend class Database;
    Rows(std::shared_ptr<StatementPool> pool, const QString &sql, const QVariantList &values);
    void step();
    void fail(int resultCode);
    [[nodiscard]] bool hasOtherFailed() const;

    std::shared_ptr<StatementPool> m_pool;
    QString m_sql;
    sqlite3_stmt *m_statement = nullptr;
    //! SQLite has stepped to a row to which next() has not moved yet.
    bool m_ahead = false;
    bool m_onRow = false;
    qint64 m_insertedId = 0;
    std::optional<Error> m_error;
    int m_resultCode = 0;
    //! How many statements of the connection had failed before this one.
    int m_failuresBefore;
};

//! One SQLite connection, used by one thread at a time. A statement waits a moment for another connection's lock
//! (lockPatience), and then fails with StorageBusy. No trigger runs and no view is read, whatever a file holds; a value
//! of more than 64 MiB is an error. SQLite's own interface, not QtSql: that takes some 20 µs for each statement, and a
//! page of the record 2,000.
class Database
{
public:
    enum class Access {
        Look,  //!< Read only: the file's bytes stay as they are.
        Write, //!< The file is made when missing. Call prepareForWriting() before anything else is written.
    };
    //! Opens `file`; empty: a database in memory. Error: Storage.
    [[nodiscard]] static Result<std::shared_ptr<Database>> open(const QString &file, Access access);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    //! Sets a writable connection up: write-ahead log, every commit on the disk before it counts, foreign keys, deleted
    //! content overwritten. Error: Storage.
    [[nodiscard]] std::optional<Error> prepareForWriting();

    //! Runs one statement with its values bound in order: integers, texts, bytes, or null; a null text or null bytes
    //! are bound as empty ones. Statements are prepared once.
    [[nodiscard]] Rows query(const QString &sql, const QVariantList &values = {}) const;
    //! As query(), for statements of which only success matters.
    [[nodiscard]] std::optional<Error> execute(const QString &sql, const QVariantList &values = {}) const;
    //! While it lives, a statement that takes more steps than these is broken off: for files that come from elsewhere.
    class StepLimit
    {
    public:
        StepLimit(const Database &database, int steps);
        ~StepLimit();
        Q_DISABLE_COPY_MOVE(StepLimit)

    private:
        const Database &m_database;
    };
    //! Whether the system refused to read something of the file, or of its log, since it was opened. SQLite's own
    //! checks call a page that cannot be read a broken one.
    [[nodiscard]] bool hasUnreadablePart() const;

private:
    friend class DatabaseCopy;
    friend class Transaction;
    explicit Database(std::shared_ptr<StatementPool> pool) : m_pool(std::move(pool)) {}
    [[nodiscard]] std::optional<Error> useWriteAheadLog();

    std::shared_ptr<StatementPool> m_pool;
};

} // namespace linterna
