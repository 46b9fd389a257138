// SPDX-License-Identifier: GPL-3.0-or-later
// Files and backups that look like a record and hold what no version of Linterna makes: refused by name, untouched, and
// nothing is replaced by them.
#include "lib/backup/recordrestore.h"
#include "lib/localrecord/recordschema.h"
#include "lib/sqlite/databasefile.h"
#include "lib/sqlite/requestcounts.h"
#include "tests/support/damagedrecord.h"
#include "tests/support/fakeclock.h"
#include "tests/support/files.h"
#include "tests/support/jobresult.h"
#include "tests/support/rawsql.h"
#include "tests/support/recordrun.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_foreignrecords {

namespace {

const Secret passphrase = Secret::copyOf("lantern in the window");

QString folderTemplate()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/linterna-XXXXXX"_s;
}

constexpr char endless[] = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)";

//! A table made anew with another text, and the rows of the first one.
QByteArray instead(const QByteArray &table, const QByteArray &columns, const QByteArray &rest)
{
    return "CREATE TABLE aside AS SELECT * FROM " + table + "; DROP TABLE " + table + "; CREATE TABLE " + table + " ("
        + columns + ")" + rest + "; INSERT INTO " + table + " SELECT * FROM aside; DROP TABLE aside;";
}

QByteArray manyTables()
{
    QByteArray sql = "BEGIN;";
    for (int i = 0; i < 20'000; ++i)
        sql += "CREATE TABLE t" + QByteArray::number(i) + " (x);";
    return sql + "COMMIT;";
}

//! A row that says one thing where it is found and another where it is read: the index is not told of the change.
QByteArray otherThanItsIndex()
{
    return "PRAGMA writable_schema=ON;"
           "CREATE TEMP TABLE kept AS SELECT * FROM sqlite_schema WHERE name = 'checks_by_case';"
           "DELETE FROM sqlite_schema WHERE name = 'checks_by_case'; PRAGMA writable_schema=RESET;"
           "UPDATE checks SET case_id = 1 + case_id % 4;"
           "PRAGMA writable_schema=ON; INSERT INTO sqlite_schema SELECT * FROM kept; PRAGMA writable_schema=RESET;";
}

struct Foreign {
    QByteArray name;
    QByteArray sql;
    //! Where only all of the file, compared with itself, shows it: as a record it opens, and each row is compared.
    bool bySchema = true;
};

std::vector<Foreign> foreignRecords()
{
    const QByteArray all = endless;
    return {
        {"a trigger", "CREATE TRIGGER fires AFTER INSERT ON checks BEGIN DELETE FROM checks; END"},
        {"a trigger on deletion", "CREATE TRIGGER fires BEFORE DELETE ON transcripts BEGIN SELECT RAISE(IGNORE); END"},
        {"a view", "CREATE VIEW more AS SELECT * FROM checks"},
        {"an endless view", "CREATE VIEW more AS " + all + " SELECT x FROM n"},
        {"an endless view in place of the edits",
         "DROP TABLE edits; CREATE VIEW edits AS " + all + " SELECT x AS event_id, 1 AS case_id, 0 AS removal FROM n"},
        {"an endless view in place of the checks",
         "ALTER TABLE checks RENAME TO other; CREATE VIEW checks AS " + all + " SELECT other.* FROM n, other"},
        {"no events", "DROP TABLE events"},
        {"no edits", "DROP TABLE edits"},
        {"no words", "DROP TABLE words"},
        {"no index", "DROP INDEX checks_by_case"},
        {"a table more", "CREATE TABLE more (x)"},
        {"a column more", "ALTER TABLE cases ADD COLUMN more INTEGER"},
        {"a column less", "ALTER TABLE cases DROP COLUMN on_hold"},
        {"a column of another name", "ALTER TABLE cases RENAME COLUMN on_hold TO held"},
        {"a generated column", "ALTER TABLE checks ADD COLUMN more INTEGER GENERATED ALWAYS AS (id + 1) VIRTUAL"},
        {"an index by an expression", "CREATE INDEX more ON checks (abs(id))"},
        {"an index of another order",
         "DROP INDEX checks_by_case; CREATE INDEX checks_by_case ON checks (case_id DESC, checked_at)"},
        {"an index with another condition",
         "DROP INDEX checks_removed; CREATE INDEX checks_removed ON checks (removal) WHERE removal <> 1"},
        {"a table without row numbers",
         instead("words", "id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE", " STRICT, WITHOUT ROWID")},
        {"a table that is not strict",
         instead("transcripts", "check_id INTEGER PRIMARY KEY, sealed BLOB NOT NULL", "")},
        {"a table with a condition",
         instead("words", "id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE CHECK (length(word) >= 0)", " STRICT")},
        {"a virtual table", "CREATE VIRTUAL TABLE more USING fts5(x)"},
        {"statistics", "ANALYZE"},
        {"twenty thousand tables", manyTables()},
        {"the version of another schema", "PRAGMA user_version=3"},
        {"two tables in one place",
         "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE"
         " name = 'texts') WHERE name = 'answers'",
         false},
        {"rows other than their index", otherThanItsIndex(), false},
    };
}

} // namespace

