// SPDX-License-Identifier: GPL-3.0-or-later
// Searching a million checks, and exporting them into a file.
#include "tests/bench/bench.h"
#include "tests/bench/recordmaker.h"
#include "tests/bench/waiting.h"

#include "lib/exchange/recordexport.h"
#include "lib/localrecord/localrecord.h"
#include "lib/sqlite/database.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

namespace linterna::bench {

namespace {

using namespace Qt::StringLiterals;

//! Rows that the window reads first of a page: a screenful (see ListFeed).
constexpr int rowsAtFirst = 100;

int checksOf(int size)
{
    return size > 0 ? size * 20 : 1'000'000;
}

QString record(int size)
{
    return recordOf(checksOf(size), size > 0 ? size : 50'000);
}

template<class Work>
double milliseconds(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

QString spread(const std::vector<double> &values)
{
    return u"median %1, worst %2 ms"_s.arg(median(values), 0, 'f', 1).arg(std::ranges::max(values), 0, 'f', 1);
}

//! Baseline: the checks in one SQLite table without encryption, searched with LIKE.
class PlainCopy
{
public:
    PlainCopy(LocalRecord &history, const QString &folder)
        : m_csv(folder + u"/all.csv"_s), m_file(folder + u"/plain.db"_s)
    {
        m_rows = *wait(exportRecord(history, m_csv));
        run({m_file, u".mode csv"_s, u".import %1 checks"_s.arg(m_csv)});
    }
    //! Duration of writing all rows as CSV, in seconds.
    [[nodiscard]] double exportSeconds() const
    {
        return milliseconds([this] {
                   QProcess sqlite;
                   sqlite.setStandardOutputFile(m_csv + u".plain"_s);
                   start(sqlite, {u"-csv"_s, u"-header"_s, m_file, u"SELECT * FROM checks"_s});
               })
            / 1e3;
    }
    [[nodiscard]] double searchMilliseconds(const QString &word) const
    {
        const auto database = Database::open(m_file, Database::Access::Look);
        const QString like = u"%%1%"_s.arg(word);
        return milliseconds([&] {
            Rows rows = (*database)->query(
                u"SELECT * FROM checks WHERE receipt_number LIKE ?1 OR client LIKE ?1 OR note LIKE ?1"
                " OR title_en LIKE ?1 OR title_es LIKE ?1 ORDER BY rowid DESC LIMIT 2000"_s,
                {like});
            while (rows.next()) {
            }
        });
    }
    [[nodiscard]] qint64 rows() const { return m_rows; }
    [[nodiscard]] qint64 csvBytes() const { return QFileInfo(m_csv).size(); }

private:
    static void start(QProcess &sqlite, const QStringList &arguments)
    {
        sqlite.start(u"sqlite3"_s, arguments);
        if (!sqlite.waitForFinished(-1) || sqlite.exitCode() != 0)
            qFatal("sqlite3 failed");
    }
    static void run(const QStringList &arguments)
    {
        QProcess sqlite;
        start(sqlite, arguments);
    }

    QString m_csv;
    QString m_file;
    qint64 m_rows = 0;
};

Figure search(int size)
{
    const QTemporaryDir folder(QDir::current().filePath(u"linterna-bench-XXXXXX"_s));
    const double before = megabytes();
    const SystemClock clock;
    LocalRecord history{clock};
    const double readIn = milliseconds([&] { openWhole(history, record(size)); });
    QStringList notes{
        u"read in after %1 ms; memory +%2 MB"_s.arg(readIn, 0, 'f', 0).arg(megabytes() - before, 0, 'f', 1)};
    std::vector<double> plain;
    std::vector<double> all;
    std::vector<double> rare;
    const PlainCopy copy(history, folder.path());
    for (const QString &typed : {RecordMaker::receipt(17).toString().toLower(), u"garcía"_s, u"file 0001"_s,
                                 u"prefers spanish"_s, u"case was approved"_s, u"expediente"_s}) {
        std::vector<double> each;
        for (qsizetype length = 1; length <= typed.size(); ++length) {
            const ListQuery query{.criteria = {.filter = {.text = typed.first(length)}}, .limit = rowsAtFirst};
            each.push_back(milliseconds([&] { (void)wait(history.cases(query)); }));
            each.push_back(milliseconds([&] { (void)wait(history.checks(query)); }));
        }
        plain.push_back(copy.searchMilliseconds(typed));
        notes << u"%1: %2 (LIKE over five columns %3)"_s.arg(typed, spread(each)).arg(plain.back(), 0, 'f', 0);
        all.insert(all.end(), each.begin(), each.end());
    }
    for (const QString &typed :
         {u"fingerprint"_s, u"september 5"_s, u"\"september 5, 2024\""_s, u"2024"_s, u"\"form i-130, petition\""_s}) {
        rare.push_back(milliseconds(
            [&] { (void)wait(history.checks({.criteria = {.filter = {.text = typed}}, .limit = rowsAtFirst})); }));
        notes << u"%1: %2 ms"_s.arg(typed).arg(rare.back(), 0, 'f', 1);
    }
    const bool holds = median(all) <= 50 && std::ranges::max(all) <= 200 && std::ranges::max(rare) <= 1000;
    notes << u"all key presses: %1 (at most 50 and 200); words in descriptions: %2 (at most 1000)%3"_s.arg(
        spread(all), spread(rare), holds || size > 0 ? u""_s : u" … falls short"_s);
    notes << u"LIKE in a plain table: %1"_s.arg(spread(plain));
    return {.value = median(all), .baseline = 50, .unit = "ms", .notes = notes, .restHolds = holds};
}

Figure pages(int size)
{
    const SystemClock clock;
    LocalRecord history{clock};
    openWhole(history, record(size));
    std::vector<double> each;
    std::vector<double> whole;
    // An order is computed when it is first asked for; after that its pages are as quick as others.
    const double order = milliseconds(
        [&] { (void)wait(history.checks({.criteria = {.sort = ListSort::Client}, .limit = rowsAtFirst})); });
    for (const auto sort : {ListSort::Newest, ListSort::Client}) {
        ListQuery query{.criteria = {.sort = sort}};
        for (int i = 0; i < 12; ++i) {
            ListQuery first = query;
            first.limit = rowsAtFirst;
            each.push_back(milliseconds([&] { (void)wait(history.checks(first)); }));
            CheckPage page;
            whole.push_back(milliseconds([&] { page = *wait(history.checks(query)); }));
            if (page.rows.empty())
                break;
            query.from = i < 8 ? ListQuery::From::Below : ListQuery::From::Above;
            query.id = i < 8 ? page.rows.back().id : page.rows.front().id;
        }
    }
    for (int i = 0; i < 12; ++i)
        each.push_back(milliseconds([&] {
            (void)wait(
                history.checks({.from = ListQuery::From::Date, .date = QDate(2024, 2 + i, 3), .limit = rowsAtFirst}));
        }));
    return {.value = median(each),
            .baseline = 50,
            .unit = "ms",
            .notes = {u"the first screen: "_s + spread(each) + u" (at most 50)"_s,
                      u"a whole page of 2,000: "_s + spread(whole),
                      u"the first list in another order: %1 ms"_s.arg(order, 0, 'f', 1)},
            .restHolds = std::ranges::max(each) <= 50};
}

Figure exporting(int size)
{
    const QTemporaryDir folder(QDir::current().filePath(u"linterna-bench-XXXXXX"_s));
    const SystemClock clock;
    LocalRecord history{clock};
    openWhole(history, record(size));
    const PlainCopy copy(history, folder.path());
    const double before = megabytes();
    double most = before;
    ExportOptions options;
    options.scope.progress = [&](qint64, qint64) { most = std::max(most, megabytes()); };
    const double ours =
        milliseconds([&] { (void)wait(exportRecord(history, folder.filePath(u"ours.csv"_s), options)); }) / 1e3;
    std::vector<double> plain;
    for (int i = 0; i < 3; ++i)
        plain.push_back(copy.exportSeconds());
    return {.value = ours,
            .baseline = median(plain),
            .unit = "s",
            .notes = {u"%1 rows, %2 MB; memory +%3 MB meanwhile"_s.arg(copy.rows())
                          .arg(double(copy.csvBytes()) / 1e6, 0, 'f', 0)
                          .arg(most - before, 0, 'f', 1)}};
}

//! Deletes one case of all, and purges it from the file.
Figure forgetting(int size)
{
    const QTemporaryDir folder(QDir::current().filePath(u"linterna-bench-XXXXXX"_s));
    const QString file = folder.filePath(u"history.db"_s);
    const QString plain = folder.filePath(u"plain.db"_s);
    if (!QFile::copy(record(size), file) || !QFile::copy(file, plain))
        qFatal("the record could not be copied");
    const SystemClock clock;
    LocalRecord history{clock};
    openWhole(history, file);
    const double ours = milliseconds([&] {
                            if (!wait(history.deleteCases({RecordMaker::receipt(17)})) || !wait(history.file().purge()))
                                qFatal("nothing was deleted");
                        })
        / 1e3;
    const double vacuum = milliseconds([&] {
                              const auto database = Database::open(plain, Database::Access::Write);
                              if (!database || (*database)->execute(u"VACUUM"_s))
                                  qFatal("no vacuum");
                          })
        / 1e3;
    return {.value = ours, .baseline = vacuum, .unit = "s"};
}

} // namespace

std::vector<Benchmark> recordListBenchmarks()
{
    return {
        {"record-search", "find while a person types, against what is allowed", 1, Benchmark::Better::Lower, search},
        {"record-pages", "earlier, later, to a date, against what is allowed", 1, Benchmark::Better::Lower, pages},
        {"record-export", "export all checks as CSV, against sqlite3 -csv of a plain copy", 3, Benchmark::Better::Lower,
         exporting},
        {"record-forget", "delete a case so that nothing is left of it, against SQLite rewriting the file", 3,
         Benchmark::Better::Lower, forgetting}};
}

} // namespace linterna::bench
