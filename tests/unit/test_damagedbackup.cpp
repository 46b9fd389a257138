// SPDX-License-Identifier: GPL-3.0-or-later
// A backup with a damaged record in it, sealed by somebody who knows the passphrase: it is refused by name and nothing is
// replaced, or the record is restored, and what is damaged in it is marked.
#include "lib/backup/recordrestore.h"
#include "lib/localrecord/recordschema.h"
#include "tests/support/damagedreading.h"
#include "tests/support/damagemaker.h"
#include "tests/support/fakeclock.h"
#include "tests/support/files.h"
#include "tests/support/rawsql.h"
#include "tests/support/recordrun.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_damagedbackup {

namespace {

const Secret passphrase = Secret::copyOf("lantern in the window");

QString folderTemplate()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/linterna-XXXXXX"_s;
}

//! A computer with a record of its own, into which a backup is restored.
class RestoringComputer
{
public:
    RestoringComputer() { m_started = !m_run->start().isForThisRunOnly() && m_run->check(7); }

    [[nodiscard]] bool hasStarted() const { return m_started; }
    Result<RestoreDone> restore(const QString &backup)
    {
        auto *job = new RecordRestore(m_run->history.file(), backup, passphrase, RecordRestore::Occupied::KeepOther);
        job->onFinished(job, [this, job](const auto &) { m_problem = job->problem(); });
        return resultOf<RestoreDone>(job);
    }
    //! Whether a backup was refused by name, and the record of this computer is what it was.
    [[nodiscard]] bool hasRefused(const Error &error)
    {
        return error.code == ErrorCode::Unreadable && !error.detail.isEmpty() && m_problem
            && m_problem->kind != BackupProblem::Kind::Sealed && m_run->checks() == QStringList{receiptNo(7)};
    }
    //! What is wrong with a record that was restored; `expected`: checks that were not damaged.
    QByteArray problemOfRestored(const RestoreDone &restored, const std::set<qint64> &expected)
    {
        if (!QFileInfo(restored.keptAs).isFile())
            return "the record of before is not kept";
        for (int start = 0; start < 2; ++start) {
            const auto seen = std::make_shared<WhoseVisitor>();
            if (const auto visited = resultOf(m_run->history.visit(seen)); !visited)
                return "it cannot be read: " + visited.error().detail.toUtf8();
            if (!seen->whose.problem().isEmpty())
                return seen->whose.problem();
            for (const qint64 id : expected) {
                if (!seen->readable.contains(id))
                    return "a check that was not damaged cannot be read: " + QByteArray::number(id);
            }
            CheckOutcome next = checkThatSaysWhose(start);
            next.checkedAt = someTime().addDays(100 + start);
            if (!resultOf(m_run->history.record(next)))
                return "no check can be recorded in it";
            m_run.reset();
            m_run = std::make_unique<RecordRun>(m_secrets, m_file);
            if (m_run->start().why)
                return "it does not open again: " + m_run->keeper.state().why->detail.toUtf8();
        }
        return {};
    }

private:
    FakeSecretStore m_secrets;
    QTemporaryDir m_home{folderTemplate()};
    QString m_file = m_home.filePath(u"history.db"_s);
    std::unique_ptr<RecordRun> m_run = std::make_unique<RecordRun>(m_secrets, m_file);
    bool m_started = false;
    std::optional<BackupProblem> m_problem;
};

//! Of each table one damage to a number, one to a content, one exchange, and its emptying.
std::vector<Damage> someOf(const std::vector<Damage> &all)
{
    std::map<QByteArray, std::vector<Damage>> sorts;
    for (const Damage &damage : all) {
        const QByteArray sort = damage.column.isEmpty()                      ? "emptied"
            : damage.what.contains(" with ")                                 ? "exchanged"
            : damage.what.contains(" is e") || damage.what.contains(" is c") ? "content"
                                                                             : "number";
        if (damage.table != "carried_key"_L1) // not in a backup of ours
            sorts[damage.table.toLatin1() + ' ' + sort].push_back(damage);
    }
    std::vector<Damage> some;
    for (const auto &[sort, damages] : sorts)
        some.push_back(damages[damages.size() / 2]);
    return some;
}

} // namespace

