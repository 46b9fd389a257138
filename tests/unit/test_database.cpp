// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/sqlite/databasefile.h"
#include "lib/sqlite/transaction.h"
#include "tests/support/testprogram.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_database {

using State = DatabaseLook::State;

namespace {

const Schema schema{
    .applicationId = 0x7e577e57,
    .steps = {{u"CREATE TABLE a (x INTEGER)"_s}, {u"CREATE TABLE b (y INTEGER)"_s, u"INSERT INTO b VALUES (7)"_s}}};

QByteArray hashOf(const QString &file)
{
    QFile bytes(file);
    if (!bytes.open(QIODevice::ReadOnly))
        return {};
    return QCryptographicHash::hash(bytes.readAll(), QCryptographicHash::Sha256);
}

std::shared_ptr<Database> openDatabase(const QString &file)
{
    const auto opened = Database::open(file, Database::Access::Write);
    return opened && !(*opened)->prepareForWriting() ? *opened : nullptr;
}

qint64 number(const Database &database, const QString &sql)
{
    Rows rows = database.query(sql);
    return rows.next() ? rows.integer(0) : -1;
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    int m_files = 0;

    QString newFile() { return m_folder.filePath(u"test-%1.db"_s.arg(++m_files)); }
    //! A file of our schema with a thousand rows in it.
    QString filledFile()
    {
        const QString file = newFile();
        const auto database = openDatabase(file);
        (void)migrate(*database, schema);
        Transaction transaction(*database);
        for (int i = 0; i < 1000; ++i)
            (void)database->execute(u"INSERT INTO a VALUES (randomblob(100))"_s);
        return transaction.commit() ? QString() : file;
    }
    static void overwrite(const QString &file, qint64 at, const QByteArray &bytes)
    {
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::ReadWrite) && damaged.seek(at));
        QCOMPARE(damaged.write(bytes), bytes.size());
    }

