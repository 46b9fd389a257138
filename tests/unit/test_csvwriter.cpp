// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/tables/csvwriter.h"

#include "tests/support/fixture.h"
#include "tests/support/strictcsv.h"
#include "tests/support/testprogram.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_csvwriter {

namespace {

QByteArray csvFixture(const QString &name)
{
    return test::fixture(u"csv/"_s + name);
}

QByteArray written(const std::vector<QStringList> &rows)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer);
    for (const QStringList &row : rows) {
        if (!writer.writeRow(row))
            return {};
    }
    return writer.bytesWritten() == buffer.size() ? buffer.data() : QByteArray();
}

//! The one cell of a file of one cell, as a spreadsheet sees it.
QString reopened(const QString &cell)
{
    const auto rows = readStrictCsv(written({{cell, u"next"_s}}));
    return rows && rows->size() == 1 && rows->front().size() == 2 ? rows->front().front() : u"not one cell"_s;
}

//! What a spreadsheet would take for a formula: it trims, and knows the full-width forms.
bool wouldRun(const QString &cell)
{
    static const QRegularExpression formula(
        u"^[\\s\\x{200b}\\x{2060}\\x{202a}-\\x{202e}]*[=+\\-@\\t\\r\\n\\x{ff1d}\\x{ff0b}\\x{ff0d}\\x{ff20}]"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return formula.match(cell).hasMatch();
}

//! The way back that defusedCell() documents.
QString fused(const QString &cell)
{
    static const QRegularExpression apostrophes(u"^'+"_s);
    return cell.startsWith(u'\'') && wouldRun(QString(cell).remove(apostrophes)) ? cell.mid(1) : cell;
}

} // namespace

class TestCsvWriter : public QObject
{
    Q_OBJECT
private slots:
    void fault64_spectrum_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = QDir(QStringLiteral(LINTERNA_FIXTURES "/csv")).entryList({u"*.json"_s});
        QCOMPARE(names.size(), 12);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name.chopped(5);
    }
    void fault64_spectrum()
    {
        QFETCH(QString, name);
        std::vector<QStringList> rows;
        for (const QJsonValue row : QJsonDocument::fromJson(csvFixture(name + u".json"_s)).array()) {
            QStringList cells;
            for (const QJsonValue cell : row.toArray())
                cells << cell.toString();
            rows.push_back(cells);
        }
        QVERIFY(!rows.empty());
        QCOMPARE(written(rows), csvFixture(name + u".csv"_s));
        QVERIFY(readStrictCsv(written(rows)) == rows);
    }
    void fault68_markAndAccents()
    {
        QCOMPARE(written({{u"Aprobación"_s, u"ñ"_s}}),
                 "\xef\xbb\xbf"
                 "Aprobaci\xc3\xb3n,\xc3\xb1\r\n"_ba);
    }
    void fault63_injection_data()
    {
        QTest::addColumn<QString>("cell");
        for (const QString &line : QString::fromUtf8(csvFixture(u"injection.txt"_s)).split(u'\n', Qt::SkipEmptyParts))
            QTest::newRow(qPrintable(line)) << line;
        for (const QChar start : u"\t\r\n"_s)
            QTest::newRow(qPrintable(u"starts with U+%1"_s.arg(start.unicode(), 4, 16))) << start + u"=1+1"_s;
        QTest::newRow("CR LF") << u"\r\n=1+1"_s;
        QTest::newRow("only a tab") << u"\t"_s;
        QTest::newRow("only an equals sign") << u"="_s;
    }
    void fault63_injection()
    {
        QFETCH(QString, cell);
        const QString seen = reopened(cell);
        QVERIFY2(!wouldRun(seen), qPrintable(seen));
        QCOMPARE(fused(seen), QString(cell).replace(u'\ufeff', u'\u2060'));
    }
    void fault63_startsWithNul()
    {
        const QString seen = reopened(QChar(u'\0') + u"=1+1"_s);
        QCOMPARE(seen, u"\ufffd=1+1"_s);
    }
    void harmlessStaysAsItIs_data()
    {
        QTest::addColumn<QString>("cell");
        for (const QString &cell : {u""_s, u"EAC9999103402"_s, u"a=b"_s, u"'quoted'"_s, u"'"_s, u"it's"_s,
                                    u" spaces "_s, u"2023-09-05"_s, u"I-130"_s, u"1 - 1"_s, u"''"_s})
            QTest::newRow(qPrintable(cell)) << cell;
    }
    void harmlessStaysAsItIs()
    {
        QFETCH(QString, cell);
        QCOMPARE(defusedCell(cell), cell);
        QCOMPARE(reopened(cell), cell);
        QCOMPARE(fused(cell), cell);
    }
    void fault37_whatIsNoTextBecomesReplacement()
    {
        QCOMPARE(reopened(u"a"_s + QChar(0xd800) + u"b"_s + QChar(0xdc00)), u"a\ufffdb\ufffd"_s);
        QCOMPARE(reopened(u"end"_s + QChar(0xd83d)), u"end\ufffd"_s);
        QCOMPARE(reopened(u"a"_s + QChar(u'\0') + u"b"_s), u"a\ufffdb"_s);
        QCOMPARE(reopened(u"𝟗 whole"_s), u"𝟗 whole"_s);
    }
    void fault65_aShortWriteIsTold()
    {
        class Half : public QBuffer
        {
            qint64 writeData(const char *data, qint64 size) override { return QBuffer::writeData(data, size / 2); }
        } half;
        half.open(QIODevice::WriteOnly);
        CsvWriter writer(half);
        QVERIFY(!writer.writeRow({u"a"_s, u"b"_s}));
    }
};

LINTERNA_TEST(TestCsvWriter)

} // namespace test_csvwriter

#include "test_csvwriter.moc"
