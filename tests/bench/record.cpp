// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"

#include "history/historystore.h"
#include "support/outcomes.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <algorithm>

namespace linterna::bench {

namespace {

template<class T>
Result<T> wait(JobOf<T> *job)
{
    std::optional<Result<T>> got;
    QObject context;
    job->onFinished(&context, [&](const Result<T> &result) { got = result; });
    while (!got)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return *got;
}

//! The same number of bytes, durable, without encryption, comparison or a thread.
double bareInsert(const QString &file, int rows, qsizetype bytes)
{
    const QString name = QStringLiteral("bare");
    double seconds = 0;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(file);
        if (!database.open())
            qFatal("no database");
        QSqlQuery query(database);
        query.exec(QStringLiteral("PRAGMA journal_mode=WAL"));
        query.exec(QStringLiteral("PRAGMA synchronous=FULL"));
        query.exec(QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, at INTEGER, data BLOB)"));
        query.prepare(QStringLiteral("INSERT INTO t (at, data) VALUES (?, ?)"));
        const QByteArray data(bytes, 'x');
        std::vector<double> each;
        for (int i = 0; i < rows; ++i) {
            query.bindValue(0, i);
            query.bindValue(1, data);
            each.push_back(medianSeconds(1, [&] {
                if (!query.exec())
                    qFatal("insert failed");
            }));
        }
        std::ranges::sort(each);
        seconds = each[each.size() / 2];
    }
    QSqlDatabase::removeDatabase(name);
    return seconds;
}

Figure recordOne(int size)
{
    const int rows = size > 0 ? size : 500;
    const QTemporaryDir dir(QStringLiteral("linterna-bench-XXXXXX")); // on the disk of the working folder, not in memory
    HistoryStore history;
    if (!wait(history.open({.file = dir.filePath(QStringLiteral("history.db")), .dataKey = Secret::copyOf(QByteArray(32, 'k'))})).ok())
        qFatal("the record could not be opened");
    CheckOutcome outcome = test::goodOutcome();
    outcome.rawReply = QByteArray(1'600, 'x');
    std::vector<double> each;
    for (int i = 0; i < rows; ++i)
        each.push_back(medianSeconds(1, [&] {
            if (!wait(history.record(outcome)).ok())
                qFatal("not recorded");
        }));
    std::ranges::sort(each);
    const double plain = bareInsert(dir.filePath(QStringLiteral("bare.db")), rows, 3'000);
    return {.value = each[each.size() / 2] * 1e3, .baseline = plain * 1e3, .unit = "ms"};
}

} // namespace

std::vector<Benchmark> recordBenchmarks()
{
    return {{"record-check", "record one check durably (encrypted, compared with the last), against a bare SQLite insert", 3,
             Benchmark::Better::Lower, recordOne}};
}

} // namespace linterna::bench
