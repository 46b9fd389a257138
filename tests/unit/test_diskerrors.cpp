// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that does not do what it is told, at each call of each thing that the record does.
#include "lib/localrecord/localrecord.h"
#include "lib/recordkeeping/recordopenjob.h"
#include "lib/sqlite/requestcounts.h"
#include "lib/sqlite/transaction.h"
#include "tests/support/failingdisk.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/files.h"
#include "tests/support/jobresult.h"
#include "tests/support/recordtransfer.h"
#include "tests/support/recordwords.h"
#include "tests/support/samplerecord.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_diskerrors {

namespace {

using Fails = FailingDisk::Fails;

//! Something that is done with a record, and what has to be done with it before.
struct Deed {
    std::function<Said(RecordDatabase &record)> deed;
    std::function<void(RecordDatabase &record)> before = [](RecordDatabase &) {};
};

//! Three checks, the last of them with a case that is new.
class ThreeChecks : public CheckSource
{
public:
    Result<std::optional<ImportedItem>> next() override
    {
        if (++m_number > 3)
            return std::optional<ImportedItem>();
        return std::optional<ImportedItem>(
            ImportedCheck{sampleCheck(m_number), {.client = u"Client %1"_s.arg(m_number)}});
    }

private:
    int m_number = 0;
};

//! A database of these bytes, with this log.
void put(const QString &file, const QByteArray &bytes, const QByteArray &log = {})
{
    for (const QString &part : {u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(file + part);
    const std::array parts{std::pair(file, bytes), std::pair(file + u"-wal"_s, log)};
    for (const auto &[name, content] : parts) {
        QFile written(name);
        if (!content.isEmpty())
            QVERIFY(written.open(QIODevice::WriteOnly) && written.write(content) == content.size());
    }
}

//! The call to fail next, where there are hundreds of them.
int callAfter(int call)
{
    return call + (call < 60 ? partUnderSanitizers(1, 5) : partUnderSanitizers(3, 15));
}

} // namespace

class TestDiskErrors : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    //! Bytes of the record that everything begins with, and of one without a check.
    QByteArray m_sample;
    QByteArray m_empty;
    //! What another desk has that went on with the sample record: a check, an edit and a deletion more.
    ImportedItems m_others;
    FailingDisk m_disk;

    void take(const QByteArray &record) const { put(m_file, record); }
    [[nodiscard]] std::unique_ptr<RecordDatabase> opened() const
    {
        auto record = std::make_unique<RecordDatabase>();
        const auto result = record->open({m_file, sampleKey(), RecordRole::Owner}, someAuthor());
        return result ? std::move(record) : nullptr;
    }
    //! How the receipt number of sampleReceipt(1) stands in the file.
    [[nodiscard]] QByteArray sealedReceipt() const
    {
        const auto database = Database::open(m_file, Database::Access::Write);
        Rows rows = (*database)->query(u"SELECT receipt FROM cases WHERE id = 2"_s);
        return rows.next() ? rows.bytes(0) : QByteArray();
    }
    //! What is in the record, opened anew.
    [[nodiscard]] QByteArray content() const
    {
        const auto record = opened();
        return record ? contentOf(*record) : QByteArray("it does not open");
    }
    //! What the next run would find if this one were killed now.
    [[nodiscard]] QByteArray contentAfterAKill() const
    {
        const QString killed = m_folder->filePath(u"killed.db"_s);
        put(killed, bytesOf(m_file), bytesOf(m_file + u"-wal"_s));
        RecordDatabase record;
        const auto result = record.open({killed, sampleKey(), RecordRole::Owner}, someAuthor());
        return result ? contentOf(record) : result.error().detail.toUtf8();
    }

    //! Whether anything failed. Whatever became of opening it, the file is as it was.
    bool openWhere(bool hasKey, const std::function<void()> &begin)
    {
        FakeSecretStore secrets;
        if (hasKey)
            secrets.secrets.insert(recordKeyName, Secret(sampleKey().view().toByteArray().toBase64()));
        LocalRecord store{stillClock()};
        begin();
        const auto opened = resultOf(openRecord(store.file(), secrets, m_file, RecordRole::Owner));
        const bool failed = m_disk.heal() > 0;
        [&] {
            QVERIFY(opened && opened->damagedKeptAs.isEmpty());
            QVERIFY(hasKey ? failed || !opened->isForThisRunOnly() : opened->isForThisRunOnly());
            if (hasKey && opened->isForThisRunOnly())
                QCOMPARE(opened->why->code, ErrorCode::Storage);
            QVERIFY(resultOf(store.file().open({{}, sampleKey()}))); // lets go of the file
            QCOMPARE(secrets.secrets.size(), hasKey ? 1 : 0);
            QCOMPARE(bytesOf(m_file), m_sample);
        }();
        return failed;
    }

private slots:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(u"linterna.storage.warning=false"_s); // hundreds, and each is meant
        QTemporaryDir folder;
        const QString file = folder.filePath(u"made.db"_s);
        QVERIFY(RecordDatabase().open({file, sampleKey(), RecordRole::Owner}, someAuthor()));
        m_empty = bytesOf(file);
        QVERIFY(!makeSampleRecord(file));
        m_sample = bytesOf(file);
        put(folder.filePath(u"other.db"_s), m_sample);
        RecordDatabase other;
        QVERIFY(other.open({folder.filePath(u"other.db"_s), sampleKey(), RecordRole::Owner}, someAuthor()));
        QVERIFY(other.record(sampleCheck(27), someAuthor()));
        QVERIFY(other.editCase(sampleReceipt(1), {.client = u"Garcia"_s}, someAuthor()));
        QVERIFY(other.deleteCases({sampleReceipt(2)}, {}, someAuthor()));
        m_others = itemsOf(other);
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"history.db"_s);
    }

    void fault46_anErrorAtEachCall_data()
    {
        QTest::addColumn<Deed>("deed");
        QTest::addColumn<bool>("empty");
        const auto row = [](const char *name, const std::function<Said(RecordDatabase &)> &deed) {
            QTest::newRow(name) << Deed{deed} << false;
        };
        const auto deletion = std::make_shared<qint64>();
        const auto noted = [deletion](const Result<Deletion> &deleted) {
            *deletion = deleted ? deleted->number : *deletion;
            return said(deleted);
        };
        const auto oldChecksGo = [noted](RecordDatabase &record) {
            return noted(record.deleteChecksBefore(someTime().addDays(12), someAuthor()));
        };
        const auto casesGo = [noted](RecordDatabase &record) {
            return noted(record.deleteCases({sampleReceipt(1), sampleReceipt(3)}, {}, someAuthor()));
        };
        const auto undo = [deletion](RecordDatabase &record) {
            return said(record.undoDeletion(*deletion, {}, someAuthor()));
        };
        row("record", [](auto &record) { return said(record.record(sampleCheck(25), someAuthor())); });
        row("record a failure", [](auto &record) { return said(record.record(sampleCheck(29), someAuthor())); });
        row("record the first of a case",
            [](auto &record) { return said(record.record(goodOutcome(), someAuthor())); });
        row("edit",
            [](auto &record) { return said(record.editCase(sampleReceipt(1), {.client = u"Pérez"_s}, someAuthor())); });
        row("save filters", [](auto &record) { return said(record.saveFilters({{u"another"_s, {}}}, someAuthor())); });
        row("list of cases", [](auto &record) { return said(record.cases({}, someTime())); });
        row("list of checks", [](auto &record) { return said(record.checks({}, someTime())); });
        row("search", [](auto &record) {
            return everyCase(record, {.criteria = {.filter = {.text = u"approved"_s}, .sort = ListSort::Client}});
        });
        row("all cases", [](auto &record) { return everyCase(record); });
        row("all checks", [](auto &record) { return everyCheck(record); });
        row("saved filters", [](auto &record) { return said(record.savedFilters()); });
        row("a check", [](auto &record) { return said(record.load(22)); });
        row("last good answer", [](auto &record) { return said(record.lastGood(sampleReceipt(4))); });
        row("a case", [](auto &record) { return said(record.findCase(sampleReceipt(2))); });
        row("cases of a client", [](auto &record) { return said(record.casesOfClient(u"garcia"_s)); });
        row("count", [](auto &record) { return said(record.countCases({sampleReceipt(1)})); });
        row("delete cases", casesGo);
        row("delete old checks", oldChecksGo);
        QTest::newRow("take back cases") << Deed{undo, casesGo} << false;
        QTest::newRow("take back checks") << Deed{undo, oldChecksGo} << false;
        QTest::newRow("purge") << Deed{[](auto &record) { return said(record.purgeDeleted(someAuthor())); }, casesGo}
                               << false;
        QTest::newRow("import") << Deed{[](auto &record) {
            ThreeChecks source;
            return said(record.importAll(source, someAuthor(), false));
        }} << true;
        const auto writtenHere = [](auto &record) {
            QVERIFY(record.editCase(sampleReceipt(1), {.client = u"Perez"_s}, someAuthor()));
        };
        const auto merge = [this](auto &record) { return said(takeIn(record, m_others)); };
        const auto merged = [this, writtenHere, merge](auto &record) {
            writtenHere(record);
            QVERIFY(merge(record));
            QVERIFY(record.open({m_file, sampleKey(), RecordRole::Owner}, someAuthor())); // nothing is in memory
        };
        QTest::newRow("take in what another desk has") << Deed{merge, writtenHere} << false;
        QTest::newRow("take in a whole record") << Deed{merge} << true;
        QTest::newRow("values to choose from")
            << Deed{[](auto &record) { return said(record.conflicts()); }, merged} << false;
        QTest::newRow("choose a value") << Deed{
            [](auto &record) {
                const auto all = record.conflicts();
                return !all || all->empty()
                    ? said(all)
                    : said(record.settleConflict(all->front(), {.client = u"x"_s}, someAuthor()));
            },
            merged} << false;
        QTest::newRow("deletions of another desk")
            << Deed{[](auto &record) { return said(record.foreignDeletions()); }, merged} << false;
        for (const bool deleteHere : {false, true}) {
            QTest::addRow("answer a deletion: %d", deleteHere)
                << Deed{[deleteHere](auto &record) {
                            const auto all = record.foreignDeletions();
                            return !all || all->empty()
                                ? said(all)
                                : said(record.answerDeletion(all->front().event, deleteHere, someAuthor()));
                        },
                        merged}
                << false;
        }
        row("read all events", [](auto &record) { return everyEvent(record); });
    }
    //! Both where the disk fails once and where it fails from that call on: an Error and all as it was, or no Error and
    //! all done. Everything can be read again at once, in the next run, and in the run after a kill.
    void fault46_anErrorAtEachCall()
    {
        QFETCH(Deed, deed);
        QFETCH(bool, empty);
        const QByteArray &begin = empty ? m_empty : m_sample;
        take(begin);
        auto record = opened();
        deed.before(*record);
        const QByteArray before = contentOf(*record);
        const QByteArray expected = *deed.deed(*record);
        const QByteArray after = contentOf(*record);
        QVERIFY(!before.contains("cannot be read") && !before.contains("unreadable"));
        record.reset();
        const bool changes = bytesOf(m_file) != begin;
        for (const Fails fails : {Fails::Once, Fails::FromThenOn}) {
            int call = 1;
            for (int failed = 1; failed > 0; call = callAfter(call)) {
                record.reset();
                take(begin);
                record = opened();
                deed.before(*record);
                m_disk.failAt(call, fails);
                const Said result = deed.deed(*record);
                failed = m_disk.heal();
                if (result)
                    QCOMPARE(*result, expected);
                else
                    QCOMPARE(result.error().code, ErrorCode::Storage);
                QCOMPARE(contentOf(*record), result ? after : before);
                if (!changes)
                    continue;
                if (fails == Fails::FromThenOn) {
                    const QByteArray killed = contentAfterAKill();
                    QVERIFY(killed == after || (!result && killed == before));
                }
                record.reset();
                QCOMPARE(integrityOf(m_file), "ok");
                QCOMPARE(content(), result ? after : before);
            }
            QVERIFY(call > 3); // it was in the middle
        }
    }

    //! A file of before there were events stays what it was, or is brought up to date, whatever fails meanwhile.
    void fault46_anErrorWhileARecordIsBroughtUpToDate()
    {
        const QByteArray older = bytesOf(QStringLiteral(LINTERNA_FIXTURES "/record/version-5.db"));
        take(older);
        const QByteArray expected = content();
        QVERIFY(expected.size() > 1000);
        for (const Fails fails : {Fails::Once, Fails::FromThenOn}) {
            int call = 1;
            int refused = 0;
            for (int failed = 1; failed > 0; call = callAfter(call)) {
                m_folder = std::make_unique<QTemporaryDir>();
                m_file = m_folder->filePath(u"history.db"_s);
                take(older);
                m_disk.failAt(call, fails);
                {
                    RecordDatabase record;
                    const auto opened = record.open({m_file, sampleKey(), RecordRole::Owner}, someAuthor());
                    failed = m_disk.heal();
                    if (opened)
                        QCOMPARE(contentOf(record), expected);
                    else
                        QCOMPARE(opened.error().code, ErrorCode::Storage);
                    refused += opened ? 0 : 1;
                }
                QCOMPARE(content(), expected);
                QCOMPARE(integrityOf(m_file), "ok");
            }
            QVERIFY(refused > 10); // it was in the middle
        }
    }

    //! SQLite takes a transaction back by itself when it cannot read something, and would write what comes then at once.
    void fault46_nothingIsWrittenOutsideOfALostTransaction()
    {
        take(m_sample);
        const auto database = Database::open(m_file, Database::Access::Write).value();
        const auto count = [&] {
            Rows rows = database->query(u"SELECT count(*) FROM words WHERE word LIKE 'new%'"_s);
            return rows.next() ? rows.integer(0) : -1;
        };
        {
            Transaction transaction(*database);
            QVERIFY(!transaction.error());
            QVERIFY(!database->execute(u"INSERT INTO words (word) VALUES ('new 1')"_s));
            m_disk.failAt(1, Fails::Once);
            const auto unread = database->execute(u"SELECT sum(length(sealed)) FROM texts"_s);
            QCOMPARE(m_disk.heal(), 1);
            QVERIFY(unread);
            QVERIFY(database->execute(u"INSERT INTO words (word) VALUES ('new 2')"_s) == unread);
            QVERIFY(transaction.commit() == unread);
        }
        QCOMPARE(count(), 0);
        QVERIFY(!database->execute(u"INSERT INTO words (word) VALUES ('new 3')"_s));
        QCOMPARE(count(), 1);
    }

    void fault46_aCopyIsWholeOrAnError()
    {
        take(m_sample);
        const auto record = opened();
        const QByteArray before = contentOf(*record);
        int call = 1;
        for (int failed = 1; failed > 0; ++call) {
            m_disk.failAt(call, Fails::FromThenOn);
            auto scratch = record->makeScratch();
            QVERIFY(scratch);
            auto copy = record->beginCopy((*scratch)->file());
            const Result<bool> whole = copy ? (*copy)->step(DatabaseCopy::AllPages) : Result<bool>(copy.error());
            failed = m_disk.heal();
            copy = Error{};
            QCOMPARE(whole.ok(), failed == 0);
            if (whole) {
                RecordDatabase other;
                QVERIFY(other.open({(*scratch)->file(), sampleKey(), RecordRole::Owner}, someAuthor()));
                QCOMPARE(contentOf(other), before);
            }
            QCOMPARE(contentOf(*record), before);
        }
        QVERIFY(call > 3);
    }
    //! The file holds the one or the other, and the one that was replaced stays beside it where there is the other.
    void fault46_anErrorWhileAnotherRecordTakesItsPlace()
    {
        const QString otherFile = m_folder->filePath(u"other.db"_s);
        take(m_empty);
        QVERIFY(opened()->record(sampleCheck(7), someAuthor()));
        const QByteArray other = bytesOf(m_file);
        const QByteArray after = content();
        take(m_sample);
        const QByteArray before = content();
        for (const Fails fails : {Fails::Once, Fails::FromThenOn}) {
            int call = 1;
            for (int failed = 1; failed > 0; call = callAfter(call)) {
                take(m_sample);
                put(otherFile, other);
                const auto record = opened();
                m_disk.failAt(call, fails);
                const auto kept = record->replaceWith(otherFile, sampleKey(), Replace::KeepOther, someAuthor());
                failed = m_disk.heal();
                QVERIFY(kept || kept.error().code == ErrorCode::Storage);
                if (record->isOpen())
                    QCOMPARE(contentOf(*record), kept ? after : before);
                const QByteArray now = content();
                QVERIFY(now == after || (!kept && now == before));
                const QStringList beside = QDir(m_folder->path()).entryList({u"*.replaced-*.db"_s});
                QCOMPARE(beside.size(), now == after ? 1 : 0);
                for (const QString &name : beside) {
                    RecordDatabase replaced;
                    QVERIFY(replaced.open({m_folder->filePath(name), sampleKey(), RecordRole::Owner}, someAuthor()));
                    QCOMPARE(contentOf(replaced), before);
                    QVERIFY(QFile::remove(m_folder->filePath(name)));
                }
            }
            QVERIFY(call > 3);
        }
    }

    //! Where the file could not be freed of what was deleted, it is freed of it later.
    void fault46_whatWasPurgedIsGoneInTheEnd()
    {
        int call = 1;
        for (int failed = 1; failed > 0; ++call) {
            take(m_sample);
            const auto record = opened();
            const QByteArray sealed = sealedReceipt();
            QVERIFY(bytesOf(m_file).contains(sealed));
            QVERIFY(record->record(sampleCheck(1), someAuthor())); // so that it stands in the log too
            QVERIFY(record->deleteCases({sampleReceipt(1)}, {}, someAuthor()));
            m_disk.failAt(call, Fails::Once);
            const auto purged = record->purgeDeleted(someAuthor());
            failed = m_disk.heal();
            QVERIFY(purged || failed > 0);
            QVERIFY(record->purgeDeleted(someAuthor()));
            QVERIFY(!bytesOf(m_file).contains(sealed) && !bytesOf(m_file + u"-wal"_s).contains(sealed));
        }
        QVERIFY(call > 3);
    }

    //! The record that cannot be read is not taken for a damaged one, nor for none.
    void fault46_openingARecordThatCannotBeRead_data()
    {
        QTest::addColumn<bool>("hasKey");
        QTest::newRow("key in the keychain") << true;
        QTest::newRow("no key") << false;
    }
    void fault46_openingARecordThatCannotBeRead()
    {
        QFETCH(bool, hasKey);
        take(m_sample);
        for (const Fails fails : {Fails::Once, Fails::FromThenOn}) {
            int call = 1;
            for (bool failed = true; failed; ++call)
                failed = openWhere(hasKey, [&] { m_disk.failAt(call, fails); });
            QVERIFY(call > 3);
        }
        constexpr int pageSize = 4096;
        for (qsizetype page = 0; page < m_sample.size(); page += pageSize)
            QVERIFY(openWhere(hasKey, [&] { m_disk.failReading(page); }) || page > 0);
        QCOMPARE(QDir(m_folder->path()).entryList({u"*damaged*"_s}), QStringList());
    }

    //! The same for the day's requests, which are counted beside.
    void fault46_aCountAtAnErrorAtEachCall()
    {
        const QString today = QDate::currentDate().toString(Qt::ISODate);
        int expected = 0;
        for (const Fails fails : {Fails::Once, Fails::FromThenOn}) {
            int call = 1;
            for (int failed = 1; failed > 0; ++call) {
                {
                    RequestCounts counts(m_file, stillClock());
                    m_disk.failAt(call, fails);
                    const Result<int> sum = resultOf(counts.add(u"A"_s, today, 1));
                    failed = m_disk.heal();
                    expected += sum ? 1 : 0;
                    if (!sum)
                        QCOMPARE(sum.error().code, ErrorCode::Storage);
                }
                RequestCounts counts(m_file, stillClock());
                QCOMPARE(resultOf(counts.add(u"A"_s, today, 0)).value(), expected);
            }
            QVERIFY(call > 3);
        }
    }
};

LINTERNA_TEST(TestDiskErrors)

} // namespace test_diskerrors

#include "test_diskerrors.moc"
