// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/tables/csvreader.h"
#include "tests/support/testprogram.h"

#include <QBuffer>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_csvstraymarks {

using Rows = std::vector<QStringList>;

//! Quotation marks where none belong.
class TestCsvStrayMarks : public QObject
{
    Q_OBJECT
private slots:
    //! As LibreOffice 7.4 opens the same bytes.
    void fault105_strayMarks_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Rows>("rows");
        QTest::addColumn<std::vector<CsvStrayMark>>("marks");
        using Stray = CsvStrayMark::Kind;
        const auto row = [](const char *name, const QByteArray &bytes, const Rows &rows,
                            const std::vector<CsvStrayMark> &marks) { QTest::newRow(name) << bytes << rows << marks; };
        const auto one = [](qint64 at, qint64 line, Stray kind = Stray::Inside) {
            return std::vector<CsvStrayMark>{{kind, at, line}};
        };
        const Rows::value_type next{u"row"_s, u"x"_s};
        row("none", "a,b\n\"c \"\"d\"\"\",\"e\nf\"\n", {{u"a"_s, u"b"_s}, {u"c \"d\""_s, u"e\nf"_s}}, {});
        row("inches", "a,5\" pipe,c\nrow,\"x\"\n", {{u"a"_s, u"5\" pipe"_s, u"c"_s}, next}, one(1, 1));
        row("at the end of a cell", "a,b\"\n", {{u"a"_s, u"b\""_s}}, one(1, 1));
        row("not doubled", "a,\"say \"hi\" now\",c\n", {{u"a"_s, u"say \"hi\" now"_s, u"c"_s}}, one(1, 1));
        row("words behind a closing mark", "a,\"b\"def,c\nrow,\"x\"\n", {{u"a"_s, u"\"b\"def"_s, u"c"_s}, next},
            one(1, 1));
        row("a separator behind one", "a,\"b\"d,e\",c\n", {{u"a"_s, u"b\"d,e"_s, u"c"_s}}, one(1, 1));
        row("spaces behind a closing mark", "a\n\"b\" ,c\n", {{u"a"_s}, {u"b "_s, u"c"_s}}, one(2, 2));
        row("spaces before an opening mark", "a, \"b,c\"\n", {{u"a"_s, u"b,c"_s}}, one(1, 1));
        row("spaces before no opening mark", "a, b\"c\n", {{u"a"_s, u" b\"c"_s}}, one(1, 1));
        row("spaces before a mark, nothing closes", "a, \"b,c\nd\n", {{u"a"_s, u" \"b"_s, u"c"_s}, {u"d"_s}},
            one(1, 1, Stray::NotClosed));
        row("two quoted words", "a,\"b\" \"c\",d\n", {{u"a"_s, u"b\" \"c"_s, u"d"_s}}, one(1, 1));
        row("doubled in a plain cell", "a,x\"\"y,c\n", {{u"a"_s, u"x\"\"y"_s, u"c"_s}}, one(1, 1));
        row("doubled around", "a,\"\"b\"\",c\nrow,x\n", {{u"a"_s, u"\"\"b\"\""_s, u"c"_s}, next}, one(1, 1));
        row("doubled and not", "a,\"b\"\"c\"d,c\n", {{u"a"_s, u"\"b\"\"c\"d"_s, u"c"_s}}, one(1, 1));
        row("two cells", "a,x\"y,z\"w,c\n", {{u"a"_s, u"x\"y"_s, u"z\"w"_s, u"c"_s}},
            {{Stray::Inside, 1, 1}, {Stray::Inside, 1, 1}});
        row("not closed", "a,b\n1,\"2\n3,4\n5", {{u"a"_s, u"b"_s}, {u"1"_s, u"\"2"_s}, {u"3"_s, u"4"_s}, {u"5"_s}},
            one(2, 2, Stray::NotClosed));
        row("not closed above a quoted cell", "1,\"2\n3,4\n5,\"x\"\n",
            {{u"1"_s, u"\"2"_s}, {u"3"_s, u"4"_s}, {u"5"_s, u"x"_s}}, one(1, 1));
        row("not closed: where it opened", "a\n\"x\ny\",\"\nb\n", {{u"a"_s}, {u"x\ny"_s, u"\""_s}, {u"b"_s}},
            one(2, 3, Stray::NotClosed));
        row("only a mark", "\"", {{u"\""_s}}, one(1, 1, Stray::NotClosed));
        row("three marks", "\"\"\"", {{u"\"\"\""_s}}, one(1, 1, Stray::NotClosed));
        row("at the end of the file", "a,b\nc,\"d\"e", {{u"a"_s, u"b"_s}, {u"c"_s, u"\"d\"e"_s}},
            one(2, 2, Stray::NotClosed));
        row("rows and lines", "sep=,\na\n\n\"b\nc\"\nd\"e,f\n", {{u"a"_s}, {u"b\nc"_s}, {u"d\"e"_s, u"f"_s}},
            one(4, 6));
        row("lines of every kind", "a\r\n\"b\rc\r\nd\"\ne\"f\n", {{u"a"_s}, {u"b\rc\r\nd"_s}, {u"e\"f"_s}}, one(3, 5));
        row("semicolons", "a;5\" x;c\n", {{u"a"_s, u"5\" x"_s, u"c"_s}}, one(1, 1));
        row("tabs", "a\t\"b \"c\" d\"\te\n", {{u"a"_s, u"b \"c\" d"_s, u"e"_s}}, one(1, 1));
    }
    void fault105_strayMarks()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Rows, rows);
        QBuffer device(&bytes);
        device.open(QIODevice::ReadOnly);
        CsvReader reader(device);
        Rows read;
        while (const auto row = reader.readRow())
            read.push_back(*row);
        QVERIFY(!reader.problem());
        QCOMPARE(read, rows);
        QTEST(reader.strayMarks(), "marks");
        QFETCH(std::vector<CsvStrayMark>, marks);
        QCOMPARE(reader.strayCells(), qint64(marks.size()));
    }
    //! However many there are, the first are named and all are counted.
    void fault105_manyStrayMarks()
    {
        QByteArray bytes = QByteArray("5\" pipe\n").repeated(1000);
        QBuffer device(&bytes);
        device.open(QIODevice::ReadOnly);
        CsvReader reader(device);
        while (reader.readRow()) {
        }
        QCOMPARE(reader.strayCells(), 1000);
        QCOMPARE(reader.strayMarks().size(), std::size_t(20));
        QCOMPARE(reader.strayMarks().back().line, 20);
    }
};

LINTERNA_TEST(TestCsvStrayMarks)

} // namespace test_csvstraymarks

#include "test_csvstraymarks.moc"
