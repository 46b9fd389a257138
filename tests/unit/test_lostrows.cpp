// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of checks, edits and cases that are gone although their events are there are made anew.
#include "tests/support/eventlog.h"
#include "tests/support/fakeclock.h"
#include "tests/support/jobresult.h"
#include "tests/support/recordwords.h"
#include "tests/support/samplerecord.h"
#include "tests/support/testprogram.h"

#include "lib/localrecord/localrecord.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_lostrows {

class TestLostRows : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

    [[nodiscard]] std::unique_ptr<RecordDatabase> opened() const
    {
        auto record = std::make_unique<RecordDatabase>();
        return record->open({m_file, sampleKey(), RecordRole::Owner}, someAuthor()) ? std::move(record) : nullptr;
    }
    static bool restore(RecordDatabase &record)
    {
        if (readIn(record))
            return false;
        for (;;) {
            const auto done = record.restoreLostRows();
            if (!done || *done)
                return done.ok();
        }
    }
    //! What lists say, whatever ids cases have.
    static QStringList linesOf(const QByteArray &content)
    {
        static const QRegularExpression id(u"^[0-9]+ "_s);
        QStringList lines = QString::fromUtf8(content).split(u'\n');
        for (QString &line : lines)
            line.remove(id);
        lines.sort();
        return lines;
    }
    void change(const QStringList &statements) const
    {
        const auto database = Database::open(m_file, Database::Access::Write);
        for (const QString &sql : statements)
            QVERIFY2(!(*database)->execute(sql), qPrintable(sql));
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"history.db"_s);
        QVERIFY(!makeSampleRecord(m_file));
    }

    void whatIsGoneIsMadeAnew_data()
    {
        QTest::addColumn<QStringList>("damage");
        const QString checks = u"DELETE FROM checks"_s;
        const QString edits = u"DELETE FROM edits"_s;
        const QString cases = u"DELETE FROM cases"_s;
        QTest::newRow("one check") << QStringList{u"DELETE FROM checks WHERE id = 7"_s};
        QTest::newRow("every third check") << QStringList{u"DELETE FROM checks WHERE id % 3 = 0"_s};
        QTest::newRow("all checks") << QStringList{checks};
        QTest::newRow("all edits") << QStringList{edits};
        QTest::newRow("one case") << QStringList{u"DELETE FROM cases WHERE id = 2"_s};
        QTest::newRow("all cases") << QStringList{cases};
        QTest::newRow("all of them") << QStringList{checks, edits, cases};
        QTest::newRow("and no number was ever given")
            << QStringList{checks, edits, cases, u"DELETE FROM sqlite_sequence WHERE name <> 'events'"_s};
    }
    void whatIsGoneIsMadeAnew()
    {
        QFETCH(QStringList, damage);
        const QByteArray before = contentOf(*opened());
        change(damage);
        const auto record = opened();
        QVERIFY(contentOf(*record) != before || damage.front() == u"DELETE FROM edits"_s);
        QVERIFY(restore(*record));
        QVERIFY(record->takeRestored());
        QVERIFY(!record->takeRestored());
        QCOMPARE(linesOf(contentOf(*record)), linesOf(before));
        QCOMPARE(record->load(7)->receipt, sampleReceipt(6)); // checks keep their numbers, and so their requests
        QCOMPARE(problemsInEvents(m_file, sampleKey()), QStringList());
        QVERIFY(restore(*record)); // once more there is nothing to do
        QVERIFY(!record->takeRestored());
        QCOMPARE(record->record(sampleCheck(30), someAuthor())->id, 25);
    }

    //! Where nothing is gone nothing is written.
    void aSoundRecordStaysAsItIs()
    {
        const auto record = opened();
        QVERIFY(restore(*record));
        QVERIFY(!record->takeRestored());
    }

    //! A row that names another event is marked, and no second row stands beside it.
    void aRowOfAnotherEventStaysMarked()
    {
        change({u"UPDATE checks SET event = 1 WHERE id = 7"_s});
        const auto record = opened();
        QVERIFY(restore(*record));
        QVERIFY(!record->takeRestored());
        QCOMPARE(record->checks({}, someAuthor().at)->total, 24);
        QVERIFY(!record->load(7));
    }

    //! What was deleted does not come back: it is hidden again, and goes with the next purge.
    void whatWasDeletedStaysDeleted()
    {
        {
            const auto record = opened();
            QVERIFY(record->deleteCases({sampleReceipt(1)}, {}, someAuthor()));
        }
        change({u"DELETE FROM checks WHERE removal <> 0"_s, u"DELETE FROM edits WHERE removal <> 0"_s});
        RecordDatabase record;
        QVERIFY(record.open({m_file, sampleKey(), RecordRole::Guest}, someAuthor())); // which purges nothing
        QVERIFY(restore(record));
        QVERIFY(!record.findCase(sampleReceipt(1)));
        const auto owner = opened();
        QVERIFY(restore(*owner));
        QVERIFY(!owner->findCase(sampleReceipt(1)));
        for (const EventSeen &event : eventsIn(m_file, sampleKey())) {
            const auto *check = event.decoded ? std::get_if<CheckContent>(&event.decoded->content) : nullptr;
            QVERIFY(!check || check->receipt != sampleReceipt(1));
        }
    }

    //! The window's record does it by itself, once it has been read in, and tells.
    void theRecordDoesItByItself()
    {
        change({u"DELETE FROM checks WHERE id > 12"_s});
        LocalRecord store(stillClock());
        QVERIFY(resultOf(store.file().open({m_file, sampleKey(), RecordRole::Owner})));
        QSignalSpy changed(&store, &Record::changed);
        QVERIFY(resultOf(store.checks({})));
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(resultOf(store.count({VisitScope()}))->front(), 24);
    }
};

LINTERNA_TEST(TestLostRows)

} // namespace test_lostrows

#include "test_lostrows.moc"
