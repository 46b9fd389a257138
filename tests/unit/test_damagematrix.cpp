// SPDX-License-Identifier: GPL-3.0-or-later
// Every column of every table of a record's file, damaged without anybody's key: the record opens or is refused by name,
// everything about it works, nothing is shown under another receipt number, and what has nothing to do with the damage
// stays readable.
#include "tests/support/damagedreading.h"
#include "tests/support/damagemaker.h"
#include "tests/support/eventlog.h"
#include "tests/support/files.h"
#include "tests/support/patience.h"
#include "tests/support/rawsql.h"
#include "tests/support/testprogram.h"

#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_damagematrix {

class TestDamageMatrix : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_sample;
    std::unique_ptr<DamageMaker> m_maker;
    //! By table and column, or by the table that is emptied.
    std::map<QByteArray, std::vector<Damage>> m_damages;
    std::set<qint64> m_readable; //!< Without any damage.

    static QByteArray placeOf(const Damage &damage)
    {
        return damage.column.isEmpty() ? damage.what : (damage.table + u'.' + damage.column).toLatin1();
    }
    //! Empty where the schema itself does not let a record be damaged so.
    QString damagedFile(const Damage &damage)
    {
        const QString name = m_folder->filePath(u"history.db"_s);
        for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(name + part);
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(m_sample) != m_sample.size())
            return {};
        file.close();
        return alterFile(name, damage.script()).isEmpty() || alterFile(name, damage.scriptBesideIndexes()).isEmpty()
            ? name
            : QString();
    }
    //! What is wrong with a record that was damaged so; empty where all is well.
    QByteArray problemOf(const Damage &damage)
    {
        const QString file = damagedFile(damage);
        if (file.isEmpty()) {
            const bool isForbidden = m_maker->isUnique(damage.table, damage.column);
            return isForbidden ? QByteArray() : QByteArray("it could not be damaged");
        }
        DamagedRecord record(file, keptKey());
        if (const auto &refused = record.refused()) {
            // Without the carried key, the record is one of another computer.
            const bool byName = refused->code == ErrorCode::NotConfigured && refused->detail.startsWith(file);
            return damage.table == "carried_key"_L1 && byName ? QByteArray() : "refused: " + refused->detail.toUtf8();
        }
        record.readAll();
        record.exportAll();
        const QByteArray wrong = wronglyRead(damage, record);
        record.goOn();
        record.editAndPurge();
        DamagedRecord again(file, keptKey());
        again.readBriefly();
        return !wrong.isEmpty() ? wrong : record.problem().isEmpty() ? again.problem() : record.problem();
    }
    //! Checks that have nothing to do with the damage and cannot be read, and such as are damaged and not marked.
    QByteArray wronglyRead(const Damage &damage, const DamagedRecord &record) const
    {
        // Columns that a check is compared with; all others only help to find it.
        static const QSet<QByteArray> compared{
            "answers.hash",   "answers.sealed",    "cases.receipt", "cases.uid",
            "checks.case_id", "checks.checked_at", "checks.event",  "events.kind",
            "events.leaf",    "events.sealed",     "events.uuid",   "checks.http_status",
            "texts.hash",     "texts.sealed",      "words.word",    "transcripts.sealed"};
        // Columns by which nothing is read, and nothing hidden that nobody deleted.
        static const QSet<QByteArray> harmless{
            "cases.details", "cases.key",          "cases.last_change", "cases.last_check", "cases.last_good",
            "cases.on_hold", "cases.receipt_hash", "cases.removal",     "checks.removal",   "events.at",
            "events.desk",   "events.key",         "events.link",       "events.number"};
        const QByteArray place = placeOf(damage);
        const std::set<qint64> concerned = harmless.contains(place) ? std::set<qint64>() : m_maker->concernedBy(damage);
        QByteArray wrong;
        for (const qint64 id : m_readable) {
            const bool isRead = record.readableChecks().contains(id);
            if (!isRead && !concerned.contains(id))
                wrong += "check " + QByteArray::number(id) + " was not damaged and cannot be read; ";
            else if (isRead && concerned.contains(id) && compared.contains(place))
                wrong += "check " + QByteArray::number(id) + " was damaged and is not marked; ";
        }
        return wrong;
    }

private slots:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(u"linterna.storage.warning=false"_s);
        // Many files: in memory, where there is such a place.
        const QString memory = u"/dev/shm"_s;
        m_folder = std::make_unique<QTemporaryDir>((QFileInfo(memory).isWritable() ? memory : QDir::tempPath())
                                                   + u"/linterna-XXXXXX"_s);
        const QString sample = m_folder->filePath(u"sample.db"_s);
        QVERIFY(!makeRecordOfEverything(sample));
        QCOMPARE(alterFile(sample, "VACUUM"), QByteArray());
        m_sample = bytesOf(sample);
        const auto database = Database::open(sample, Database::Access::Look);
        QVERIFY(database);
        m_maker = std::make_unique<DamageMaker>(*database);
        for (Damage &damage : m_maker->matrix(qEnvironmentVariableIsSet("LINTERNA_ALL_DAMAGE")))
            m_damages[placeOf(damage)].push_back(std::move(damage));
        DamagedRecord record(damagedFile({}), keptKey());
        record.readAll();
        m_readable = record.readableChecks();
        QCOMPARE(int(m_readable.size()), damagedChecks);
    }
    //! Else a table that is new would not be damaged.
    void everyTableHasRowsAndEveryKindOfEventIsThere()
    {
        QSet<QString> damaged;
        for (const auto &[place, damages] : m_damages) {
            if (!damages.front().column.isEmpty())
                damaged << damages.front().table;
        }
        for (const QString &table : m_maker->tables())
            QVERIFY2(damaged.contains(table), qPrintable(table));
        QSet<QString> kinds;
        for (const EventSeen &event : eventsIn(m_folder->filePath(u"sample.db"_s), keptKey()))
            kinds << event.kind;
        for (const QLatin1StringView kind :
             {eventkind::check, eventkind::edit, eventkind::filters, eventkind::deletion, eventkind::restored,
              eventkind::destroyed, eventkind::desk, eventkind::damaged})
            QVERIFY2(kinds.contains(kind), kind.data());
    }
    void fault69_nothingIsDamaged()
    {
        DamagedRecord record(damagedFile({}), keptKey());
        record.readAll();
        record.exportAll();
        record.goOn();
        record.editAndPurge();
        QCOMPARE(record.problem(), QByteArray());
    }
    void fault69_fault89_aDamagedPlace_data()
    {
        QTest::addColumn<QByteArray>("place");
        for (const auto &[place, damages] : m_damages)
            QTest::newRow(place.constData()) << place;
    }
    void fault69_fault89_aDamagedPlace()
    {
        QFETCH(QByteArray, place);
        const std::vector<Damage> &damages = m_damages[place];
        QByteArray problems;
        constexpr std::size_t each = partUnderSanitizers(1, 5);
        for (std::size_t i = 0; i < damages.size(); i += each) {
            if (const QByteArray problem = problemOf(damages[i]); !problem.isEmpty())
                problems += damages[i].what + ": " + problem + '\n';
        }
        QVERIFY2(problems.isEmpty(), problems.constData());
    }
};

LINTERNA_TEST(TestDamageMatrix)

} // namespace test_damagematrix

#include "test_damagematrix.moc"
