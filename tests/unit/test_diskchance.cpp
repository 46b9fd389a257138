// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that refuses now and then, and a record that is worked with all the same: by chance, from 200 seeds.
#include "lib/exchange/recordexport.h"
#include "lib/localrecord/localrecord.h"
#include "tests/support/failingdisk.h"
#include "tests/support/fakeclock.h"
#include "tests/support/files.h"
#include "tests/support/jobresult.h"
#include "tests/support/recordwords.h"
#include "tests/support/samplerecord.h"
#include "tests/support/testprogram.h"

#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_diskchance {

namespace {

constexpr int cases = 8; // of a sample record

//! A day with a record on a bad disk, and what must be in the record by what was said to have been done.
class BadDay
{
public:
    BadDay(const QString &folder, const QString &sample, unsigned seed)
        : m_chance(seed), m_file(folder + u"/history.db"_s), m_export(folder + u"/export.csv"_s)
    {
        if (!QFile::copy(sample, m_file))
            note("no sample");
        open();
        const auto visitor = std::make_shared<CollectingVisitor>();
        if (!resultOf(m_store->visit(visitor)))
            note("it cannot be read");
        for (const auto &outcome : visitor->outcomes)
            m_checks[outcome->id] = {numberOf(outcome->receipt), lineOf(*outcome)};
        for (const CheckRow &row : visitor->rows)
            m_clients[numberOf(*row.receipt)] = row.details.client;
        open(); // with nothing of it in memory
    }

    void doSomething()
    {
        switch (m_chance.below(8)) {
        case 0:
        case 1:
        case 2:
            return record();
        case 3:
            return edit();
        case 4:
            return list();
        case 5:
            return exportAll();
        case 6:
            return remove();
        default:
            return m_removed.empty() ? list() : m_chance.oneIn(3) ? purge() : undoDeletion();
        }
    }
    //! With a disk that is sound again; in this run, and in another one.
    void compare()
    {
        for (const char *run : {"in this run", "in the next run"}) {
            const auto visitor = std::make_shared<CollectingVisitor>();
            if (!resultOf(m_store->visit(visitor)))
                note("it cannot be read");
            std::map<qint64, QByteArray> lines; // a visit goes by time, and these times are in no order
            for (std::size_t i = 0; i < visitor->rows.size(); ++i) {
                const auto &outcome = visitor->outcomes[i];
                lines[visitor->rows[i].id] = outcome ? lineOf(*outcome) : QByteArray("unreadable\n");
            }
            QByteArray there;
            for (const auto &[id, line] : lines)
                there += line;
            QByteArray expected;
            for (const auto &[id, check] : m_checks)
                expected += check.line;
            if (there != expected)
                note(run + QByteArray(" it held\n") + there + "and not\n" + expected);
            for (const auto &[number, client] : m_clients) {
                const auto found = resultOf(m_store->findCase(sampleReceipt(number)));
                if (!found || found->details.client != client)
                    note("a client is not the one that was entered");
            }
            m_store.reset();
            if (const QByteArray integrity = integrityOf(m_file); integrity != "ok")
                note(integrity);
            open();
        }
    }
    //! The first thing that was not as it should be; empty where all was.
    [[nodiscard]] QByteArray problem() const { return m_problem; }

private:
    struct Kept {
        int number; //!< of its case
        QByteArray line;
    };
    using Checks = std::map<qint64, Kept>;
    using Clients = std::map<int, QString>;
    struct Gone {
        Checks checks;
        Clients clients;
    };

    static int numberOf(const ReceiptNumber &receipt) { return receipt.toString().right(1).toInt(); }
    void open()
    {
        m_store = nullptr;
        m_store = std::make_unique<LocalRecord>(stillClock());
        if (!resultOf(m_store->file().open({m_file, sampleKey(), RecordRole::Owner})))
            note("it does not open");
    }
    void note(const QByteArray &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }
    //! Whether it was done. Where it was not, the disk is the reason.
    template<class T>
    bool isDone(const Result<T> &result, const char *what)
    {
        if (!result && result.error().code != ErrorCode::Storage)
            note(what + QByteArray(": ") + errorCodeName(result.error().code).toLatin1());
        return result.ok();
    }
    static QByteArray lineOf(const CheckOutcome &outcome)
    {
        return QByteArray::number(outcome.id) + ' ' + wordsOf(outcome.receipt) + ' '
            + (outcome.result ? outcome.result->title.en.toUtf8()
                              : errorCodeName(outcome.result.error().code).toLatin1())
            + '\n';
    }

