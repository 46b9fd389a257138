// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>

#include <sqlite3.h>

namespace linterna::test {

//! Runs SQL on a record's file as somebody does it who has SQLite and not our settings of it. One file is left. Gives
//! what SQLite said against it; empty where it was done.
inline QByteArray alterFile(const QString &file, const QByteArray &sql)
{
    sqlite3 *connection = nullptr;
    QByteArray problem;
    if (sqlite3_open(QFile::encodeName(file).constData(), &connection) != SQLITE_OK
        || sqlite3_exec(connection, "PRAGMA synchronous=OFF; PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr)
            != SQLITE_OK
        || sqlite3_exec(connection, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        problem = sqlite3_errmsg(connection);
    sqlite3_close(connection);
    return problem;
}

} // namespace linterna::test
