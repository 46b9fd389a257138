// SPDX-License-Identifier: GPL-3.0-or-later
// A full disk, a folder that cannot be written, and an end without warning.
#include "lib/exchange/recordexport.h"
#include "lib/localrecord/localrecord.h"
#include "lib/sqlite/database.h"
#include "tests/support/chance.h"
#include "tests/support/collectingvisitor.h"
#include "tests/support/fakeclock.h"
#include "tests/support/files.h"
#include "tests/support/hostilesystem.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QPointer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_recordcrash {

namespace {

Secret dataKey()
{
    return Secret::copyOf("0123456789abcdef0123456789abcdef");
}

QString integrityOf(const QString &file)
{
    const auto database = Database::open(file, Database::Access::Write);
    if (!database)
        return database.error().detail;
    Rows rows = (*database)->query(u"PRAGMA integrity_check"_s);
    return rows.next() ? rows.text(0) : rows.error()->detail;
}

void say(const char *word)
{
    std::printf("%s\n", word);
    std::fflush(stdout);
}

//! The program that is killed: records without end, exports again and again meanwhile, and says so after each check that
//! is on the disk.
int recordForEver(const QStringList &arguments)
{
    const QString file = arguments.value(0);
    LocalRecord store{stillClock()};
    say("opening");
    if (!resultOf(store.file().open({file, dataKey(), RecordRole::Owner})))
        return 1;
    QPointer<Job> exporting;
    while (resultOf(store.record(goodOutcome()))) {
        say("recorded");
        if (!exporting)
            exporting = exportRecord(store, file + u".csv"_s);
    }
    return 1;
}

//! The program that is killed while it brings a file of before there were events up to date.
int bringUpToDate(const QStringList &arguments)
{
    LocalRecord store{stillClock()};
    say("opening");
    const bool opened = resultOf(store.file().open({arguments.value(0), dataKey(), RecordRole::Owner})).ok();
    say("done");
    return opened ? 0 : 1;
}

int versionOf(const QString &file)
{
    const auto database = Database::open(file, Database::Access::Write); // plays a journal back
    Rows rows = (*database)->query(u"PRAGMA user_version"_s);
    return rows.next() ? int(rows.integer(0)) : -1;
}

} // namespace