private slots:
    void isSetUpToLastAndToForget()
    {
        const auto database = openDatabase(newFile());
        Rows mode = database->query(u"PRAGMA journal_mode"_s);
        QVERIFY(mode.next());
        QCOMPARE(mode.text(0), u"wal"_s);
        QCOMPARE(number(*database, u"PRAGMA synchronous"_s), 2);
        QCOMPARE(number(*database, u"PRAGMA foreign_keys"_s), 1);
        QCOMPARE(number(*database, u"PRAGMA secure_delete"_s), 1);
    }
    void aTransactionRollsBackUnlessCommitted()
    {
        const auto database = openDatabase({});
        QVERIFY(!migrate(*database, schema));
        {
            Transaction transaction(*database);
            QVERIFY(!database->execute(u"INSERT INTO a VALUES (1)"_s));
        }
        QCOMPARE(number(*database, u"SELECT count(*) FROM a"_s), 0);
        {
            Transaction transaction(*database);
            QVERIFY(!database->execute(u"INSERT INTO a VALUES (1)"_s));
            QVERIFY(!transaction.commit());
        }
        QCOMPARE(number(*database, u"SELECT count(*) FROM a"_s), 1);
    }
    void migratesFromAnyVersion()
    {
        const auto database = openDatabase({});
        QVERIFY(!migrate(*database, {schema.applicationId, {schema.steps[0]}}));
        QCOMPARE(number(*database, u"PRAGMA user_version"_s), 1);
        QVERIFY(!migrate(*database, schema));
        QVERIFY(!migrate(*database, schema));
        QCOMPARE(number(*database, u"PRAGMA user_version"_s), 2);
        QCOMPARE(number(*database, u"PRAGMA application_id"_s), schema.applicationId);
        QCOMPARE(number(*database, u"SELECT sum(y) FROM b"_s), 7);
    }
    void aStepThatFailsLeavesNothingOfItself()
    {
        Schema broken = schema;
        broken.steps.push_back({u"CREATE TABLE c (z INTEGER)"_s, u"INSERT INTO nowhere VALUES (1)"_s});
        const auto database = openDatabase({});
        const auto error = migrate(*database, broken);
        QVERIFY(error);
        QCOMPARE(error->code, ErrorCode::Storage);
        QVERIFY(error->detail.contains(u"nowhere"_s));
        QCOMPARE(number(*database, u"PRAGMA user_version"_s), 2);
        QCOMPARE(number(*database, u"SELECT count(*) FROM sqlite_schema WHERE name = 'c'"_s), 0);
    }

    void fault45_newerIsRefusedUntouched()
    {
        const QString file = filledFile();
        const QByteArray before = hashOf(file);
        const Schema older{schema.applicationId, {schema.steps[0]}};
        const DatabaseLook look = lookAtDatabase(file, older);
        QCOMPARE(look.state, State::Newer);
        QVERIFY(look.error->detail.contains(file));
        QCOMPARE(hashOf(file), before);
        QCOMPARE(migrate(*openDatabase(file), older)->code, ErrorCode::Storage);
        QCOMPARE(hashOf(file), before);
    }
    void looks_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<State>("state");
        QTest::newRow("no bytes") << ""_ba << State::Empty;
        QTest::newRow("fault42 one byte") << "x"_ba << State::Damaged;
        QTest::newRow("fault42 text") << QByteArray(5000, 'x') << State::Damaged;
        QTest::newRow("fault42 zeros") << QByteArray(8192, '\0') << State::Damaged;
        QTest::newRow("fault42 only the first words")
            << "SQLite format 3\0"_ba.append(QByteArray(4080, '\xff')) << State::Damaged;
    }
    void looks()
    {
        QFETCH(QByteArray, content);
        const QString file = newFile();
        QFile bytes(file);
        QVERIFY(bytes.open(QIODevice::WriteOnly));
        bytes.write(content);
        bytes.close();
        const DatabaseLook look = lookAtDatabase(file, schema);
        QTEST(look.state, "state");
        QCOMPARE(look.error.has_value(), look.state == State::Damaged);
        QVERIFY(!look.error || look.error->detail.contains(file));
        QCOMPARE(hashOf(file), QCryptographicHash::hash(content, QCryptographicHash::Sha256));
    }
    void looksAtWhatIsThere()
    {
        QCOMPARE(lookAtDatabase(m_folder.filePath(u"none.db"_s), schema).state, State::Missing);
        QCOMPARE(lookAtDatabase(m_folder.path(), schema).state, State::Unreachable);
        const DatabaseLook known = lookAtDatabase(filledFile(), schema);
        QCOMPARE(known.state, State::Known);
        QCOMPARE(number(*known.database, u"SELECT count(*) FROM a"_s), 1000);
        QVERIFY(known.database->execute(u"DELETE FROM a"_s)); // it only looks
        QCOMPARE(lookAtDatabase(filledFile(), {schema.applicationId + 1, schema.steps}).state, State::Foreign);
    }
    void fault42_findsBrokenStructureInTheMiddle()
    {
        const QString cut = filledFile();
        QVERIFY(QFile::resize(cut, QFileInfo(cut).size() / 2));
        QCOMPARE(lookAtDatabase(cut, schema).state, State::Damaged);
        const QString trampled = filledFile();
        overwrite(trampled, QFileInfo(trampled).size() / 2, QByteArray(4096, '\x5a'));
        QCOMPARE(lookAtDatabase(trampled, schema).state, State::Damaged);
    }
    void fault42_keptByteIdenticalUnderANewName()
    {
        const QString file = m_folder.filePath(u"history.db"_s);
        const QDateTime now(QDate(2026, 11, 22), QTime(10, 42), Qt::UTC);
        const QStringList names{u"history.damaged-20261122-104200.db"_s, u"history.damaged-20261122-104200-2.db"_s};
        for (const QString &name : names) {
            QFile::remove(file);
            QVERIFY(QFile::copy(filledFile(), file));
            overwrite(file, 0, "garbage");
            QFile log(file + u"-wal"_s);
            QVERIFY(log.open(QIODevice::WriteOnly) && log.write(name.toLatin1()) > 0);
            const QByteArray before = hashOf(file);
            const auto kept = keepDamagedFile(file, now);
            QCOMPARE(*kept, m_folder.filePath(name));
            QCOMPARE(hashOf(*kept), before);
            QVERIFY(QFile::exists(*kept + u"-wal"_s)); // or SQLite would play it into the new file
            QVERIFY(!QFile::exists(file) && !QFile::exists(file + u"-wal"_s));
        }
    }
    void fault43_aCreationCutShortIsTold()
    {
        // What a crash before the write-ahead log is turned on leaves: half a change and the journal to take it back.
        const QString file = filledFile();
        const auto database = openDatabase(file);
        const QStringList half{u"PRAGMA journal_mode=DELETE"_s, u"PRAGMA cache_size=1"_s, u"BEGIN"_s,
                               u"UPDATE a SET x = 1"_s};
        for (const QString &sql : half)
            QVERIFY(!database->execute(sql));
        const QString crashed = newFile();
        QVERIFY(QFile::copy(file, crashed) && QFile::copy(file + u"-journal"_s, crashed + u"-journal"_s));
        QCOMPARE(lookAtDatabase(crashed, schema).state, State::Interrupted);
    }
};

LINTERNA_TEST(TestDatabase)

} // namespace test_database

#include "test_database.moc"
