// SPDX-License-Identifier: GPL-3.0-or-later
// Two programs that write into one record at once, and are killed at any moment: one records check after check, as the
// window does, the other takes in file after file, as --import-history does.
#include "tests/support/chance.h"
#include "tests/support/eventlog.h"
#include "tests/support/fakeclock.h"
#include "tests/support/jobresult.h"
#include "tests/support/recordtransfer.h"
#include "tests/support/samplerecord.h"
#include "tests/support/testprogram.h"

#include "lib/localrecord/localrecord.h"

#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_twowriters {

namespace {

constexpr int checksOfAFile = 7;

//! Check `number` of a writer (1 or 2).
CheckOutcome numbered(int writer, int number)
{
    CheckOutcome outcome =
        goodOutcome(caseStatus(receiptOf(u"IOE%1%2"_s.arg(writer).arg(number, 9, 10, QLatin1Char('0')))));
    outcome.checkedAt = someTime().addSecs(number);
    return outcome;
}

void tell(int number)
{
    std::printf("%d\n", number);
    std::fflush(stdout);
}

std::unique_ptr<LocalRecord> openedAs(RecordRole role, const QString &file)
{
    auto record = std::make_unique<LocalRecord>(stillClock());
    while (true) {
        const auto opened = resultOf(record->file().open({file, sampleKey(), role}));
        if (opened || opened.error().code != ErrorCode::StorageBusy)
            return opened ? std::move(record) : nullptr;
    }
}

//! Records checks without end, from a number on, and says the number of each that is on the disk.
int recordNumbered(const QStringList &arguments)
{
    const auto record = openedAs(RecordRole::Owner, arguments.value(0));
    for (int number = arguments.value(1).toInt(); record;) {
        const auto stored = resultOf(record->record(numbered(1, number)));
        if (stored)
            tell(number++);
        else if (stored.error().code != ErrorCode::StorageBusy)
            break;
    }
    return 1;
}

//! Takes in files of some checks without end, and says the number of the first check of each that is on the disk.
int importNumbered(const QStringList &arguments)
{
    const auto record = openedAs(RecordRole::Guest, arguments.value(0));
    for (int number = arguments.value(1).toInt(); record;) {
        ImportedItems items;
        for (int i = 0; i < checksOfAFile; ++i)
            items.emplace_back(ImportedCheck{numbered(2, number + i), {.client = u"Client %1"_s.arg(number + i)}});
        const auto taken = resultOf(record->importAll(std::make_shared<ItemSource>(std::move(items))));
        if (taken) {
            tell(number);
            number += checksOfAFile;
        } else if (taken.error().code != ErrorCode::StorageBusy) {
            break;
        }
    }
    return 1;
}

//! One of the two programs.
class Writer
{
public:
    Writer(const char *role, int checksAtOnce) : m_role(role), m_checksAtOnce(checksAtOnce) {}

    void start(const QString &file)
    {
        m_process = std::make_unique<QProcess>();
        m_process->start(QCoreApplication::applicationFilePath(), childRole(m_role, {file, QString::number(m_next)}));
    }
    //! Waits until it has told so many numbers more. False where it ended instead.
    bool waitFor(int numbers)
    {
        for (const qsizetype wanted = m_told.size() + numbers; m_told.size() < wanted; listen()) {
            if (!m_process->bytesAvailable() && !m_process->waitForReadyRead(patience))
                return false;
        }
        return true;
    }
    void kill()
    {
        m_process->kill();
        m_process->waitForFinished(patience);
        listen();
        // What was under way may be on the disk all the same: the next program begins behind it.
        m_next += m_checksAtOnce;
    }
    [[nodiscard]] const QSet<int> &told() const { return m_told; }

private:
    void listen()
    {
        m_process->setReadChannel(QProcess::StandardOutput);
        while (m_process->canReadLine()) {
            const int number = m_process->readLine().trimmed().toInt();
            m_told << number;
            m_next = number + m_checksAtOnce;
        }
    }

    const char *m_role;
    int m_checksAtOnce;
    std::unique_ptr<QProcess> m_process;
    QSet<int> m_told;
    int m_next = 1;
};

} // namespace

class TestTwoWriters : public QObject
{
    Q_OBJECT

private slots:
    //! 10 kills (4 under the sanitizers), or as many as LINTERNA_KILLS says. Nothing is lost that was told of, nothing is
    //! there twice, files are there whole or not at all, and no chain has a gap.
    void fault43_fault44_twoProgramsAreKilled()
    {
        const int asked = qEnvironmentVariableIntValue("LINTERNA_KILLS");
        const int kills = asked > 0 ? asked : partUnderSanitizers(10, 4);
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"history.db"_s);
        QVERIFY(openedAs(RecordRole::Owner, file));
        Writer window("record-numbered", 1);
        Writer command("import-numbered", checksOfAFile);
        window.start(file);
        command.start(file);
        Chance chance(20261130);
        for (int round = 0; round < kills; ++round) {
            Writer &killed = chance.oneIn(2) ? window : command;
            Writer &other = &killed == &window ? command : window;
            QVERIFY(killed.waitFor(1 + chance.below(asked > 0 ? 100 : 10)));
            QVERIFY(other.waitFor(1)); // it goes on meanwhile
            killed.kill();
            killed.start(file);
        }
        window.kill();
        command.kill();
        QCOMPARE(problemsInEvents(file, sampleKey()), QStringList());
        const auto record = openedAs(RecordRole::Owner, file);
        auto seen = std::make_shared<CollectingVisitor>();
        QVERIFY(resultOf(record->visit(seen)));
        QSet<int> recorded;
        QSet<int> imported;
        for (const auto &outcome : seen->outcomes) {
            QVERIFY(outcome);
            const QString receipt = outcome->receipt.toString();
            QSet<int> &those = receipt.at(3) == u'1' ? recorded : imported;
            const int number = receipt.mid(4).toInt();
            QVERIFY2(!those.contains(number), qPrintable(receipt));
            those << number;
        }
        QVERIFY(recorded.contains(window.told()));
        QVERIFY(recorded.size() <= window.told().size() + kills + 1);
        for (const int first : command.told()) {
            for (int i = 0; i < checksOfAFile; ++i)
                QVERIFY(imported.contains(first + i));
        }
        QCOMPARE(imported.size() % checksOfAFile, 0);
        QVERIFY(imported.size() / checksOfAFile <= command.told().size() + kills + 1);
        qInfo("%d kills, %lld checks recorded, %lld taken in", kills, qlonglong(recorded.size()),
              qlonglong(imported.size()));
    }
};

LINTERNA_TEST(TestTwoWriters)
LINTERNA_CHILD_ROLE("record-numbered", recordNumbered)
LINTERNA_CHILD_ROLE("import-numbered", importNumbered)

} // namespace test_twowriters

#include "test_twowriters.moc"
