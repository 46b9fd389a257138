// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "bench/recordmaker.h"
#include "bench/waiting.h"

#include "history/historystore.h"
#include "storage/database.h"
#include "support/outcomes.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

namespace linterna::bench {

namespace {

//! The same number of bytes, durable, without encryption, comparison or a thread.
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

double megabytes()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ')[1].toDouble() * 4096 / 1e6;
}

Figure search(int size)
{
    using namespace Qt::StringLiterals;
    const int checks = size > 0 ? size * 20 : 1'000'000;
    const int receipts = size > 0 ? size : 50'000;
    const QString file = recordOf(checks, receipts);
    const double before = megabytes();
    HistoryStore history;
    QElapsedTimer timer;
    timer.start();
    if (!wait(history.open({.file = file, .dataKey = benchKey()})))
        qFatal("the record could not be opened");
    const double opened = double(timer.nsecsElapsed()) / 1e6;
    bool read = false;
    QObject::connect(&history, &HistoryStore::recordRead, [&] { read = true; });
    timer.start();
    (void)wait(history.cases({}));
    const double firstCases = double(timer.nsecsElapsed()) / 1e6;
    timer.start();
    (void)wait(history.checks({}));
    const double firstChecks = double(timer.nsecsElapsed()) / 1e6;
    while (!read)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const double readIn = double(timer.nsecsElapsed()) / 1e6;
    std::printf("    opened %.1f ms, first cases %.1f ms, first checks %.1f ms, read in %.0f ms, memory +%.1f MB\n", opened, firstCases,
                firstChecks, readIn, megabytes() - before);
    std::vector<double> each;
    for (const QString &typed : {RecordMaker::receipt(17).toString().toLower(), u"garcía"_s, u"file 0001"_s, u"prefers spanish"_s,
                                 u"case was approved"_s, u"fingerprint"_s, u"september 5"_s, u"\"form i-130, petition\""_s, u"2024"_s}) {
        QStringList line;
        for (qsizetype length = 1; length <= typed.size(); ++length) {
            for (const bool cases : {true, false}) {
                const HistoryQuery query{.filter = {.text = typed.first(length)}};
                qint64 total = 0;
                timer.start();
                if (cases)
                    total = wait(history.cases(query))->total;
                else
                    total = wait(history.checks(query))->total;
                each.push_back(double(timer.nsecsElapsed()) / 1e6);
                line << u"%1%2 ms/%3"_s.arg(cases ? u""_s : u"c "_s).arg(each.back(), 0, 'f', 1).arg(total);
            }
        }
        std::printf("    %s: %s\n", qUtf8Printable(typed), qUtf8Printable(line.join(u", "_s)));
    }
    std::ranges::sort(each);
    return {.value = each[each.size() / 2], .baseline = 50, .unit = "ms", .notes = {u"worst %1 ms"_s.arg(each.back())}};
}

} // namespace

std::vector<Benchmark> recordBenchmarks()
{
    return {{"record-search", "find while a person types", 1, Benchmark::Better::Lower, search},
            {"record-check", "record one check durably (encrypted, compared with the last), against a bare SQLite insert", 3,
             Benchmark::Better::Lower, recordOne}};
}

} // namespace linterna::bench
