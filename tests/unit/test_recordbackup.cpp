// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/backup/recordrestore.h"

#include "lib/localrecord/localrecord.h"
#include "lib/localrecord/recordschema.h"
#include "lib/recordkeeping/recordlifecycle.h"
#include "tests/support/collectingvisitor.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/files.h"
#include "tests/support/hostilesystem.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_recordbackup {

using Occupied = RecordRestore::Occupied;
using Kind = BackupProblem::Kind;

namespace {

constexpr PassphraseCost cheap{.passes = 1, .memoryKiB = 8};
const Secret passphrase = Secret::copyOf("lantern in the window");

QString receiptNo(int number)
{
    return u"EAC99991%1"_s.arg(number, 5, 10, QChar(u'0'));
}

//! A desk: a data folder, its keyring, and a run of the program.
struct Desk {
    explicit Desk(const QString &folder) : file(folder + u"/history.db"_s) { QDir().mkpath(folder); }
    const RecordState &start()
    {
        run.reset();
        run = std::make_unique<Run>(secrets, file);
        run->keeper.open(RecordLifecycle::Keep::OnDisk);
        [[maybe_unused]] const bool ended = waitFor([this] { return !run->keeper.isBusy(); });
        return run->keeper.state();
    }
    bool check(int number)
    {
        return resultOf(history().record(goodOutcome(caseStatus(receiptOf(receiptNo(number)))))).ok();
    }
    QStringList checks()
    {
        const auto visitor = std::make_shared<CollectingVisitor>();
        if (!resultOf(history().visit(visitor)))
            return {u"closed"_s};
        QStringList receipts;
        for (const auto &outcome : visitor->outcomes)
            receipts += outcome ? outcome->receipt.toString() : u"unreadable"_s;
        return receipts;
    }
    Result<BackupDone> backUp(const QString &target)
    {
        return resultOf<BackupDone>(new RecordBackup(history().file(), stillClock(), target, passphrase, cheap));
    }
    Result<RestoreDone> restore(const QString &from, Occupied occupied = Occupied::Refuse,
                                const Secret &with = passphrase)
    {
        auto *job = new RecordRestore(history().file(), from, with, occupied);
        problem.reset();
        job->onFinished(job, [this, job](const auto &) { problem = job->problem(); });
        return resultOf<RestoreDone>(job);
    }
    QStringList files() const
    {
        QStringList names =
            QDir(QFileInfo(file).path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
        names.removeIf([](const QString &name) { return name.endsWith(u"-wal"_s) || name.endsWith(u"-shm"_s); });
        return names;
    }
    LocalRecord &history() { return run->history; }

    struct Run {
        Run(FakeSecretStore &store, const QString &record) : keeper(history, store, record, cheap) {}
        LocalRecord history{stillClock()};
        RecordLifecycle keeper;
    };
    FakeSecretStore secrets;
    QString file;
    std::unique_ptr<Run> run;
    std::optional<BackupProblem> problem;
};

//! The program that is killed: puts one backup after the other in place of the record, without end.
int restoreForEver(const QStringList &arguments)
{
    const QString record = arguments.value(0);
    const QString first = arguments.value(1);
    const QString second = arguments.value(2);
    LocalRecord store{stillClock()};
    if (!resultOf(store.file().open({record, Secret::copyOf("0123456789abcdef0123456789abcdef"), RecordRole::Owner})))
        return 1;
    for (;;) {
        for (const QString &backup : {first, second}) {
            std::printf("restoring\n");
            std::fflush(stdout);
            auto *job = new RecordRestore(store.file(), backup, passphrase, Occupied::KeepOther);
            if (!resultOf<RestoreDone>(job))
                return 1;
        }
    }
}

} // namespace

class TestRecordBackup : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_old;
    std::unique_ptr<Desk> m_new;
    QString m_backup;

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_old = std::make_unique<Desk>(m_folder->filePath(u"old"_s));
        m_new = std::make_unique<Desk>(m_folder->filePath(u"new"_s));
        m_backup = m_folder->filePath(u"desk.linterna-backup"_s);
        QVERIFY(!m_old->start().isForThisRunOnly());
        QVERIFY(!m_new->start().isForThisRunOnly());
        for (int i = 1; i <= 3; ++i)
            QVERIFY(m_old->check(i));
    }
    void cleanup()
    {
        m_new.reset();
        m_old.reset();
    }

    void aDeskMovesToAnotherComputer()
    {
        const auto done = m_old->backUp(m_backup);
        QVERIFY2(done, qPrintable(done ? QString() : done.error().detail));
        QCOMPARE(done->checks, 3);
        QCOMPARE(done->bytes, QFileInfo(m_backup).size());
        QCOMPARE(m_old->files(), QStringList{u"history.db"_s});
        const QHash<QString, Secret> keys = m_new->secrets.secrets;
        const auto restored = m_new->restore(m_backup);
        QVERIFY2(restored, qPrintable(restored ? QString() : restored.error().detail));
        QCOMPARE(restored->checks, 3);
        QCOMPARE(restored->keptAs, QString());
        QCOMPARE(m_new->checks(), m_old->checks());
        QVERIFY(m_new->check(4));
        QVERIFY(m_new->secrets.secrets == keys);
        QCOMPARE(m_new->files(), QStringList{u"history.db"_s});
        QVERIFY(!m_new->start().isForThisRunOnly()); // and the next day
        QCOMPARE(m_new->checks(), (QStringList{receiptNo(1), receiptNo(2), receiptNo(3), receiptNo(4)}));
        // On to a third one.
        QVERIFY(m_new->backUp(m_backup));
        Desk third(m_folder->filePath(u"third"_s));
        QVERIFY(!third.start().isForThisRunOnly());
        QVERIFY(third.restore(m_backup));
        QCOMPARE(third.checks().size(), 4);
    }
    void underAPassphraseOfItsOwn()
    {
        QVERIFY(m_old->backUp(m_backup));
        Desk other(m_folder->filePath(u"other"_s));
        other.secrets.mood = FakeSecretStore::Mood::Absent;
        QVERIFY(other.start().isForThisRunOnly());
        const Secret own = Secret::copyOf("the passphrase of this computer");
        QVERIFY(resultOf(other.run->keeper.protect(own)));
        QVERIFY(other.restore(m_backup));
        QVERIFY(other.start().isForThisRunOnly());
        QVERIFY(resultOf(other.run->keeper.unlock(own)).value());
        QCOMPARE(other.checks().size(), 3);
    }
    void whereNothingIsKeptThereIsNothingToDo()
    {
        QVERIFY(m_old->backUp(m_backup));
        Desk other(m_folder->filePath(u"other"_s));
        other.secrets.mood = FakeSecretStore::Mood::Locked;
        QVERIFY(other.start().isForThisRunOnly());
        const auto restored = other.restore(m_backup);
        QVERIFY(!restored && restored.error().code == ErrorCode::NotConfigured);
        const auto backup = other.backUp(m_folder->filePath(u"none"_s));
        QVERIFY(!backup && backup.error().code == ErrorCode::NotConfigured);
        QVERIFY(!QFile::exists(m_folder->filePath(u"none"_s)));
    }
    void aRecordWithChecksIsKeptBeside()
    {
        QVERIFY(m_old->backUp(m_backup));
        QVERIFY(m_new->check(7));
        const auto refused = m_new->restore(m_backup);
        QVERIFY(!refused && refused.error().code == ErrorCode::Invalid);
        QCOMPARE(m_new->checks(), QStringList{receiptNo(7)});
        const auto restored = m_new->restore(m_backup, Occupied::KeepOther);
        QVERIFY(restored && !restored->keptAs.isEmpty());
        QCOMPARE(m_new->checks().size(), 3);
        m_new->run.reset();
        // The one that was kept opens with the keyring of this computer.
        QFile::remove(m_new->file);
        QVERIFY(QFile::rename(restored->keptAs, m_new->file));
        QVERIFY(!m_new->start().isForThisRunOnly());
        QCOMPARE(m_new->checks(), QStringList{receiptNo(7)});
    }
    void thePersonIsAskedFirst()
    {
        QVERIFY(m_old->backUp(m_backup));
        QVERIFY(m_new->check(7));
        auto *declined = new RecordRestore(m_new->history().file(), m_backup, passphrase, Occupied::Ask);
        connect(declined, &RecordRestore::occupied, declined, [declined] { declined->cancel(); });
        const auto nothing = resultOf<RestoreDone>(declined);
        QVERIFY(!nothing && nothing.error().code == ErrorCode::Cancelled);
        QCOMPARE(m_new->checks(), QStringList{receiptNo(7)});
        auto *agreed = new RecordRestore(m_new->history().file(), m_backup, passphrase, Occupied::Ask);
        connect(agreed, &RecordRestore::occupied, agreed, &RecordRestore::replaceOther);
        QVERIFY(resultOf<RestoreDone>(agreed));
        QCOMPARE(m_new->checks().size(), 3);
    }
    void checksAreRecordedMeanwhile()
    {
        for (int i = 4; i <= 300; ++i)
            QVERIFY(m_old->check(i));
        auto *backup = new RecordBackup(m_old->history().file(), stillClock(), m_backup, passphrase, cheap);
        QVERIFY(m_old->check(301));
        QVERIFY(resultOf<BackupDone>(backup));
        QVERIFY(m_new->restore(m_backup));
        QVERIFY(m_new->checks().size() >= 300);
        QVERIFY(!m_new->checks().contains(u"unreadable"_s));
    }
    void whatWasDeletedIsNotInIt()
    {
        const auto deletion = resultOf(m_old->history().deleteCases({receiptOf(receiptNo(2))}));
        QVERIFY(deletion);
        const auto done = m_old->backUp(m_backup);
        QVERIFY(done);
        QCOMPARE(done->checks, 2);
        QVERIFY(m_new->restore(m_backup));
        QCOMPARE(m_new->checks(), (QStringList{receiptNo(1), receiptNo(3)}));
        QVERIFY(resultOf(m_old->history().undoDeletion(deletion->number))); // and here it can still be taken back
    }
    void cancelledNothingIsLeft()
    {
        auto *backup = new RecordBackup(m_old->history().file(), stillClock(), m_backup, passphrase, cheap);
        backup->cancel();
        const auto done = resultOf<BackupDone>(backup);
        QVERIFY(!done && done.error().code == ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(m_backup));
        QVERIFY(waitFor([this] { return m_old->files() == QStringList{u"history.db"_s}; }));
        QVERIFY(m_old->backUp(m_backup));
    }
    void aRefusedBackupChangesNothing_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("another passphrase") << u"passphrase"_s;
        QTest::newRow("cut short") << u"cut"_s;
        QTest::newRow("changed") << u"flip"_s;
        QTest::newRow("something else") << u"other"_s;
    }
    void aRefusedBackupChangesNothing()
    {
        QFETCH(QString, what);
        QVERIFY(m_old->backUp(m_backup));
        QByteArray bytes = bytesOf(m_backup);
        if (what == u"cut"_s)
            bytes.chop(1);
        if (what == u"flip"_s)
            bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 4);
        if (what == u"other"_s)
            bytes = "SQLite format 3";
        QFile file(m_backup);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        m_new->start(); // nothing waits in the log by now
        const QByteArray before = bytesOf(m_new->file);
        const auto restored = m_new->restore(m_backup, Occupied::KeepOther,
                                             what == u"passphrase"_s ? Secret::copyOf("no such lantern") : passphrase);
        QVERIFY(!restored && restored.error().code == ErrorCode::Unreadable);
        QVERIFY(m_new->problem && m_new->problem->kind == Kind::Sealed);
        const QHash<QString, SealedProblem> problems{{u"passphrase"_s, SealedProblem::WrongPassphrase},
                                                     {u"cut"_s, SealedProblem::CutShort},
                                                     {u"flip"_s, SealedProblem::Damaged},
                                                     {u"other"_s, SealedProblem::NotSealed}};
        QCOMPARE(m_new->problem->sealed, problems[what]);
        QCOMPARE(bytesOf(m_new->file), before);
        QCOMPARE(m_new->files(), QStringList{u"history.db"_s});
    }
    //! Sound backups of what is no record of ours, or of one that we do not know.
    void fault45_otherContentIsRefused_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("schema");
        QTest::addColumn<int>("kind");
        QTest::newRow("newer record") << u"PRAGMA user_version=99"_s << historySchema().version()
                                      << int(Kind::NewerRecord);
        QTest::newRow("newer, as the backup says") << u"PRAGMA user_version=99"_s << 99 << int(Kind::NewerRecord);
        QTest::newRow("another program's") << u"PRAGMA application_id=7"_s << 1 << int(Kind::BadRecord);
        QTest::newRow("with another key") << QString() << historySchema().version() << int(Kind::BadRecord);
    }
    void fault45_otherContentIsRefused()
    {
        QFETCH(QString, sql);
        QFETCH(int, schema);
        QFETCH(int, kind);
        m_old->run.reset();
        if (!sql.isEmpty())
            QVERIFY(!(*Database::open(m_old->file, Database::Access::Write))->execute(sql));
        BackupWork work;
        const BackupFacts facts{
            .schema = schema, .made = someTime(), .dataKey = Secret::copyOf("0123456789abcdef0123456789abcdef")};
        QVERIFY(writeBackup(m_backup, m_old->file, facts, passphrase, cheap, work));
        const auto restored = m_new->restore(m_backup, Occupied::KeepOther);
        QVERIFY(!restored && restored.error().code == ErrorCode::Unreadable);
        QVERIFY(m_new->problem);
        QCOMPARE(int(m_new->problem->kind), kind);
        QCOMPARE(m_new->checks(), QStringList());
        QCOMPARE(m_new->files(), QStringList{u"history.db"_s});
    }
    void fault40_diskFullWhileRestoring()
    {
        for (int i = 4; i <= 200; ++i)
            QVERIFY(m_old->check(i));
        QVERIFY(m_old->backUp(m_backup));
        QVERIFY(m_new->check(7));
        const qint64 size = QFileInfo(m_backup).size();
        for (const qint64 room : {qint64(0), size / 2, size + 10'000}) {
            const auto restored = [&] {
                const FullDisk full(room);
                return m_new->restore(m_backup, Occupied::KeepOther);
            }();
            if (!restored)
                QCOMPARE(m_new->checks(), QStringList{receiptNo(7)});
            else
                QCOMPARE(m_new->checks().size(), 200);
        }
    }
    void fault43_killedWhileRestoring()
    {
        QVERIFY(m_old->backUp(m_backup));
        const QString second = m_folder->filePath(u"second"_s);
        for (int i = 4; i <= 40; ++i)
            QVERIFY(m_old->check(i));
        QVERIFY(m_old->backUp(second));
        const QString record = m_folder->filePath(u"killed/history.db"_s);
        for (int round = 1; round <= 6; ++round) {
            QProcess program;
            program.start(QCoreApplication::applicationFilePath(),
                          childRole("restore-for-ever", {record, m_backup, second}));
            qsizetype told = 0;
            while (told < round && program.waitForReadyRead(patience))
                told += program.readAllStandardOutput().count("restoring");
            program.kill();
            program.waitForFinished(patience);
            Desk desk(m_folder->filePath(u"killed"_s));
            desk.run = std::make_unique<Desk::Run>(desk.secrets, record);
            QVERIFY(resultOf(desk.history().file().open(
                {record, Secret::copyOf("0123456789abcdef0123456789abcdef"), RecordRole::Owner})));
            const QStringList checks = desk.checks();
            QVERIFY2(checks.isEmpty() || checks.size() == 3 || checks.size() == 40,
                     qPrintable(QString::number(checks.size())));
            QVERIFY(!checks.contains(u"unreadable"_s));
            QVERIFY2(!desk.files().contains(u"scratch"_s), qPrintable(desk.files().join(u' ')));
        }
    }
};

LINTERNA_TEST(TestRecordBackup)
LINTERNA_CHILD_ROLE("restore-for-ever", restoreForEver)

} // namespace test_recordbackup

#include "test_recordbackup.moc"
