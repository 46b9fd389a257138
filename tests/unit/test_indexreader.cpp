// SPDX-License-Identifier: GPL-3.0-or-later
// What the index in memory is given of the tables on disk.
#include "lib/localrecord/indexreader.h"
#include "lib/localrecord/recorddatabase.h"
#include "lib/localrecord/wrappedkey.h"
#include "lib/text/searchtext.h"

#include "tests/support/outcomes.h"
#include "tests/support/testprogram.h"
#include "tests/support/testrecord.h"

#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_indexreader {

class TestIndexReader : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    std::shared_ptr<Database> m_database;
    std::unique_ptr<RecordTables> m_tables;

    void readInto(RecordIndex &index)
    {
        IndexReader reader(*m_tables, index);
        for (bool complete = false; !complete;) {
            const auto read = reader.readMore();
            QVERIFY(read);
            complete = *read;
        }
    }

private slots:
    void initTestCase()
    {
        const QString file = m_folder.filePath(u"record.sqlite"_s);
        RecordDatabase record;
        QVERIFY(record.open({file, testKey(), RecordRole::Owner}, someAuthor()));
        CaseStatus other = caseStatus(receiptOf(u"IOE0912345678"_s));
        other.history = {{u"2024-01-02"_s, QDate(2024, 1, 2), {u"An <b>interview</b> was set."_s, u"Hay cita."_s}}};
        CaseStatus bare = caseStatus(receiptOf(u"MSC2190000001"_s));
        bare.history.clear();
        for (const CaseStatus &status : {caseStatus(), other, bare})
            QVERIFY(record.record(goodOutcome(status), someAuthor()));
        QVERIFY(record.editCase(receiptOf(), {.tags = {u"Asylum"_s, u"Ávila"_s}}, someAuthor()));

        const auto database = Database::open(file, Database::Access::Write);
        QVERIFY(database);
        m_database = *database;
        const auto key = keyOfRecord(*m_database, testKey());
        QVERIFY(key);
        m_tables = std::make_unique<RecordTables>(m_database, *key, file);
    }

    void timelinesAreRead_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("answers");
        QTest::addColumn<int>("byTheirTexts");
        QTest::newRow("of one timeline") << u"interview"_s << 1 << 0;
        QTest::newRow("in Spanish") << u"Recibimos"_s << 1 << 0;
        QTest::newRow("of both") << u"a"_s << 2 << 3;
        QTest::newRow("markup is none") << u"<b>"_s << 0 << 0;
        QTest::newRow("a description is none") << u"affirmed it"_s << 0 << 3;
    }
    void timelinesAreRead()
    {
        RecordIndex index;
        readInto(index);
        QFETCH(const QString, word);
        const QByteArray wanted = searchable(word);
        QTEST(int(std::ranges::count(index.letters().answersWithInTimeline(wanted), 1)), "answers");
        QTEST(int(std::ranges::count(index.letters().answersWith(wanted), 1)), "byTheirTexts");
    }

    void tagsAreRead()
    {
        RecordIndex index;
        readInto(index);
        QCOMPARE(index.tags(), QStringList({u"Asylum"_s, u"Ávila"_s}));
    }
};

LINTERNA_TEST(TestIndexReader)

} // namespace test_indexreader

#include "test_indexreader.moc"
