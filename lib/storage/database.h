// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <memory>
#include <optional>

namespace linterna {

//! The rows of one statement, one at a time, forward only; memory does not grow with their number.
class Rows
{
public:
    //! Moves to the next row. False after the last one and after an error.
    [[nodiscard]] bool next();
    //! Column of the current row, counted from 0.
    [[nodiscard]] qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    //! Row number that an INSERT was given.
    [[nodiscard]] qint64 insertedId() const { return m_query.lastInsertId().toLongLong(); }

    //! Why the statement or a step of it failed (Storage).
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    //! SQLite's primary result code of that failure, 0 where there was none.
    [[nodiscard]] int resultCode() const { return m_resultCode; }

private:
    friend class Database;
    Rows(const QSqlDatabase &connection, const QString &sql, const QVariantList &values);
    void fail();

    QSqlQuery m_query;
    QString m_file;
    std::optional<Error> m_error;
    int m_resultCode = 0;
};

//! One SQLite connection. It belongs to the thread that opened it and must be closed there (QtSql). A statement waits
//! up to ten seconds for another connection's lock.
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

    //! Write-ahead log, every commit on the disk before it counts, foreign keys, deleted content overwritten.
    [[nodiscard]] std::optional<Error> prepareForWriting();

    //! Runs one statement with its values bound in order; null texts are bound as empty ones.
    [[nodiscard]] Rows query(const QString &sql, const QVariantList &values = {}) const;
    //! The same where only success matters.
    [[nodiscard]] std::optional<Error> execute(const QString &sql, const QVariantList &values = {}) const;

private:
    explicit Database(QString connectionName) : m_name(std::move(connectionName)) {}
    [[nodiscard]] std::optional<Error> useWriteAheadLog();

    QString m_name;
};

} // namespace linterna