class TestRecordCrash : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

    //! Kills the program so many microseconds after it has said `words` lines, at whatever it does at that moment. Gives
    //! the checks that it told of.
    int killAfter(int words, int microseconds, const char *role = "record-for-ever")
    {
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), childRole(role, {m_file}));
        int told = 0;
        QByteArrayList said;
        while (told < words && program.waitForReadyRead(patience)) {
            said += program.readAllStandardOutput().split('\n');
            said.removeAll(QByteArray());
            told = static_cast<int>(said.size());
        }
        QElapsedTimer moment;
        moment.start();
        while (moment.nsecsElapsed() < microseconds * 1000LL) {
        }
        program.kill();
        program.waitForFinished(patience);
        said += program.readAllStandardOutput().split('\n');
        return static_cast<int>(said.count("recorded"));
    }

    //! What stands under the export's final name, if anything does.
    QByteArray exportedBytes() const { return test::bytesOf(m_file + u".csv"_s); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"history.db"_s);
    }

    //! 30 times (12 under the sanitizers), or as often as LINTERNA_KILLS says.
    void fault43_killedInTheMiddleOfARunAndOfAnExport()
    {
        const int kills = qEnvironmentVariableIntValue("LINTERNA_KILLS") > 0
            ? qEnvironmentVariableIntValue("LINTERNA_KILLS")
            : partUnderSanitizers(30, 12);
        Chance chance(20261124);
        qint64 told = 0;
        int exports = 0;
        for (int round = 0; round < kills; ++round) {
            told += killAfter(1 + (round < 3 ? round : chance.below(12)),
                              chance.below(5000)); // the first ones while the file is being made
            if (QFile::exists(m_file))
                QCOMPARE(integrityOf(m_file), u"ok"_s);
            LocalRecord store{stillClock()};
            QVERIFY(resultOf(store.file().open({m_file, dataKey(), RecordRole::Owner})));
            auto visitor = std::make_shared<CollectingVisitor>();
            const auto seen = resultOf(store.visit(visitor));
            QVERIFY(seen.value() >= told);     // what was said to be stored is there
            QVERIFY(seen.value() <= told + 1); // at most the one that was not told of any more
            for (const auto &outcome : visitor->outcomes)
                QVERIFY(outcome && outcome->result.value() == caseStatus()); // whole
            told = seen.value();
            const QByteArray exported = exportedBytes();
            if (exported.isEmpty())
                continue;
            ++exports;
            QVERIFY(exported.endsWith("\r\n"));
            const auto lines = exported.count("\r\n");
            QVERIFY(lines >= 2 && lines <= told + 1);
            QCOMPARE(exported.count("\r\n2026-11-22T10:42:00Z,EAC9999103402,"),
                     lines - 1); // each line from its beginning
            QFile::remove(m_file + u".csv"_s);
        }
        QVERIFY(told >= kills);
        QVERIFY(exports > 3);
    }
    //! Killed at any moment of an upgrade, the file is the one or the other, and the next run goes on from there. 30 times
    //! (12 under the sanitizers), or as often as LINTERNA_KILLS says.
    void fault43_killedWhileARecordIsBroughtUpToDate()
    {
        const int kills = qEnvironmentVariableIntValue("LINTERNA_KILLS") > 0
            ? qEnvironmentVariableIntValue("LINTERNA_KILLS")
            : partUnderSanitizers(30, 12);
        const auto take = [this] {
            m_folder = std::make_unique<QTemporaryDir>();
            m_file = m_folder->filePath(u"history.db"_s);
            return QFile::copy(QStringLiteral(LINTERNA_FIXTURES "/record/version-5.db"), m_file)
                && QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner);
        };
        const auto exported = [this] {
            LocalRecord store{stillClock()};
            const auto opened = resultOf(store.file().open({m_file, dataKey(), RecordRole::Owner}));
            return opened && resultOf(exportRecord(store, m_file + u".csv"_s)) ? exportedBytes() : QByteArray();
        };
        QVERIFY(take());
        QElapsedTimer whole;
        whole.start();
        const QByteArray expected = exported();
        const int longest = int(whole.nsecsElapsed() / 1000);
        QVERIFY(expected.size() > 1000);
        Chance chance(20261130);
        int asBefore = 0;
        int asToday = 0;
        for (int round = 0; round < kills; ++round) {
            QVERIFY(take());
            // The first one before it begins, the second one when it is done, the others in between.
            (void)killAfter(round == 1 ? 2 : 1, round < 2 ? 0 : chance.below(longest), "bring-up-to-date");
            const int version = versionOf(m_file);
            QVERIFY(version == 5 || version >= 7);
            ++(version == 5 ? asBefore : asToday);
            QCOMPARE(integrityOf(m_file), u"ok"_s);
            QCOMPARE(exported(), expected);
        }
        qInfo("killed %d times before it was done, %d times after", asBefore, asToday);
        QVERIFY(asBefore > 0 && asToday > 0);
    }
    //! No room for the upgrade: it says so, and the file is as it was.
    void fault40_diskFullWhileARecordIsBroughtUpToDate()
    {
        const QString older = QStringLiteral(LINTERNA_FIXTURES "/record/version-5.db");
        QVERIFY(QFile::copy(older, m_file) && QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner));
        for (const int room : {1000, 100'000, 180'000}) {
            LocalRecord store{stillClock()};
            {
                const FullDisk full(room);
                QCOMPARE(resultOf(store.file().open({m_file, dataKey(), RecordRole::Owner})).error().code,
                         ErrorCode::Storage);
            }
            QCOMPARE(versionOf(m_file), 5);
            QCOMPARE(QDir(m_folder->path()).entryList({u"*before-update*"_s}).size(), 0);
        }
        LocalRecord store{stillClock()};
        QVERIFY(resultOf(store.file().open({m_file, dataKey(), RecordRole::Owner})));
    }
    void fault40_diskFull()
    {
        LocalRecord store{stillClock()};
        QVERIFY(resultOf(store.file().open({m_file, dataKey(), RecordRole::Owner})));
        CheckOutcome large = goodOutcome();
        large.rawReply = QByteArray(200'000, 'x');
        QVERIFY(resultOf(store.record(large)));
        {
            const FullDisk full(300'000);
            const auto refused = resultOf(store.record(large));
            QCOMPARE(refused.error().code, ErrorCode::Storage);
            QVERIFY(refused.error().detail.contains(m_file));
            QCOMPARE(resultOf(store.checks({.pageSize = 10}))->total, 1); // what is known can still be read
        }
        QVERIFY(resultOf(store.record(large)));
        QCOMPARE(resultOf(store.checks({.pageSize = 10}))->total, 2);
        QCOMPARE(integrityOf(m_file), u"ok"_s);
    }
    void fault40_diskFullBeforeThereIsAFile()
    {
        const FullDisk full(1000);
        LocalRecord store{stillClock()};
        QCOMPARE(resultOf(store.file().open({m_file, dataKey(), RecordRole::Owner})).error().code, ErrorCode::Storage);
        QVERIFY(resultOf(store.file().open({{}, dataKey()})));
        QVERIFY(resultOf(store.record(goodOutcome())));
    }
    //! What was deleted is to be taken out of the file when it is opened, for which there is no room.
    void fault40_diskFullWithADeletionToBeFinished()
    {
        {
            LocalRecord store{stillClock()};
            QVERIFY(resultOf(store.file().open({m_file, dataKey(), RecordRole::Owner})));
            CheckOutcome large = goodOutcome(caseStatus(receiptOf(u"WAC0000000001")));
            large.rawReply = QByteArray(200'000, 'x');
            QVERIFY(resultOf(store.record(large)));
            QVERIFY(resultOf(store.record(goodOutcome())));
            QVERIFY(resultOf(store.deleteCases({large.receipt})));
        }
        LocalRecord store{stillClock()};
        {
            const FullDisk full(100'000); // which is room for what connections share
            QVERIFY(resultOf(store.file().open({m_file, dataKey(), RecordRole::Owner})));
            const auto page = resultOf(store.checks({.pageSize = 10}));
            QCOMPARE(page->total, 1);
            QCOMPARE(page->rows.front().receipt, receiptOf());
            QCOMPARE(resultOf(store.file().purge()).error().code, ErrorCode::Storage);
        }
        QCOMPARE(resultOf(store.file().purge()).value(), 1);
        QCOMPARE(integrityOf(m_file), u"ok"_s);
    }
    void fault41_readOnlyFolder_data()
    {
        QTest::addColumn<bool>("fileExists");
        QTest::newRow("nothing in it") << false;
        QTest::newRow("the record in it") << true;
    }
    void fault41_readOnlyFolder()
    {
        QFETCH(bool, fileExists);
        if (fileExists) {
            LocalRecord store{stillClock()};
            QVERIFY(resultOf(store.file().open({m_file, dataKey(), RecordRole::Owner})));
            QVERIFY(resultOf(store.record(goodOutcome())));
        }
        const Unprivileged nobody(m_folder->path());
        QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner);
        {
            LocalRecord store{stillClock()};
            const auto refused = resultOf(store.file().open({m_file, dataKey(), RecordRole::Owner}));
            QCOMPARE(refused.error().code, ErrorCode::Storage);
            QVERIFY(refused.error().detail.contains(m_file));
            QCOMPARE(QFile::exists(m_file), fileExists);
        }
        QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    void fault41_noFolderCanBeMade()
    {
        LocalRecord store{stillClock()};
        const auto refused =
            resultOf(store.file().open({u"/dev/null/linterna/history.db"_s, dataKey(), RecordRole::Owner}));
        QCOMPARE(refused.error().code, ErrorCode::Storage);
        QVERIFY(refused.error().detail.contains(u"/dev/null/linterna"_s));
    }
    void fault41_readOnlyFile()
    {
        {
            LocalRecord store{stillClock()};
            QVERIFY(resultOf(store.file().open({m_file, dataKey(), RecordRole::Owner})));
        }
        QFile::setPermissions(m_file, QFile::ReadOwner | QFile::ReadOther);
        const Unprivileged nobody(m_folder->path());
        LocalRecord store{stillClock()};
        const auto opened = resultOf(store.file().open({m_file, dataKey(), RecordRole::Owner}));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Storage);
    }
};

LINTERNA_TEST(TestRecordCrash)
LINTERNA_CHILD_ROLE("record-for-ever", recordForEver)
LINTERNA_CHILD_ROLE("bring-up-to-date", bringUpToDate)

} // namespace test_recordcrash

#include "test_recordcrash.moc"
