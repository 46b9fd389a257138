// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"
#include "tests/bench/recordmaker.h"
#include "tests/bench/waiting.h"

#include "lib/localrecord/localrecord.h"
#include "lib/localrecord/recorddatabase.h"
#include "lib/sqlite/database.h"
#include "tests/support/outcomes.h"
#include "tests/support/testrecord.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <thread>

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

//! The longest time that this thread's event loop was held, in milliseconds, while it lives.
class LongestGap
{
public:
    LongestGap()
    {
        m_sinceLast.start();
        m_timer.callOnTimeout([this] {
            m_longest = std::max(m_longest, double(m_sinceLast.nsecsElapsed()) / 1e6);
            m_sinceLast.start();
        });
        m_timer.start(0);
    }
    [[nodiscard]] double milliseconds() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_sinceLast;
    double m_longest = 0;
};

//! Records checks in the same file as another program does: with a connection to the database of its own.
void recordElsewhere(const QString &file, int checks, const QDateTime &from)
{
    RecordDatabase other;
    const Author author{from, QStringLiteral("other")};
    if (!other.open({.file = file, .dataKey = benchKey(), .role = RecordRole::Guest}, author))
        qFatal("the record could not be opened a second time");
    for (int i = 0; i < checks; ++i) {
        CheckOutcome outcome = test::goodOutcome(test::caseStatus(RecordMaker::receipt(i)));
        outcome.checkedAt = from.addSecs(i);
        if (!other.record(outcome, author))
            qFatal("not recorded");
    }
}

Figure followOther(int size)
{
    const int more = size > 0 ? size : 1'000;
    const QTemporaryDir dir(QStringLiteral("linterna-bench-XXXXXX"));
    const QString file = dir.filePath(QStringLiteral("full.db"));
    if (!QFile::copy(recordOf(size > 0 ? size * 20 : 1'000'000, size > 0 ? size : 50'000), file))
        qFatal("the record could not be copied");
    const SystemClock clock;
    LocalRecord history{clock};
    openWhole(history, file);
    const qint64 before = wait(history.checks({.limit = 1}))->total;
    const qint64 number = wait(history.changesAfter(0))->number;
    std::atomic_bool ended = false;
    QElapsedTimer sinceEnd;
    std::thread other([&] {
        recordElsewhere(file, more, clock.now().toUTC());
        ended = true;
    });
    const LongestGap gap;
    double waited = 0;
    for (qint64 total = before; total < before + more;) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        if (ended && !sinceEnd.isValid())
            sinceEnd.start();
        if (const auto page = wait(history.checks({.limit = 1})))
            total = page->total;
        waited = sinceEnd.isValid() ? double(sinceEnd.nsecsElapsed()) / 1e6 : 0;
    }
    other.join();
    const bool followed = !wait(history.changesAfter(number))->everything;
    return {.value = waited,
            .baseline = 1'000,
            .unit = "ms",
            .notes = {QStringLiteral("%1 checks by another program; longest hold of this thread %2 ms (at most 16); %3")
                          .arg(more)
                          .arg(gap.milliseconds(), 0, 'f', 1)
                          .arg(followed ? QStringLiteral("followed one by one") : QStringLiteral("read anew"))},
            .restHolds = followed && (size > 0 || gap.milliseconds() <= 16)};
}

} // namespace

std::vector<Benchmark> recordBenchmarks()
{
    return {{"record-check",
             "record one check durably (encrypted, compared with the last), against a bare SQLite insert", 3,
             Benchmark::Better::Lower, recordOne},
            {"record-follow", "until what another program recorded stands in the lists, against what is allowed", 1,
             Benchmark::Better::Lower, followOther}};
}

} // namespace linterna::bench
