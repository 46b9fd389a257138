// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"
#include "tests/bench/recordmaker.h"
#include "tests/bench/waiting.h"

#include "lib/localrecord/localrecord.h"
#include "lib/sqlite/database.h"
#include "tests/support/outcomes.h"
#include "tests/support/testrecord.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace linterna::bench {

namespace {

//! Baseline: inserts the same number of bytes durably, without encryption, comparison or a thread.
double bareInsert(const QString &file, int rows, qsizetype bytes)
{
    const auto database = Database::open(file, Database::Access::Write);
    if (!database || (*database)->prepareForWriting()
        || (*database)->execute(QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, at INTEGER, data BLOB)")))
        qFatal("no database");
    const QByteArray data(bytes, 'x');
    std::vector<double> each;
    for (int i = 0; i < rows; ++i)
        each.push_back(medianSeconds(1, [&] {
            if ((*database)->execute(QStringLiteral("INSERT INTO t (at, data) VALUES (?, ?)"), {i, data}))
                qFatal("insert failed");
        }));
    std::ranges::sort(each);
    return each[each.size() / 2];
}

double medianOfRecording(LocalRecord &history, const CheckOutcome &outcome, int times)
{
    std::vector<double> each;
    for (int i = 0; i < times; ++i)
        each.push_back(medianSeconds(1, [&] {
            if (!wait(history.record(outcome)).ok())
                qFatal("not recorded");
        }));
    std::ranges::sort(each);
    return each[each.size() / 2];
}

Figure recordOne(int size)
{
    const int rows = size > 0 ? size : 500;
    const QTemporaryDir dir(
        QStringLiteral("linterna-bench-XXXXXX")); // on the disk of the working folder, not in memory
    const SystemClock clock;
    LocalRecord history{clock};
    if (!wait(history.file().open({.file = dir.filePath(QStringLiteral("history.db")), .dataKey = test::testKey()}))
             .ok())
        qFatal("the record could not be opened");
    CheckOutcome outcome = test::goodOutcome();
    outcome.rawReply = QByteArray(1'600, 'x');
    const double fresh = medianOfRecording(history, outcome, rows);
    // Recording into a record that holds a million checks of 50,000 receipt numbers already.
    const QString full = dir.filePath(QStringLiteral("full.db"));
    if (!QFile::copy(recordOf(size > 0 ? size * 20 : 1'000'000, size > 0 ? size : 50'000), full))
        qFatal("the record could not be copied");
    LocalRecord large{clock};
    openWhole(large, full);
    const double late = medianOfRecording(large, outcome, rows);
    const double plain = bareInsert(dir.filePath(QStringLiteral("bare.db")), rows, 3'000);
    return {.value = fresh * 1e3,
            .baseline = plain * 1e3,
            .unit = "ms",
            .notes = {QStringLiteral("in a full record: median %1 ms (at most 5)").arg(late * 1e3, 0, 'f', 2)},
            .restHolds = size > 0 || late * 1e3 <= 5};
}

} // namespace

std::vector<Benchmark> recordBenchmarks()
{
    return {{"record-check",
             "record one check durably (encrypted, compared with the last), against a bare SQLite insert", 3,
             Benchmark::Better::Lower, recordOne}};
}

} // namespace linterna::bench