    void record()
    {
        const int number = m_chance.below(cases);
        CaseStatus status = caseStatus(sampleReceipt(number));
        status.title.en = u"Case Number %1"_s.arg(m_chance.below(1000));
        const auto outcome =
            m_chance.oneIn(4) ? badOutcome({.code = ErrorCode::Offline}, status.receipt) : goodOutcome(status);
        if (const auto stored = resultOf(m_store->record(outcome)); isDone(stored, "record"))
            m_checks[stored->id] = {number, lineOf(*stored)};
    }
    void edit()
    {
        const int number = m_chance.below(cases);
        const QString client = u"Client %1"_s.arg(m_chance.below(1000));
        if (isDone(resultOf(m_store->editCase(sampleReceipt(number), {.client = client})), "edit"))
            m_clients[number] = client;
    }
    void list()
    {
        const auto page = resultOf(m_store->checks({.pageSize = 5}));
        if (!isDone(page, "list"))
            return;
        if (page->complete && page->total != qint64(m_checks.size()))
            note("a list of " + QByteArray::number(page->total) + " and not of " + QByteArray::number(m_checks.size()));
        for (const CheckRow &row : page->rows) {
            if (row.unreadable)
                note("a row was said to be unreadable");
        }
    }
    void exportAll()
    {
        const auto written = resultOf(exportRecord(*m_store, m_export, {.columns = {u"receipt_number"_s}}));
        if (isDone(written, "export")) {
            m_exported = bytesOf(m_export);
            if (*written != qint64(m_checks.size()) || m_exported.count("\r\n") != *written + 1)
                note("an export of " + QByteArray::number(*written) + " checks");
        } else if (bytesOf(m_export) != m_exported) {
            note("an export that failed was written");
        }
    }
    void remove()
    {
        const int number = m_chance.below(cases);
        const auto removed = resultOf(m_store->deleteCases({sampleReceipt(number)}));
        if (!isDone(removed, "remove") || removed->cases == 0)
            return;
        Gone &gone = m_removed[removed->number];
        for (auto check = m_checks.begin(); check != m_checks.end();) {
            const auto next = std::next(check);
            if (check->second.number == number)
                gone.checks.insert(m_checks.extract(check));
            check = next;
        }
        gone.clients.insert(m_clients.extract(number));
    }
    void undoDeletion()
    {
        const auto last = std::prev(m_removed.end());
        if (!isDone(resultOf(m_store->undoDeletion(last->first)), "take back"))
            return;
        m_checks.merge(last->second.checks);
        m_clients.merge(last->second.clients); // what was entered since stays
        m_removed.erase(last);
    }
    void purge()
    {
        (void)isDone(resultOf(m_store->file().purge()), "purge");
        m_removed.clear(); // nobody takes back what was to be forgotten, whether it is out of the file already or not
    }

    Chance m_chance;
    QString m_file;
    QString m_export;
    std::unique_ptr<LocalRecord> m_store;
    Checks m_checks;
    Clients m_clients;
    std::map<qint64, Gone> m_removed;
    QByteArray m_exported;
    QByteArray m_problem;
};

} // namespace

class TestDiskChance : public QObject
{
    Q_OBJECT
private slots:
    //! From 200 seeds (30 under the sanitizers), or as many as LINTERNA_SEEDS says. Between one call in 5 and one in 500 fails.
    void fault46_errorsByChance()
    {
        QLoggingCategory::setFilterRules(u"linterna.storage.warning=false"_s);
        const int seeds = qEnvironmentVariableIntValue("LINTERNA_SEEDS") > 0
            ? qEnvironmentVariableIntValue("LINTERNA_SEEDS")
            : partUnderSanitizers(200, 30);
        FailingDisk disk;
        const QTemporaryDir made;
        const QString sample = made.filePath(u"sample.db"_s);
        QVERIFY(!makeSampleRecord(sample));
        int daysWithErrors = 0;
        for (int seed = 1; seed <= seeds; ++seed) {
            const QTemporaryDir folder;
            BadDay day(folder.path(), sample, static_cast<unsigned>(seed));
            disk.failByChance(static_cast<unsigned>(seed), 5 + Chance(static_cast<unsigned>(seed)).below(500));
            for (int i = 0; i < 25; ++i)
                day.doSomething();
            daysWithErrors += disk.heal() > 0 ? 1 : 0;
            day.compare();
            QVERIFY2(day.problem().isEmpty(), "seed " + QByteArray::number(seed) + ": " + day.problem());
        }
        QVERIFY(daysWithErrors > seeds / 2);
    }
};

LINTERNA_TEST(TestDiskChance)

} // namespace test_diskchance

#include "test_diskchance.moc"
