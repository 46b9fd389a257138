// SPDX-License-Identifier: GPL-3.0-or-later
// Records of before there were events become records of events.
#include "lib/base/ownfile.h"
#include "lib/exchange/recordexport.h"
#include "lib/localrecord/localrecord.h"
#include "lib/localrecord/wrappedkey.h"
#include "tests/support/eventlog.h"
#include "tests/support/fakeclock.h"
#include "tests/support/files.h"
#include "tests/support/jobresult.h"
#include "tests/support/samplerecord.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_recordupgrade {

namespace {

QString fixture(const QString &name)
{
    return QStringLiteral(LINTERNA_FIXTURES "/record/") + name;
}

//! A complete export without what exports of before there were events have not: the lines of the events, and the name of
//! its event in each check.
QByteArray withoutEvents(const QByteArray &lines)
{
    static const QRegularExpression event(u",\"event\":\"[0-9a-f]{32}\"}$"_s);
    QByteArray without;
    for (const QByteArray &line : lines.split('\n')) {
        if (!line.startsWith("{\"linterna_event\""))
            without += QString::fromUtf8(line).replace(event, u"}"_s).toUtf8() + '\n';
    }
    return without.chopped(1);
}

} // namespace

class TestRecordUpgrade : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

    void take(const QString &name)
    {
        m_file = m_folder->filePath(u"history.db"_s);
        QVERIFY(QFile::copy(fixture(name), m_file));
        QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner);
    }
    [[nodiscard]] std::unique_ptr<LocalRecord> opened() const
    {
        auto store = std::make_unique<LocalRecord>(stillClock());
        store->setPerson(u"Ana Peña"_s);
        const auto result = resultOf(store->file().open({m_file, sampleKey(), RecordRole::Owner}));
        if (!result)
            qWarning("%s", qPrintable(result.error().detail));
        return result ? std::move(store) : nullptr;
    }
    [[nodiscard]] QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files); }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatPeopleReadIsTheSame_data()
    {
        using Format = ExportOptions::Format;
        QTest::addColumn<ExportOptions>("options");
        QTest::addColumn<QString>("expected");
        QTest::newRow("CSV") << ExportOptions{} << u"version-5-everyday.csv"_s;
        QTest::newRow("JSON Lines") << ExportOptions{.format = Format::JsonLines} << u"version-5-everyday.jsonl"_s;
        QTest::newRow("cases") << ExportOptions{.scope = {.what = VisitScope::What::Cases}} << u"version-5-cases.csv"_s;
        QTest::newRow("complete") << ExportOptions{.format = Format::JsonLines, .kind = ExportOptions::Kind::Complete}
                                  << u"version-5-complete.jsonl"_s;
    }
    void whatPeopleReadIsTheSame()
    {
        QFETCH(ExportOptions, options);
        QFETCH(QString, expected);
        take(u"version-5.db"_s);
        const auto store = opened();
        QVERIFY(store);
        const QString out = m_folder->filePath(u"out"_s);
        QVERIFY(resultOf(exportRecord(*store, out, options)));
        const QByteArray before = bytesOf(fixture(expected));
        QCOMPARE(options.isComplete() ? withoutEvents(bytesOf(out)) : bytesOf(out), before);
        if (options.isComplete()) // all but the check that cannot be read
            QCOMPARE(bytesOf(out).count(",\"event\":\""), before.count(",\"receipt_number\":\""));
    }
    void numbersAndFiltersStay()
    {
        take(u"version-5.db"_s);
        const auto store = opened();
        QVERIFY(store);
        QCOMPARE(resultOf(store->load(2))->id, 2);
        QCOMPARE(resultOf(store->savedFilters())->size(), std::size_t(2));
        QVERIFY(resultOf(store->findCase(sampleReceipt(3)))->details.onHold);
        QCOMPARE(resultOf(store->findCase(receiptOf(u"MSC2190000009"_s)))->details.client, u"Nobody yet"_s);
        const auto next = resultOf(store->record(sampleCheck(25)));
        QCOMPARE(next->id, 25);
    }
    void theChainCloses_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : {u"version-1.db"_s, u"version-3.db"_s, u"version-5.db"_s})
            QTest::newRow(qPrintable(name)) << name;
    }
    void theChainCloses()
    {
        QFETCH(QString, name);
        take(name);
        QVERIFY(opened());
        QCOMPARE(problemsInEvents(m_file, sampleKey()), QStringList());
        QVERIFY(eventsIn(m_file, sampleKey()).size() > 5);
    }
    //! What was deleted, and could have been brought back until now, is gone; what cannot be read has its bytes.
    void deletedAndDamagedRows()
    {
        take(u"version-5.db"_s);
        QVERIFY(opened());
        int damaged = 0;
        for (const EventSeen &event : eventsIn(m_file, sampleKey())) {
            QVERIFY(event.decoded);
            QCOMPARE(event.decoded->origin.person, u"Ana Peña"_s);
            if (event.kind != u"desk"_s)
                QCOMPARE(event.decoded->origin.takenOver, std::optional(stillClock().now().toMSecsSinceEpoch()));
            if (const auto *check = std::get_if<CheckContent>(&event.decoded->content))
                QVERIFY(check->receipt != sampleReceipt(7));
            if (const auto *row = std::get_if<DamagedContent>(&event.decoded->content)) {
                ++damaged;
                QVERIFY(row->raw.size() > 50);
            }
        }
        QCOMPARE(damaged, 1);
    }
    //! Nothing of a deleted case is left, neither in the file nor in the copy.
    void whatWasDeletedIsGoneFromTheBytes()
    {
        take(u"version-5.db"_s);
        QByteArrayList gone;
        {
            const auto database = Database::open(m_file, Database::Access::Look);
            for (const QString &sql :
                 {u"SELECT receipt FROM cases WHERE removal <> 0"_s, u"SELECT seal FROM checks WHERE removal <> 0"_s,
                  u"SELECT sealed FROM transcripts WHERE check_id IN (SELECT id FROM checks WHERE removal <> 0)"_s,
                  u"SELECT sealed FROM answers WHERE id IN (SELECT answer_id FROM checks WHERE removal <> 0)"_s}) {
                Rows rows = (*database)->query(sql);
                while (rows.next())
                    gone << rows.bytes(0);
            }
        }
        const auto standsIn = [this](const QByteArray &bytes) {
            const QStringList names = files();
            return std::ranges::any_of(
                names, [&](const QString &name) { return bytesOf(m_folder->filePath(name)).contains(bytes); });
        };
        QVERIFY(gone.size() > 6);
        for (const QByteArray &bytes : std::as_const(gone))
            QVERIFY(bytes.size() >= 16 && standsIn(bytes));
        QVERIFY(opened());
        QCOMPARE(files().filter(u"before-update"_s).size(), 1);
        for (const QByteArray &bytes : std::as_const(gone))
            QVERIFY(!standsIn(bytes));
    }
    //! A number that no deletion left hides nothing.
    void damageDeletesNothing()
    {
        take(u"version-5.db"_s);
        QVERIFY(!(*Database::open(m_file, Database::Access::Write))
                     ->execute(u"UPDATE checks SET removal = 77 WHERE id = 2"_s));
        const auto store = opened();
        QVERIFY(store);
        QCOMPARE(resultOf(store->load(2))->id, 2);
    }
    void aCopyIsKept()
    {
        take(u"version-5.db"_s);
        QVERIFY(opened());
        const QStringList copies = files().filter(u"before-update"_s);
        QCOMPARE(copies.size(), 1);
        QVERIFY(ownfile::isOlderRecord(copies[0])); // it is named where cases are deleted, and erased with everything
        QVERIFY(opened());
        QCOMPARE(files().filter(u"before-update"_s), copies);
        QFile::remove(m_file);
        QVERIFY(QFile::rename(m_folder->filePath(copies[0]), m_file));
        QVERIFY(opened()); // the copy is a whole record of before
        QCOMPARE(resultOf(opened()->load(2))->id, 2);
    }
    void anotherProgramHasItOpen()
    {
        take(u"version-5.db"_s);
        {
            const auto other = Database::open(m_file, Database::Access::Write);
            QVERIFY(other && !(*other)->prepareForWriting());
            Rows rows = (*other)->query(u"SELECT count(*) FROM checks"_s);
            QVERIFY(rows.next());
            LocalRecord store{stillClock()};
            QCOMPARE(resultOf(store.file().open({m_file, sampleKey(), RecordRole::Owner})).error().code,
                     ErrorCode::StorageBusy);
            QVERIFY(files().filter(u"before-update"_s).isEmpty());
        }
        QVERIFY(opened());
    }
    void itCanBeCancelled()
    {
        take(u"version-5.db"_s);
        {
            LocalRecord store{stillClock()};
            auto *job = store.file().open({m_file, sampleKey(), RecordRole::Owner});
            job->cancel();
            QCOMPARE(resultOf(job).error().code, ErrorCode::Cancelled);
        }
        QVERIFY(files().filter(u"before-update"_s).isEmpty());
        LocalRecord store{stillClock()};
        QSignalSpy progressed(&store.file(), &RecordFile::upgradeProgressed);
        QVERIFY(resultOf(store.file().open({m_file, sampleKey(), RecordRole::Owner})));
        QVERIFY(!progressed.isEmpty());
        QVERIFY(progressed[0][1].toLongLong() >= 20);
    }
};

LINTERNA_TEST(TestRecordUpgrade)

} // namespace test_recordupgrade

#include "test_recordupgrade.moc"