class TestForeignRecords : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_sample;

    static void addForeignRecords()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<bool>("bySchema");
        for (const Foreign &foreign : foreignRecords())
            QTest::newRow(foreign.name.constData()) << foreign.sql << foreign.bySchema;
    }
    //! A record that was altered so.
    QString altered(const QByteArray &sql)
    {
        const QString file = m_folder->filePath(u"altered.db"_s);
        QFile::remove(file);
        if (!QFile::copy(m_sample, file))
            return {};
        if (const QByteArray problem = alterFile(file, sql); !problem.isEmpty()) {
            qWarning("%s", problem.constData());
            return {};
        }
        return file;
    }
    Result<qint64> seal(const QString &database, const QString &into, const BackupFacts &facts)
    {
        BackupWork work;
        return writeBackup(into, database, facts, passphrase, cheap, work);
    }

private slots:
    void initTestCase()
    {
        // In memory, where there is such a place: each of them is written several times.
        m_folder = std::make_unique<QTemporaryDir>(folderTemplate());
        m_sample = m_folder->filePath(u"sample.db"_s);
        QVERIFY(!makeRecordThatSaysWhose(m_sample));
    }

    void fault90_aForeignRecordIsRefusedByName_data() { addForeignRecords(); }
    void fault90_aForeignRecordIsRefusedByName()
    {
        QFETCH(QByteArray, sql);
        QFETCH(bool, bySchema);
        const QString file = altered(sql);
        QVERIFY(!file.isEmpty());
        const QByteArray before = bytesOf(file);
        LocalRecord store{stillClock()};
        const auto opened = resultOf(store.file().open({file, sampleKey()}));
        if (!bySchema && opened)
            return;
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Storage);
        QVERIFY2(opened.error().detail.startsWith(file), qPrintable(opened.error().detail));
        QCOMPARE(bytesOf(file), before);
        QCOMPARE(resultOf(store.file().keepDamaged(file)).value().isEmpty(), bySchema);
    }
    //! Each is sealed as a backup of ours is, by somebody who knows the passphrase.
    void fault90_aHostileBackupReplacesNothing_data() { addForeignRecords(); }
    void fault90_aHostileBackupReplacesNothing()
    {
        QFETCH(QByteArray, sql);
        const QString file = altered(sql);
        QVERIFY(!file.isEmpty());
        restoreIsRefused(
            file, {.schema = historySchema().version(), .checks = 20, .made = someTime(), .dataKey = sampleKey()});
    }
    void fault90_whatABackupSaysOfItself_data()
    {
        QTest::addColumn<int>("schema");
        QTest::addColumn<QString>("database");
        QTest::newRow("a newer schema") << 99 << m_sample;
        QTest::newRow("another key") << 5 << m_sample;
        QTest::newRow("no database") << 5 << QString();
    }
    void fault90_whatABackupSaysOfItself()
    {
        QFETCH(int, schema);
        QFETCH(QString, database);
        if (database.isEmpty()) {
            database = m_folder->filePath(u"nothing.db"_s);
            QFile nothing(database);
            QVERIFY(nothing.open(QIODevice::WriteOnly) && nothing.write(QByteArray(4096, 'x')) > 0);
        }
        restoreIsRefused(database, {.schema = schema, .made = someTime(), .dataKey = FieldCipher::makeDataKey()});
    }
    void fault90_aBackupThatIsOursIsRestored()
    {
        const QString backup = m_folder->filePath(u"good.linterna-backup"_s);
        QVERIFY(seal(altered("VACUUM"), backup,
                     {.schema = historySchema().version(), .made = someTime(), .dataKey = sampleKey()}));
        FakeSecretStore secrets;
        const QTemporaryDir home(folderTemplate());
        RecordRun run(secrets, home.filePath(u"history.db"_s));
        QVERIFY(!run.start().isForThisRunOnly());
        auto *job = new RecordRestore(run.history.file(), backup, passphrase, RecordRestore::Occupied::Refuse);
        QCOMPARE(resultOf<RestoreDone>(job)->checks, damagedChecks);
    }
    //! The file of the day's requests.
    void fault90_foreignCountsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("a trigger") << QByteArray(
            "CREATE TRIGGER t AFTER UPDATE ON requests BEGIN DELETE FROM requests; END");
        QTest::newRow("an endless view") << "DROP TABLE requests; CREATE VIEW requests AS " + QByteArray(endless)
                + " SELECT 'a' AS connection, 'b' AS day, x AS requests FROM n";
        QTest::newRow("a table more") << QByteArray("CREATE TABLE more (x)");
        QTest::newRow("no table") << QByteArray("DROP TABLE requests");
    }
    void fault90_foreignCountsAreRefused()
    {
        QFETCH(QByteArray, sql);
        const QString file = m_folder->filePath(u"requests.db"_s);
        QFile::remove(file);
        {
            RequestCounts counts(file, stillClock());
            QCOMPARE(resultOf(counts.add(u"a"_s, u"2026-11-30"_s, 3)).value(), 3);
        }
        QCOMPARE(alterFile(file, sql), QByteArray());
        const QByteArray before = bytesOf(file);
        {
            RequestCounts counts(file, stillClock());
            const auto refused = resultOf(counts.add(u"a"_s, u"2026-11-30"_s, 1));
            QVERIFY(!refused && refused.error().detail.contains(file));
        }
        QCOMPARE(bytesOf(file), before);
    }
    void fault69_aCountThatNobodyCanHaveReached_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::newRow("negative") << QByteArray("-5");
        QTest::newRow("the largest") << QByteArray("9223372036854775807");
        QTest::newRow("the smallest") << QByteArray("-9223372036854775808");
        QTest::newRow("beyond 32 bits") << QByteArray("4294967301");
    }
    void fault69_aCountThatNobodyCanHaveReached()
    {
        QFETCH(QByteArray, number);
        const QString file = m_folder->filePath(u"requests.db"_s);
        QFile::remove(file);
        {
            RequestCounts counts(file, stillClock());
            QVERIFY(resultOf(counts.add(u"a"_s, u"2026-11-30"_s, 3)));
        }
        QCOMPARE(alterFile(file, "UPDATE requests SET requests = " + number), QByteArray());
        RequestCounts counts(file, stillClock());
        QCOMPARE(resultOf(counts.add(u"a"_s, u"2026-11-30"_s, 0)).value(), 0);
        QCOMPARE(resultOf(counts.add(u"a"_s, u"2026-11-30"_s, 2)).value(), 2);
    }

