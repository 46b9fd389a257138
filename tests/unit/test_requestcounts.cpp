// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger of the day's requests, on disk: what a restart, a crash, another window and a broken file do to it.
#include "lib/sqlite/requestcounts.h"

#include "lib/sqlite/database.h"
#include "lib/sqlite/statementpool.h"
#include "lib/sqlite/transaction.h"
#include "tests/support/fakeclock.h"
#include "tests/support/files.h"
#include "tests/support/hostilesystem.h"
#include "tests/support/jobresult.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cstdio>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_requestcounts {

namespace {

const QString today = stillClock().now().date().toString(Qt::ISODate);

//! The program that is killed: counts without end and says each sum that is on the disk.
int countForEver(const QStringList &arguments)
{
    const QString file = arguments.value(0);
    RequestCounts counts(file, stillClock());
    while (true) {
        const Result<int> sum = resultOf(counts.add(u"A"_s, today, 1));
        if (!sum)
            return 1;
        std::printf("%d\n", *sum);
        std::fflush(stdout);
    }
}

} // namespace

class TestRequestCounts : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"data/requests.db"_s);
    }

    void addsUpAndSurvivesARestart()
    {
        {
            RequestCounts counts(m_file, stillClock());
            QCOMPARE(resultOf(counts.add(u"A"_s, today, 0)).value(), 0);
            QCOMPARE(resultOf(counts.add(u"A"_s, today, 1)).value(), 1);
            QCOMPARE(resultOf(counts.add(u"A"_s, today, 2)).value(), 3);
            QCOMPARE(resultOf(counts.add(u"B"_s, today, 1)).value(), 1);
            (void)counts.add(u"A"_s, today, -1); // nobody waits for this one
        }
        RequestCounts counts(m_file, stillClock());
        QCOMPARE(resultOf(counts.add(u"A"_s, today, 0)).value(), 2);
        QCOMPARE(resultOf(counts.add(u"B"_s, today, 0)).value(), 1);
        QCOMPARE(resultOf(counts.add(u"A"_s, u"2999-01-01"_s, 0)).value(), 0);
        QCOMPARE(resultOf(counts.add(u"B"_s, today, -5)).value(), 0); // never below nothing
        QCOMPARE(QFileInfo(m_file).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void survivesACrash()
    {
        int told = 0;
        for (int round = 0; round < 10; ++round) {
            QProcess program;
            program.start(QCoreApplication::applicationFilePath(), childRole("count-for-ever", {m_file}));
            QByteArray said;
            while (said.count('\n') <= round && program.waitForReadyRead(patience))
                said += program.readAllStandardOutput();
            program.kill();
            program.waitForFinished(patience);
            said += program.readAllStandardOutput();
            const QByteArrayList lines = said.left(said.lastIndexOf('\n')).split('\n');
            told = lines.last().toInt();
            QVERIFY(told > round);
            RequestCounts counts(m_file, stillClock());
            const int kept = resultOf(counts.add(u"A"_s, today, 0)).value();
            QVERIFY2(kept == told || kept == told + 1, "the sum that was told, and the one that was under way");
        }
    }

    void fault44_twoWindowsCountTogether()
    {
        RequestCounts one(m_file, stillClock());
        RequestCounts other(m_file, stillClock());
        for (int i = 0; i < 50; ++i) {
            (void)one.add(u"A"_s, today, 1);
            (void)other.add(u"A"_s, today, 1);
        }
        const Result<int> first = resultOf(one.add(u"A"_s, today, 0));
        const Result<int> second = resultOf(other.add(u"A"_s, today, 0));
        QCOMPARE(std::max(first.value(), second.value()), 100);
    }

    //! A program that writes for longer than SQLite waits delays a count, and costs none.
    void fault44_aCountWaitsForAnotherProgram()
    {
        RequestCounts counts(m_file, stillClock());
        QCOMPARE(resultOf(counts.add(u"A"_s, today, 1)).value(), 1);
        const auto other = Database::open(m_file, Database::Access::Write);
        QVERIFY(other);
        auto writing = std::make_unique<Transaction>(**other);
        QVERIFY(!writing->error());
        QTimer::singleShot(3 * lockPatience, this, [&writing] { writing.reset(); });
        QCOMPARE(resultOf(counts.add(u"A"_s, today, 1)).value(), 2);
        QVERIFY(!writing);
    }

    void daysLongPastAreForgotten()
    {
        FakeClock clock;
        {
            RequestCounts counts(m_file, clock);
            QCOMPARE(resultOf(counts.add(u"A"_s, today, 7)).value(), 7);
        }
        const auto left = [&](int days) {
            clock.jumpWall(std::chrono::days(days));
            RequestCounts counts(m_file, clock);
            return resultOf(counts.add(u"A"_s, today, 0)).value();
        };
        QCOMPARE(left(30), 7);
        QCOMPARE(left(370), 7); // 400 days later
        QCOMPARE(left(1), 0);
    }

    void fault42_aDamagedFileIsKeptAndANewOneBegun()
    {
        QDir().mkpath(QFileInfo(m_file).absolutePath());
        QByteArray broken;
        for (int i = 0; i < 10'000; ++i)
            broken += static_cast<char>(i % 251);
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(broken) == broken.size());
        file.close();
        RequestCounts counts(m_file, stillClock());
        QCOMPARE(resultOf(counts.add(u"A"_s, today, 1)).value(), 1);
        const QStringList kept = QDir(QFileInfo(m_file).absolutePath()).entryList({u"requests.damaged-*.db"_s});
        QCOMPARE(kept.size(), 1);
        QCOMPARE(bytesOf(QFileInfo(m_file).absolutePath() + u'/' + kept.front()), broken);
    }

    void fault45_aNewerFileIsLeftAlone()
    {
        {
            RequestCounts counts(m_file, stillClock());
            (void)resultOf(counts.add(u"A"_s, today, 1));
        }
        {
            const auto database = Database::open(m_file, Database::Access::Write);
            QVERIFY(!(*database)->execute(u"PRAGMA user_version=99"_s));
        }
        const QByteArray before = bytesOf(m_file);
        QVERIFY(!before.isEmpty());
        {
            RequestCounts counts(m_file, stillClock());
            QCOMPARE(resultOf(counts.add(u"A"_s, today, 1)).error().code, ErrorCode::Storage);
        }
        QCOMPARE(bytesOf(m_file), before);
        QVERIFY(QDir(QFileInfo(m_file).absolutePath()).entryList({u"*damaged*"_s}).isEmpty());
    }

    void fault41_whereNothingCanBeWritten()
    {
        const Unprivileged nobody(m_folder->path());
        QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner);
        {
            RequestCounts counts(m_file, stillClock());
            const Result<int> refused = resultOf(counts.add(u"A"_s, today, 1));
            QCOMPARE(refused.error().code, ErrorCode::Storage);
            QVERIFY(refused.error().detail.contains(QFileInfo(m_file).absolutePath()));
        }
        QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        RequestCounts counts(m_file, stillClock());
        QCOMPARE(resultOf(counts.add(u"A"_s, today, 1)).value(), 1);
    }
};

LINTERNA_TEST(TestRequestCounts)
LINTERNA_CHILD_ROLE("count-for-ever", countForEver)

} // namespace test_requestcounts

#include "test_requestcounts.moc"