class TestDamagedBackup : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_sample;
    std::unique_ptr<DamageMaker> m_maker;
    std::vector<Damage> m_damages;
    std::set<qint64> m_readable;

    //! A backup of the record after this was done to it; empty where the schema does not allow it. `instead`: where it
    //! does not.
    QString backupAfter(const QByteArray &sql, const Secret &key, const QByteArray &instead = {})
    {
        const QString file = m_folder->filePath(u"damaged.db"_s);
        const QString backup = m_folder->filePath(u"damaged.linterna-backup"_s);
        QFile::remove(file);
        BackupWork work;
        const bool made =
            QFile::copy(m_sample, file)
            && (alterFile(file, sql).isEmpty() || (!instead.isEmpty() && alterFile(file, instead).isEmpty()))
            && writeBackup(
                backup, file,
                {.schema = historySchema().version(), .checks = damagedChecks, .made = someTime(), .dataKey = key},
                passphrase, cheap, work);
        return made ? backup : QString();
    }

private slots:
    void initTestCase()
    {
        m_folder = std::make_unique<QTemporaryDir>(folderTemplate());
        m_sample = m_folder->filePath(u"sample.db"_s);
        QVERIFY(!makeRecordOfEverything(m_sample));
        QCOMPARE(alterFile(m_sample, "VACUUM"), QByteArray());
        const QString copy = m_folder->filePath(u"copy.db"_s);
        QVERIFY(QFile::copy(m_sample, copy));
        const auto database = Database::open(copy, Database::Access::Look);
        QVERIFY(database);
        m_maker = std::make_unique<DamageMaker>(*database);
        m_damages = someOf(m_maker->matrix());
        for (int id = 1; id <= damagedChecks; ++id)
            m_readable.insert(id);
    }
    void fault69_fault89_aDamagedRecordInABackup_data()
    {
        QTest::addColumn<int>("place");
        QTest::newRow("nothing is damaged") << -1;
        constexpr int each = partUnderSanitizers(1, 4);
        for (int i = 0; i < int(m_damages.size()); i += each)
            QTest::newRow(m_damages[std::size_t(i)].what.constData()) << i;
    }
    void fault69_fault89_aDamagedRecordInABackup()
    {
        QFETCH(int, place);
        const Damage damage = place < 0 ? Damage{.what = {}, .sql = {}, .table = {}} : m_damages[std::size_t(place)];
        const QByteArray first = "DELETE FROM carried_key; ";
        const QString backup = backupAfter(first + damage.script(), sampleKey(), first + damage.scriptBesideIndexes());
        if (backup.isEmpty()) {
            QVERIFY(m_maker->isUnique(damage.table, damage.column));
            return;
        }
        RestoringComputer computer;
        QVERIFY(computer.hasStarted());
        const auto restored = computer.restore(backup);
        if (!restored) {
            QVERIFY2(place >= 0 && computer.hasRefused(restored.error()), qPrintable(restored.error().detail));
            return;
        }
        std::set<qint64> expected = m_readable;
        for (const qint64 id : m_maker->concernedBy(damage))
            expected.erase(id);
        QCOMPARE(computer.problemOfRestored(*restored, expected), QByteArray());
    }
    //! The key that such a record carries would be taken away when it is restored, and nothing could be read any more.
    void fault69_aBackupWhoseRecordCarriesAKeyReplacesNothing()
    {
        RestoringComputer computer;
        QVERIFY(computer.hasStarted());
        const auto restored = computer.restore(backupAfter("SELECT 1", keptKey()));
        QVERIFY(!restored);
        QVERIFY2(computer.hasRefused(restored.error()), qPrintable(restored.error().detail));
    }
};

LINTERNA_TEST(TestDamagedBackup)

} // namespace test_damagedbackup

#include "test_damagedbackup.moc"
