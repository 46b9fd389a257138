// SPDX-License-Identifier: GPL-3.0-or-later
// Why a check cannot be trusted, and the file with all there is of it.
#include "lib/exchange/damagedcheck.h"
#include "lib/record/storednames.h"
#include "tests/support/damagedrecord.h"
#include "tests/support/files.h"
#include "tests/support/rawsql.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_checkinspection {

namespace {

//! Some check with an answer and requests.
constexpr int someCheck = 7;

} // namespace

class TestCheckInspection : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    QByteArray m_sample;

    //! The record, damaged so.
    Result<CheckInspection> inspected(const QByteArray &sql, qint64 check)
    {
        const QString name = m_folder.filePath(u"history.db"_s);
        for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(name + part);
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(m_sample) != m_sample.size())
            return Error{.code = ErrorCode::Storage};
        file.close();
        if (const QByteArray problem = alterFile(name, sql); !problem.isEmpty())
            return Error{.code = ErrorCode::Storage, .detail = QString::fromUtf8(problem)};
        RecordDatabase record;
        if (const auto opened = record.open({name, keptKey(), RecordRole::Owner}, someAuthor()); !opened)
            return opened.error();
        return record.inspect(check);
    }

private slots:
    void initTestCase()
    {
        const QString sample = m_folder.filePath(u"sample.db"_s);
        QVERIFY(!makeRecordOfEverything(sample));
        QCOMPARE(alterFile(sample, "VACUUM"), QByteArray());
        m_sample = bytesOf(sample);
    }
    void fault69_aReasonIsGiven_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("damage");
        const QByteArray ofCheck = " WHERE id = 7";
        const QByteArray ofEvent = " WHERE id = (SELECT event FROM checks WHERE id = 7)";
        const QByteArray ofCase = " WHERE id = (SELECT case_id FROM checks WHERE id = 7)";
        const QByteArray ofAnswer = " WHERE id = (SELECT answer_id FROM checks WHERE id = 7)";
        const auto add = [](const char *name, const QByteArray &sql, CheckDamage damage) {
            QTest::newRow(name) << sql << checkDamageName(damage);
        };
        QTest::newRow("nothing is wrong") << QByteArray("SELECT 1") << QString();
        add("no such case", "UPDATE checks SET case_id = 99" + ofCheck, CheckDamage::CaseUnknown);
        add("the receipt number", "UPDATE cases SET receipt = x'00'" + ofCase, CheckDamage::CaseUnknown);
        add("no such event", "UPDATE checks SET event = 9999" + ofCheck, CheckDamage::EventMissing);
        add("no event", "DELETE FROM events" + ofEvent, CheckDamage::EventMissing);
        add("content gone", "UPDATE events SET sealed = x''" + ofEvent, CheckDamage::ContentGone);
        add("content cut off", "UPDATE events SET sealed = substr(sealed, 1, 60)" + ofEvent, CheckDamage::NotOpened);
        add("another uuid", "UPDATE events SET uuid = zeroblob(16)" + ofEvent, CheckDamage::NotOpened);
        add("the leaf", "UPDATE events SET leaf = zeroblob(32)" + ofEvent, CheckDamage::LeafDiffers);
        add("the kind", "UPDATE events SET kind = 'edit'" + ofEvent, CheckDamage::RowDiffers);
        add("the time", "UPDATE checks SET checked_at = 1000" + ofCheck, CheckDamage::RowDiffers);
        add("the event of an edit",
            "UPDATE checks SET event = (SELECT id FROM events WHERE kind = 'edit' LIMIT 1)" + ofCheck,
            CheckDamage::RowDiffers);
        add("an event that was destroyed",
            "UPDATE checks SET event = (SELECT id FROM events WHERE kind = 'check' AND length(sealed) = 0)" + ofCheck,
            CheckDamage::RowDiffers);
        add("the case of another", "UPDATE checks SET case_id = 1" + ofCheck, CheckDamage::RowDiffers);
        add("no answer", "DELETE FROM answers" + ofAnswer, CheckDamage::PartDiffers);
        add("the answer", "UPDATE answers SET sealed = x'00'" + ofAnswer, CheckDamage::PartDiffers);
        add("the answer of another", "UPDATE checks SET answer_id = 1" + ofCheck, CheckDamage::PartDiffers);
        add("texts", "DELETE FROM texts", CheckDamage::PartDiffers);
        add("requests", "UPDATE transcripts SET sealed = x'00' WHERE check_id = 7", CheckDamage::PartDiffers);
    }
    void fault69_aReasonIsGiven()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, damage);
        const auto found = inspected(sql, someCheck);
        QVERIFY2(found, found ? "" : qPrintable(found.error().detail));
        QCOMPARE(found->damage ? checkDamageName(*found->damage) : QString(), damage);
        QCOMPARE(found->id, someCheck);
    }
    void tellsWhatTheRowSays()
    {
        const auto found = inspected("UPDATE events SET sealed = x'00' WHERE kind = 'check'", someCheck);
        QVERIFY(found);
        QCOMPARE(found->receipt, std::optional(sampleReceipt((someCheck - 1) % damagedCases)));
        QCOMPARE(found->checkedAt, checkThatSaysWhose(someCheck - 1).checkedAt);
        QVERIFY(
            !inspected("UPDATE cases SET receipt = x'00'; UPDATE cases SET key = (SELECT key FROM events)", someCheck)
                 ->receipt);
    }
    void anOlderRowIsKept()
    {
        const auto found = inspected("SELECT 1", damagedChecks + 4);
        QVERIFY(found && found->damage);
        QCOMPARE(*found->damage, CheckDamage::OlderFile);
        QCOMPARE(found->olderRow, "raw");
        QCOMPARE(QJsonDocument::fromJson(damagedCheckJson(*found))[u"older_row"_s].toString(), u"cmF3"_s);
    }
    void whatIsNotThereIsNotInspected()
    {
        for (const qint64 id : {Q_INT64_C(0), Q_INT64_C(-1), Q_INT64_C(1) << 62})
            QCOMPARE(inspected("SELECT 1", id).error().code, ErrorCode::NotRecognized);
    }
    //! The file holds the rows as they stand in the record.
    void fault69_allThereIsOfACheckIsExported()
    {
        const auto found = inspected("UPDATE events SET leaf = x'0102' WHERE kind = 'check'", someCheck);
        QVERIFY(found);
        QJsonParseError problem;
        const QJsonDocument json = QJsonDocument::fromJson(damagedCheckJson(*found), &problem);
        QCOMPARE(problem.error, QJsonParseError::NoError);
        QCOMPARE(json[u"linterna_damaged_check"_s].toInt(), 1);
        QCOMPARE(json[u"check"_s].toInt(), someCheck);
        QCOMPARE(json[u"damage"_s].toString(), u"leaf differs"_s);
        QCOMPARE(json[u"checked_at"_s].toString(), u"2026-11-28T10:42:00.123Z"_s);
        QStringList tables;
        QStringList words;
        for (const QJsonValue row : json[u"rows"_s].toArray()) {
            const QString table = row[u"table"_s].toString();
            const QJsonValue columns = row[u"columns"_s];
            tables << table;
            if (table == "checks"_L1)
                QCOMPARE(columns[u"id"_s].toInt(), someCheck);
            if (table == "events"_L1)
                QCOMPARE(columns[u"leaf"_s].toString(), u"AQI="_s);
            if (table == "words"_L1)
                words << columns[u"word"_s].toString();
        }
        tables.removeDuplicates();
        QCOMPARE(tables,
                 (QStringList{u"checks"_s, u"events"_s, u"desks"_s, u"cases"_s, u"answers"_s, u"texts"_s,
                              u"transcripts"_s, u"words"_s}));
        QVERIFY(words.contains(u"USCIS sandbox"_s) && words.contains(u"ok"_s));
    }
};

LINTERNA_TEST(TestCheckInspection)

} // namespace test_checkinspection

#include "test_checkinspection.moc"
