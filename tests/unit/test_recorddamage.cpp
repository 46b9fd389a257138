// SPDX-License-Identifier: GPL-3.0-or-later
// A record in which one number was damaged, or two were exchanged, without anybody's key: whatever it is, the program goes
// on, and nothing is shown under another receipt number.
#include "tests/support/damagedreading.h"
#include "tests/support/damagemaker.h"
#include "tests/support/files.h"
#include "tests/support/patience.h"
#include "tests/support/testprogram.h"
#include "tests/support/testrecord.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_recorddamage {

class TestRecordDamage : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_sample;
    std::vector<Damage> m_bits;
    std::vector<Damage> m_exchanges;

    QString damagedFile(const QStringList &sql)
    {
        const QString name = m_folder->filePath(u"history.db"_s);
        for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(name + part);
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(m_sample) != m_sample.size())
            return {};
        file.close();
        const auto database = Database::open(name, Database::Access::Write);
        for (const QString &statement : sql) {
            if (!database || (*database)->execute(statement))
                return {}; // the schema forbids it
        }
        return name;
    }
    //! The least of whole checks that could be read, over all.
    int tryAll(const std::vector<Damage> &all, const QString &onlyTable = {})
    {
        int least = damagedChecks;
        int tried = 0;
        qint64 slowest = 0;
        QByteArray slowestWas;
        constexpr std::size_t each = partUnderSanitizers(1, 7);
        for (std::size_t i = 0; i < all.size(); i += each) {
            const Damage &damage = all[i];
            if (!onlyTable.isEmpty() && damage.table != onlyTable)
                continue;
            const QString file = damagedFile(damage.sql);
            if (file.isEmpty())
                continue;
            ++tried;
            QElapsedTimer clock;
            clock.start();
            DamagedRecord record(file);
            record.readAll();
            record.goOn();
            if (clock.elapsed() > slowest) {
                slowest = clock.elapsed();
                slowestWas = damage.what;
            }
            if (!record.problem().isEmpty())
                qWarning("%s: %s", damage.what.constData(), record.problem().constData());
            if (qEnvironmentVariableIsSet("LINTERNA_ALL_DAMAGE") && record.readable() < damagedChecks - 1)
                qInfo("%s: %d of %d", damage.what.constData(), record.readable(), record.rows());
            m_problems += record.problem().isEmpty() ? 0 : 1;
            least = std::min(least, record.readable());
        }
        qInfo("%d damaged records, %d with problems, the slowest took %lld ms (%s)", tried, m_problems, slowest,
              slowestWas.constData());
        m_tried = tried;
        return least;
    }
    int m_problems = 0;
    int m_tried = 0;

