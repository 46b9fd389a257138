// SPDX-License-Identifier: GPL-3.0-or-later
// What may happen to the record's file without the program's doing.
#include "lib/localrecord/localrecord.h"

#include "lib/crypto/fieldcipher.h"
#include "lib/sqlite/database.h"
#include "tests/support/collectingvisitor.h"
#include "tests/support/fakeclock.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/testprogram.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_recordfaults {

namespace {

const char keyText[] = "0123456789abcdef0123456789abcdef";

Secret dataKey()
{
    return Secret::copyOf(keyText);
}

QByteArray hashOf(const QString &file)
{
    QFile bytes(file);
    if (!bytes.open(QIODevice::ReadOnly))
        return {};
    return QCryptographicHash::hash(bytes.readAll(), QCryptographicHash::Sha256);
}

//! Changes the record's file behind its back.
void meddle(const QString &file, const QString &sql)
{
    const auto database = Database::open(file, Database::Access::Write);
    QVERIFY(database);
    const auto error = (*database)->execute(sql);
    QVERIFY2(!error, error ? qPrintable(error->detail) : "");
}

} // namespace

class TestRecordFaults : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

    std::unique_ptr<LocalRecord> opened()
    {
        auto store = std::make_unique<LocalRecord>(stillClock());
        const auto result = resultOf(store->file().open({m_file, dataKey(), RecordRole::Owner}));
        return result ? std::move(store) : nullptr;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"history.db"_s);
    }

    void fault43_aChangeCutShortBeforeTheLogWasTurnedOnIsTakenBack()
    {
        {
            const auto store = opened();
            for (int i = 0; i < 50; ++i)
                (void)store->record(goodOutcome());
        }
        const auto database = Database::open(m_file, Database::Access::Write);
        const QStringList half{u"PRAGMA journal_mode=DELETE"_s, u"PRAGMA cache_size=1"_s, u"BEGIN"_s,
                               u"UPDATE checks SET connection = 99"_s};
        for (const QString &sql : half)
            QVERIFY(!(*database)->execute(sql));
        const QString crashed = m_folder->filePath(u"crashed.db"_s);
        QVERIFY(QFile::copy(m_file, crashed) && QFile::copy(m_file + u"-journal"_s, crashed + u"-journal"_s));
        LocalRecord store{stillClock()};
        const auto opened = resultOf(store.file().open({crashed, dataKey(), RecordRole::Owner}));
        QCOMPARE(opened ? QString() : opened.error().detail, QString());
        const auto page = resultOf(store.checks({.pageSize = 100}));
        QCOMPARE(page->total, 50);
        for (const CheckRow &row : page->rows)
            QCOMPARE(row.connection, u"USCIS sandbox"_s);
    }
    void fault44_twoStoresOnOneFileLoseNothing()
    {
        for (int round = 0; round < 5; ++round) {
            init();
            LocalRecord stores[2]{LocalRecord(stillClock()), LocalRecord(stillClock())};
            QStringList opens; // both stores make the file
            // Opens again where the other holds it.
            const std::function<void(LocalRecord &)> open = [&](LocalRecord &store) {
                store.file()
                    .open({m_file, dataKey(), RecordRole::Owner})
                    ->onFinished(this, [&](const Result<Nothing> &result) {
                        if (!result && result.error().code == ErrorCode::StorageBusy)
                            return open(store);
                        opens << (result ? u"opened"_s : result.error().detail);
                    });
            };
            for (LocalRecord &store : stores)
                open(store);
            QTRY_COMPARE(opens.size(), 2);
            QCOMPARE(opens, QStringList({u"opened"_s, u"opened"_s}));
            int good = 0;
            const std::function<void(LocalRecord &)> record = [&](LocalRecord &store) {
                store.record(goodOutcome())->onFinished(this, [&](const Result<CheckOutcome> &stored) {
                    if (!stored && stored.error().code == ErrorCode::StorageBusy)
                        return record(store);
                    good += stored ? 1 : 0;
                });
            };
            for (int i = 0; i < 40; ++i) {
                for (LocalRecord &store : stores)
                    record(store);
            }
            QTRY_COMPARE(good, 80);
            auto visitor = std::make_shared<CollectingVisitor>();
            QCOMPARE(resultOf(stores[0].visit(visitor)).value(), 80);
            QCOMPARE(visitor->rows[0].change, Change::First);
            for (std::size_t i = 1; i < visitor->rows.size(); ++i)
                QCOMPARE(visitor->rows[i].change, Change::Unchanged); // each saw what the other had stored
        }
    }
    void fault45_newerFileIsRefusedUntouched()
    {
        (void)resultOf(opened()->record(goodOutcome()));
        meddle(m_file, u"PRAGMA user_version=99"_s);
        const QByteArray before = hashOf(m_file);
        {
            LocalRecord store{stillClock()};
            const auto result = resultOf(store.file().open({m_file, dataKey(), RecordRole::Owner}));
            QCOMPARE(result.error().code, ErrorCode::Storage);
            QVERIFY(result.error().detail.contains(u"newer"_s));
            QCOMPARE(resultOf(store.file().keepDamaged(m_file)).value(), QString());
            QCOMPARE(resultOf(store.file().holdsChecks(m_file)).error().code, ErrorCode::Storage);
        }
        QCOMPARE(hashOf(m_file), before);
    }
    void fault51_wrongKeyIsRefusedUntouched()
    {
        (void)resultOf(opened()->record(goodOutcome()));
        const QByteArray before = hashOf(m_file);
        {
            LocalRecord store{stillClock()};
            QCOMPARE(resultOf(store.file().open({m_file, FieldCipher::makeDataKey()})).error().code,
                     ErrorCode::NotConfigured);
            QCOMPARE(resultOf(store.record(goodOutcome())).error().code, ErrorCode::Storage);
            QCOMPARE(resultOf(store.file().holdsChecks(m_file)).value(), true);
        }
        QCOMPARE(hashOf(m_file), before);
    }
    void fault51_whatCannotBeReadIsMarked_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<bool>("listUnreadable");
        const auto flipped = [](const QString &table, const QString &column, const QString &id) {
            return u"UPDATE %1 SET %2 = CAST(substr(%2, 1, 15) || CASE substr(%2, 16, 1) WHEN x'00' THEN x'01' ELSE x'00' END"
                   " || substr(%2, 17) AS BLOB) WHERE id = %3"_s.arg(table, column, id);
        };
        const QString second = u"(SELECT %1 FROM answers, checks WHERE answers.id = answer_id AND checks.id = 2)"_s;
        const QString event = u"(SELECT event FROM checks WHERE id = 2)"_s;
        QTest::newRow("event flipped") << flipped(u"events"_s, u"sealed"_s, event) << true;
        QTest::newRow("leaf flipped") << flipped(u"events"_s, u"leaf"_s, event) << true;
        QTest::newRow("UUID flipped") << u"UPDATE events SET uuid = zeroblob(16) WHERE id = "_s + event << true;
        QTest::newRow("another kind") << u"UPDATE events SET kind = 'edit' WHERE id = "_s + event << true;
        QTest::newRow("receipt number flipped") << flipped(u"cases"_s, u"receipt"_s, u"2"_s) << true;
        QTest::newRow("answer flipped") << flipped(u"answers"_s, u"sealed"_s, second.arg(u"answers.id"_s)) << false;
        QTest::newRow("text flipped") << flipped(u"texts"_s, u"sealed"_s, second.arg(u"text_en"_s)) << false;
        QTest::newRow("reply flipped") << flipped(u"texts"_s, u"sealed"_s, second.arg(u"reply"_s)) << false;
        QTest::newRow("heading flipped") << flipped(u"texts"_s, u"sealed"_s, second.arg(u"heading"_s)) << true;
        QTest::newRow("answer of another check") << u"UPDATE checks SET answer_id = 1 WHERE id = 2"_s << true;
        QTest::newRow("text of another answer")
            << u"UPDATE answers SET text_en = (SELECT text_en FROM answers WHERE id = 1) WHERE id = 2"_s << false;
        QTest::newRow("reply of another answer")
            << u"UPDATE answers SET reply = (SELECT reply FROM answers WHERE id = 1) WHERE id = 2"_s << false;
        QTest::newRow("heading of another answer")
            << u"UPDATE answers SET heading = (SELECT heading FROM answers WHERE id = 1) WHERE id = 2"_s << true;
        QTest::newRow("content of another answer")
            << u"UPDATE answers SET sealed = (SELECT sealed FROM answers WHERE id = 1) WHERE id = 2"_s << false;
        QTest::newRow("another case") << u"UPDATE checks SET case_id = 1 WHERE id = 2"_s << true;
        QTest::newRow("another outcome")
            << u"UPDATE checks SET outcome = (SELECT id FROM words WHERE word = 'person') WHERE id = 2"_s << true;
        QTest::newRow("another status of HTTP") << u"UPDATE checks SET http_status = 201 WHERE id = 2"_s << true;
        QTest::newRow("no content") << u"UPDATE events SET sealed = x'' WHERE id = "_s + event << true;
        QTest::newRow("no event") << u"DELETE FROM events WHERE id = "_s + event << true;
        QTest::newRow("event of another check") << u"UPDATE checks SET event = 1 WHERE id = 2"_s << true;
        QTest::newRow("no answer") << u"DELETE FROM answers WHERE id = 2"_s << true;
        QTest::newRow("transcript of another key")
            << u"UPDATE transcripts SET sealed = x'0011' WHERE check_id = 2"_s << false;
    }
    void fault51_whatCannotBeReadIsMarked()
    {
        QFETCH(QString, sql);
        QFETCH(bool, listUnreadable);
        {
            const auto store = opened();
            (void)resultOf(store->record(goodOutcome()));
            CaseStatus other = caseStatus(receiptOf(u"WAC0000000001"_s));
            other.title.en = u"Case Was Received"_s;
            other.description.en = u"We received it on May 3."_s;
            CheckOutcome outcome = goodOutcome(other);
            outcome.rawReply = "{\"other\": 1}";
            outcome.transcripts = {{.method = "GET", .status = 200}};
            (void)resultOf(store->record(outcome));
        }
        meddle(m_file, sql);
        const auto store = opened();
        const auto page = resultOf(store->checks({.pageSize = 10}));
        QCOMPARE(page->rows.size(), std::size_t(2));
        const CheckRow &row = page->rows[0];
        QCOMPARE(row.unreadable, listUnreadable);
        QCOMPARE(row.receipt.has_value(), !listUnreadable);
        QCOMPARE(row.title.en.isEmpty(), listUnreadable);
        QCOMPARE(row.checkedAt, someTime());
        QVERIFY(!page->rows[1].unreadable);
        QCOMPARE(resultOf(store->load(2)).error().code, ErrorCode::Unreadable);
        auto visitor = std::make_shared<CollectingVisitor>();
        QCOMPARE(resultOf(store->visit(visitor)).value(), 2);
        QVERIFY(visitor->outcomes[0] && !visitor->outcomes[1]);
        QCOMPARE(resultOf(store->lastGood(receiptOf()))->id, 1); // the last known status stays
        QCOMPARE(resultOf(store->record(goodOutcome()))->change, Change::Unchanged);
    }
    void fault51_aTimeThatWasChangedIsNoticed()
    {
        (void)resultOf(opened()->record(goodOutcome()));
        meddle(m_file, u"UPDATE checks SET checked_at = checked_at + 1"_s);
        QVERIFY(resultOf(opened()->checks({}))->rows[0].unreadable);
    }
    void fault52_nothingReadableLiesOnTheDisk()
    {
        CaseStatus status = caseStatus();
        status.formType = u"I-140G"_s;
        const auto store = opened();
        for (int i = 0; i < 20; ++i) {
            (void)store->record(goodOutcome(status));
            const Error error{
                .code = ErrorCode::Server, .serverMessage = u"Something personal"_s, .detail = u"a detail"_s};
            (void)store->record(badOutcome(error));
        }
        QVERIFY(resultOf(store->checks({.pageSize = 1})));
        const QStringList secrets{u"EAC9999103402"_s, u"9999103402"_s,  u"Approval"_s,
                                  u"Reafirmada"_s,    u"affirmed"_s,    u"Septiembre"_s,
                                  u"I-140G"_s,        u"09-05-2023"_s,  u"2023-09-05"_s,
                                  u"payload"_s,       u"case_status"_s, u"Something personal"_s,
                                  u"a detail"_s,      u"<html>busy"_s,  QString::fromLatin1(keyText)};
        QByteArrayList needles;
        for (const QString &secret : secrets)
            needles << secret.toUtf8() << QByteArray(reinterpret_cast<const char *>(secret.utf16()), secret.size() * 2);
        QByteArray found;
        int files = 0;
        for (const QFileInfo &info : QFileInfo(m_file).dir().entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            files += bytes.isEmpty() ? 0 : 1;
            for (const QByteArray &needle : std::as_const(needles))
                found += bytes.contains(needle) ? needle + ' ' : QByteArray();
            if (info.suffix() == u"db-wal"_s)
                QVERIFY(bytes.contains("USCIS sandbox")); // so that this looks where the rows are
        }
        QCOMPARE(found, QByteArray());
        QVERIFY(files >= 2);
    }
};

LINTERNA_TEST(TestRecordFaults)

} // namespace test_recordfaults

#include "test_recordfaults.moc"