private:
    void restoreIsRefused(const QString &database, const BackupFacts &facts)
    {
        const QString backup = m_folder->filePath(u"hostile.linterna-backup"_s);
        const auto sealed = seal(database, backup, facts);
        QVERIFY2(sealed, sealed ? "" : qPrintable(sealed.error().detail));
        FakeSecretStore secrets;
        const QTemporaryDir home(folderTemplate());
        RecordRun run(secrets, home.filePath(u"history.db"_s));
        QVERIFY(!run.start().isForThisRunOnly());
        QVERIFY(run.check(7));
        auto *job = new RecordRestore(run.history.file(), backup, passphrase, RecordRestore::Occupied::KeepOther);
        std::optional<BackupProblem> problem;
        job->onFinished(job, [&problem, job](const auto &) { problem = job->problem(); });
        const auto restored = resultOf<RestoreDone>(job);
        QVERIFY(!restored);
        QCOMPARE(restored.error().code, ErrorCode::Unreadable);
        QVERIFY(problem && problem->kind != BackupProblem::Kind::Sealed);
        QCOMPARE(run.checks(), QStringList{receiptNo(7)});
        QVERIFY(!QFileInfo::exists(home.filePath(u"scratch"_s)));
    }
};

LINTERNA_TEST(TestForeignRecords)

} // namespace test_foreignrecords

#include "test_foreignrecords.moc"