private slots:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(u"linterna.storage.warning=false"_s);
        // Thousands of files: in memory, where there is such a place.
        const QString memory = u"/dev/shm"_s;
        m_folder = std::make_unique<QTemporaryDir>((QFileInfo(memory).isWritable() ? memory : QDir::tempPath())
                                                   + u"/linterna-XXXXXX"_s);
        const QString sample = m_folder->filePath(u"sample.db"_s);
        QVERIFY(!makeRecordThatSaysWhose(sample));
        const auto database = Database::open(sample, Database::Access::Look);
        QVERIFY(database);
        const bool all = qEnvironmentVariableIsSet("LINTERNA_ALL_DAMAGE");
        m_bits = DamageMaker(*database).flippedBits(all ? 0 : 1);
        m_exchanges = DamageMaker(*database).exchanges();
        m_sample = bytesOf(sample);
        QVERIFY(m_bits.size() > 1000 && m_exchanges.size() > 100);
    }
    void init() { m_problems = 0; }

    void fault69_nothingIsDamaged()
    {
        DamagedRecord record(damagedFile({}));
        record.readAll();
        record.goOn();
        QCOMPARE(record.problem(), QByteArray());
        QCOMPARE(record.readable(), damagedChecks);
    }
    //! Each bit of each integer column, in one row of each table, and with LINTERNA_ALL_DAMAGE in each row.
    void fault69_aBitInANumberOfACheckIsThatCheck()
    {
        QVERIFY(tryAll(m_bits, u"checks"_s) >= damagedChecks - 1);
        QCOMPARE(m_problems, 0);
        QVERIFY(m_tried > partUnderSanitizers(500, 50));
    }
    void fault69_aBitInAnyOtherNumber()
    {
        std::vector<Damage> others = m_bits;
        std::erase_if(others, [](const Damage &damage) { return damage.table == u"checks"_s; });
        (void)tryAll(others);
        QCOMPARE(m_problems, 0);
        QVERIFY(m_tried > partUnderSanitizers(500, 50));
    }
    //! Two rows at the most are other ones then.
    void fault89_aColumnExchangedBetweenTwoChecks()
    {
        QVERIFY(tryAll(m_exchanges, u"checks"_s) >= damagedChecks - 2);
        QCOMPARE(m_problems, 0);
    }
    void fault89_aColumnExchangedBetweenTwoOtherRows()
    {
        std::vector<Damage> others = m_exchanges;
        std::erase_if(others, [](const Damage &damage) { return damage.table == u"checks"_s; });
        (void)tryAll(others);
        QCOMPARE(m_problems, 0);
    }
    void fault69_hugeNumbers_data()
    {
        QTest::addColumn<QString>("sql");
        for (const char *sql :
             {"UPDATE checks SET case_id = 1000000000000 WHERE id = 3", "UPDATE cases SET id = -5 WHERE id = 2",
              "UPDATE checks SET answer_id = -1 WHERE id = 3",
              "UPDATE answers SET id = 9223372036854775807 WHERE id = 2",
              "UPDATE checks SET id = 9223372036854775807 WHERE id = 3",
              "UPDATE cases SET id = 9223372036854775807 WHERE id = 3",
              "UPDATE sqlite_sequence SET seq = 9223372036854775807", "UPDATE sqlite_sequence SET seq = -1",
              "UPDATE checks SET checked_at = 9223372036854775807", "UPDATE cases SET last_check = 9223372036854775807",
              "UPDATE checks SET removal = 9223372036854775807 WHERE id = 3",
              "UPDATE texts SET id = -9223372036854775808 WHERE id = 1"})
            QTest::newRow(sql) << QString::fromLatin1(sql);
    }
    void fault69_hugeNumbers()
    {
        QFETCH(QString, sql);
        const QString file = damagedFile({sql});
        QVERIFY(!file.isEmpty());
        DamagedRecord record(file);
        record.readAll();
        record.goOn();
        QCOMPARE(record.problem(), QByteArray());
        QVERIFY(sql.contains(u"WHERE"_s) ? record.readable() > 0 : true);
    }
    //! The instance that was found: one case's answer was written under another one's number.
    void fault89_theLastGoodOfAnotherCase()
    {
        RecordDatabase record;
        QVERIFY(
            record.open({damagedFile({u"UPDATE cases SET last_good = (SELECT last_good FROM cases WHERE id = 2) WHERE"
                                      " id = 1"_s}),
                         sampleKey(), RecordRole::Owner},
                        someAuthor()));
        for (int round = 0; round < 2; ++round) { // from the disk, and with all read in
            const auto row = record.findCase(sampleReceipt(0));
            QVERIFY(row && row->title.en.contains(sampleReceipt(0).toString()));
            QVERIFY(!row->unreadable && row->confirmedAt);
            QVERIFY(!readIn(record));
        }
    }
    //! Deleting by a receipt number deletes that case.
    void fault89_whatIsDeletedIsTheCaseThatWasMeant()
    {
        const QString file = damagedFile(
            {u"UPDATE cases SET receipt_hash = CASE id WHEN 1 THEN x'01' ELSE x'02' END WHERE id IN (1, 2)"_s});
        RecordDatabase record;
        QVERIFY(record.open({file, sampleKey(), RecordRole::Owner}, someAuthor()));
        QVERIFY(!readIn(record));
        QCOMPARE(record.deleteCases({sampleReceipt(0)}, {}, someAuthor())->cases, 1);
        QVERIFY(!record.findCase(sampleReceipt(0)));
        QVERIFY(record.findCase(sampleReceipt(1)));
    }
    //! No damaged number deletes: hidden by nobody, too old by a bit, no longer on hold by a bit.
    void fault69_aDamagedNumberDeletesNothing()
    {
        for (const char *sql :
             {"UPDATE checks SET removal = 1 WHERE id = 3", "UPDATE cases SET removal = 4 WHERE id = 2",
              "UPDATE checks SET checked_at = 1000 WHERE id = 3"}) {
            const QString file = damagedFile({QString::fromLatin1(sql)});
            for (int start = 0; start < 2; ++start) {
                RecordDatabase record;
                QVERIFY(record.open({file, sampleKey(), RecordRole::Owner}, someAuthor()));
                QCOMPARE(record.deleteChecksBefore(someTime().addDays(-1), someAuthor())->checks, 0);
                QVERIFY(record.purgeDeleted(someAuthor()));
                QCOMPARE(*record.countChecks(), damagedChecks);
                QVERIFY(record.findCase(sampleReceipt(1)));
            }
        }
        RecordDatabase record;
        QVERIFY(record.open({damagedFile({u"UPDATE cases SET on_hold = 0"_s}), sampleKey(), RecordRole::Owner},
                            someAuthor()));
        const auto removed = record.deleteChecksBefore(someTime().addDays(1000), someAuthor());
        QCOMPARE(removed->checks, damagedChecks * 3 / 4);
        QVERIFY(record.findCase(sampleReceipt(1))->details.onHold);
    }
};

LINTERNA_TEST(TestRecordDamage)

} // namespace test_recorddamage

#include "test_recorddamage.moc"
