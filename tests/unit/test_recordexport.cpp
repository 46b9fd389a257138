// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/exchange/recordexport.h"

#include "lib/localrecord/localrecord.h"
#include "lib/sqlite/database.h"
#include "tests/support/fakeclock.h"
#include "tests/support/files.h"
#include "tests/support/hostilesystem.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/recordgate.h"
#include "tests/support/strictcsv.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_recordexport {

namespace {

const char header[] =
    "\xef\xbb\xbf"
    "checked_at,receipt_number,form_type,outcome,category,change,title_en,title_es,description_en,"
    "description_es,submitted_date,modified_date,timeline,timeline_es,connection,asked_by,http_status,"
    "server_message,client,note,tags,on_hold,mended\r\n";

} // namespace

class TestRecordExport : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalRecord> m_store;
    QString m_csv;

    void record(const CheckOutcome &outcome) { QVERIFY(resultOf(m_store->record(outcome))); }
    void write(const QString &file, const QByteArray &bytes)
    {
        QFile opened(file);
        QVERIFY(opened.open(QIODevice::WriteOnly) && opened.write(bytes) == bytes.size());
    }
    //! Exports, and gives the rows by the names of the header.
    std::vector<QMap<QString, QString>> exported()
    {
        const auto count = resultOf(exportRecord(*m_store, m_csv));
        const auto rows = readStrictCsv(bytesOf(m_csv));
        if (!count || !rows || rows->size() != static_cast<std::size_t>(*count) + 1)
            return {};
        std::vector<QMap<QString, QString>> named;
        for (std::size_t i = 1; i < rows->size(); ++i) {
            named.emplace_back();
            for (qsizetype column = 0; column < rows->front().size(); ++column)
                named.back().insert(rows->front()[column], (*rows)[i].value(column, u"missing"_s));
        }
        return named;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_csv = m_folder->filePath(u"out.csv"_s);
        m_store = std::make_unique<LocalRecord>(stillClock());
        QVERIFY(resultOf(m_store->file().open({{}, Secret::copyOf("0123456789abcdef0123456789abcdef")})));
    }

    void anEmptyRecordIsOnlyTheHeader()
    {
        QCOMPARE(resultOf(exportRecord(*m_store, m_csv)).value(), 0);
        QCOMPARE(bytesOf(m_csv), QByteArray(header));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"out.csv"_s});
    }
    void writesAnAnswer()
    {
        record(goodOutcome());
        const auto rows = exported();
        QCOMPARE(rows.size(), std::size_t(1));
        const QMap<QString, QString> expected{
            {u"checked_at"_s, u"2026-11-22T10:42:00Z"_s},
            {u"receipt_number"_s, u"EAC9999103402"_s},
            {u"form_type"_s, u"I-130"_s},
            {u"outcome"_s, u"ok"_s},
            {u"category"_s, statusCategoryName(statusCategory(caseStatus().title.en))},
            {u"change"_s, u"first"_s},
            {u"title_en"_s, u"Case Approval Was Affirmed"_s},
            {u"title_es"_s, u"Aprobación De Caso Reafirmada"_s},
            {u"description_en"_s, u"On September 5, 2023, we affirmed it. Go to www.uscis.gov/addresschange."_s},
            {u"description_es"_s, u"El 05 de Septiembre de 2023 la reafirmamos."_s},
            {u"submitted_date"_s, u"2023-09-05T14:28:46"_s},
            {u"modified_date"_s, u"2023-09-06T08:00:00"_s},
            {u"timeline"_s, u"2023-09-05: We approved your Form I-130. | 2023-08-01: We received it."_s},
            {u"timeline_es"_s, u"2023-09-05: Aprobamos su Formulario I-130. | 2023-08-01: Lo recibimos."_s},
            {u"connection"_s, u"USCIS sandbox"_s},
            {u"asked_by"_s, u"person"_s},
            {u"http_status"_s, u"200"_s},
            {u"server_message"_s, u""_s},
            {u"client"_s, u""_s},
            {u"note"_s, u""_s},
            {u"tags"_s, u""_s},
            {u"on_hold"_s, u"no"_s},
            {u"mended"_s, u""_s}};
        QCOMPARE(rows[0], expected);
    }
    void writesAnError()
    {
        record(badOutcome(
            {.code = ErrorCode::Closed, .httpStatus = 503, .serverMessage = u"Closed,\r\n\"for tonight\""_s}));
        const auto rows = exported();
        QCOMPARE(rows[0].value(u"outcome"_s), u"closed"_s);
        QCOMPARE(rows[0].value(u"change"_s), u"none"_s);
        QCOMPARE(rows[0].value(u"http_status"_s), u"503"_s);
        QCOMPARE(rows[0].value(u"asked_by"_s), u"batch"_s);
        QCOMPARE(rows[0].value(u"server_message"_s), u"Closed,\r\n\"for tonight\""_s);
        QCOMPARE(rows[0].value(u"title_en"_s) + rows[0].value(u"category"_s), QString());
    }
    void datesAreWrittenAsSentWhereNotUnderstood_data()
    {
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QString>("cell");
        QTest::newRow("understood") << u" 09-05-2023 14:28:46 "_s << u"2023-09-05T14:28:46"_s;
        QTest::newRow("an hour that some zones skip") << u"03-12-2023 02:30:00"_s << u"2023-03-12T02:30:00"_s;
        QTest::newRow("fault34 absent") << u""_s << u""_s;
        QTest::newRow("fault34 no such day") << u"02-30-2023 14:28:46"_s << u"02-30-2023 14:28:46"_s;
        QTest::newRow("fault34 other form") << u"2023/9/5"_s << u"2023/9/5"_s;
    }
    void datesAreWrittenAsSentWhereNotUnderstood()
    {
        QFETCH(QString, sent);
        CaseStatus status = caseStatus();
        status.submittedDate = sent;
        record(goodOutcome(status));
        QTEST(exported()[0].value(u"submitted_date"_s), "cell");
    }
    void fault63_hostileTextsReopenAsText()
    {
        CaseStatus status = caseStatus();
        status.title = {u"=cmd|' /C calc'!A0"_s, u"&#61;1+1"_s};
        status.description = {u"\t@SUM(1)"_s, u"<p>-2+3</p>"_s};
        status.formType = u"+1"_s;
        record(goodOutcome(status));
        const auto rows = exported();
        for (const QString &column :
             {u"title_en"_s, u"title_es"_s, u"description_en"_s, u"description_es"_s, u"form_type"_s})
            QVERIFY2(rows[0].value(column).startsWith(u'\''), qPrintable(column));
    }
    void fault37_isValidUtf8()
    {
        CaseStatus status = caseStatus();
        status.title.en = u"lone "_s + QChar(0xd800) + QChar(u'\0');
        status.formType = u"I"_s + QChar(0xdc00);
        record(goodOutcome(status));
        const auto rows = exported(); // the reader refuses what is not valid
        QCOMPARE(rows[0].value(u"title_en"_s), u"lone \ufffd\ufffd"_s);
        QCOMPARE(rows[0].value(u"form_type"_s), u"I\ufffd"_s);
    }
    void fault51_whatCannotBeReadIsSaid()
    {
        const QString file = m_folder->filePath(u"history.db"_s);
        const Secret key = Secret::copyOf("0123456789abcdef0123456789abcdef");
        QVERIFY(resultOf(m_store->file().open({file, key})));
        record(goodOutcome());
        record(goodOutcome());
        const auto database = Database::open(file, Database::Access::Write);
        QVERIFY(!(*database)->execute(u"UPDATE events SET sealed = zeroblob(99) WHERE id = (SELECT event FROM checks"
                                      " WHERE id = 1)"_s));
        const auto rows = exported();
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[0].value(u"outcome"_s), u"unreadable"_s);
        QCOMPARE(rows[0].value(u"checked_at"_s), u"2026-11-22T10:42:00Z"_s);
        QCOMPARE(rows[0].value(u"connection"_s), u"USCIS sandbox"_s);
        QCOMPARE(rows[0].value(u"receipt_number"_s) + rows[0].value(u"title_en"_s), QString());
        QCOMPARE(rows[1].value(u"outcome"_s), u"ok"_s);
    }

    void fault65_diskFullKeepsTheOldFile_data()
    {
        QTest::addColumn<qint64>("room");
        // QSaveFile writes through a buffer of 16 KB: short at once, short later, and short only at the very end.
        for (const qint64 room : {0, 100, 20'000, 100'000})
            QTest::addRow("room for %lld bytes", room) << room;
        QTest::newRow("one byte too few") << qint64(-1);
    }
    void fault65_diskFullKeepsTheOldFile()
    {
        QFETCH(qint64, room);
        for (int i = 0; i < 400; ++i)
            (void)m_store->record(goodOutcome());
        QCOMPARE(resultOf(exportRecord(*m_store, m_csv)).value(), 400);
        const qint64 whole = QFileInfo(m_csv).size();
        QVERIFY(whole > 100'000);
        write(m_csv, "the old file");
        {
            const FullDisk full(room < 0 ? whole + room : room);
            const auto refused = resultOf(exportRecord(*m_store, m_csv));
            QCOMPARE(refused.error().code, ErrorCode::Storage);
            QVERIFY(refused.error().detail.contains(m_csv));
        }
        QCOMPARE(bytesOf(m_csv), "the old file"_ba);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"out.csv"_s});
        QCOMPARE(resultOf(exportRecord(*m_store, m_csv)).value(), 400);
        QCOMPARE(QFileInfo(m_csv).size(), whole);
    }
    //! What is said to be cancelled has written nothing, and what has written is not said to be.
    void cancellingIsHonest()
    {
        record(goodOutcome());
        write(m_csv, "the old file");
        const auto gate = std::make_shared<RecordGate>();
        (void)m_store->visit(gate);
        JobOf<qint64> *early = exportRecord(*m_store, m_csv);
        early->cancel();
        gate->open.release();
        QCOMPARE(resultOf(early).error().code, ErrorCode::Cancelled);
        QVERIFY(resultOf(m_store->checks({.pageSize = 1}))); // whatever went on has ended
        QCOMPARE(bytesOf(m_csv), "the old file"_ba);

        JobOf<qint64> *late = exportRecord(*m_store, m_csv);
        while (bytesOf(m_csv) == "the old file")
            QThread::yieldCurrentThread();
        late->cancel(); // the job has not heard yet that it is done
        QCOMPARE(resultOf(late).value(), 1);
    }
    void fault66_anUnwritableTargetIsNamed_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("a folder") << u"folder"_s;
        QTest::newRow("in no folder") << u"none/out.csv"_s;
        QTest::newRow("read-only") << u"read-only.csv"_s;
        QTest::newRow("in a read-only folder") << u"closed/out.csv"_s;
        QTest::newRow("no name") << u""_s;
    }
    void fault66_anUnwritableTargetIsNamed()
    {
        QFETCH(QString, target);
        const Unprivileged nobody(m_folder->path());
        const QDir folder(m_folder->path());
        QVERIFY(folder.mkdir(u"folder"_s) && folder.mkdir(u"closed"_s));
        write(folder.filePath(u"read-only.csv"_s), "the old file");
        QFile::setPermissions(folder.filePath(u"read-only.csv"_s), QFile::ReadOwner);
        QFile::setPermissions(folder.filePath(u"closed"_s), QFile::ReadOwner | QFile::ExeOwner);
        const QString file = target.isEmpty() ? target : folder.filePath(target);
        const auto refused = resultOf(exportRecord(*m_store, file));
        QCOMPARE(refused.error().code, ErrorCode::Storage);
        QVERIFY(refused.error().detail.startsWith(file + u": "_s));
        QVERIFY(refused.error().detail.size() > file.size() + 3);
        QCOMPARE(bytesOf(folder.filePath(u"read-only.csv"_s)), "the old file"_ba);
        QFile::setPermissions(folder.filePath(u"closed"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    void fault67_aNameThatIsNotUtf8IsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("bytes lost on the way") << QFile::decodeName("caf\xe9.csv");
        QTest::newRow("half a surrogate pair") << u"caf"_s + QChar(0xd800) + u".csv"_s;
    }
    void fault67_aNameThatIsNotUtf8IsRefused()
    {
        QFETCH(QString, name);
        const auto refused = resultOf(exportRecord(*m_store, m_folder->filePath(name)));
        QCOMPARE(refused.error().code, ErrorCode::Storage);
        QVERIFY(refused.error().detail.contains(name));
        QVERIFY(QDir(m_folder->path()).isEmpty()); // no file that only looks the same
    }
    void plainNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("dash") << u"-"_s;
        QTest::newRow("option") << u"--help"_s;
        QTest::newRow("accents") << u"Año nuevo ʤ 日本.csv"_s;
        QTest::newRow("percent and colon") << u"a%20b:c?.csv"_s;
    }
    void plainNames()
    {
        QFETCH(QString, name);
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_folder->path()));
        const auto count = resultOf(exportRecord(*m_store, name));
        QDir::setCurrent(before);
        QCOMPARE(count.value(), 0);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{name});
    }
};

LINTERNA_TEST(TestRecordExport)

} // namespace test_recordexport

#include "test_recordexport.moc"
