// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/tables/csvcell.h"

#include "tests/support/chance.h"
#include "tests/support/strictcsv.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_csvcell {

namespace {

//! A text as the only cell but one of a line.
QString reopened(const QString &text, CsvCell kind)
{
    QByteArray line;
    appendCsvCell(line, text, kind);
    const auto rows = readStrictCsv(line + ",next\r\n", false);
    return rows && rows->size() == 1 && rows->front().size() == 2 ? rows->front().front() : u"not one cell"_s;
}

} // namespace

class TestCsvCell : public QObject
{
    Q_OBJECT
private slots:
    void whatASpreadsheetWouldConvertGetsAnApostrophe_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u"00017"_s,
                                    u"17"_s,
                                    u"12345678901234567890"_s,
                                    u"1E5"_s,
                                    u"1,234.50"_s,
                                    u"(5)"_s,
                                    u"5 %"_s,
                                    u"$5"_s,
                                    u"1/2"_s,
                                    u"3-4"_s,
                                    u"2023-09-05"_s,
                                    u"3 May"_s,
                                    u"May 2023"_s,
                                    u"5 de Septiembre de 2023"_s,
                                    u"10:42"_s,
                                    u"10:42 PM"_s,
                                    u"10:42 p. m."_s,
                                    u"2023-09-05T10:42:00Z"_s,
                                    u"TRUE"_s,
                                    u" falso "_s,
                                    u"١٧"_s,
                                    u"０１７"_s,
                                    u"½"_s})
            QTest::newRow(qPrintable(text)) << text;
    }
    void whatASpreadsheetWouldConvertGetsAnApostrophe()
    {
        QFETCH(QString, text);
        QVERIFY(looksLikeValue(text));
        QCOMPARE(reopened(text, CsvCell::Text), u'\'' + text);
        QCOMPARE(originalTextCell(u'\'' + text), text);
        QCOMPARE(reopened(text, CsvCell::Value), text); // dates and numbers of ours stay such
    }
    void whatItTakesForTextStays_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             {u""_s, u"EAC9999103402"_s, u"I-130"_s, u"file 00017"_s, u"A-17"_s, u"17 Main Street"_s, u"'quoted'"_s,
              u"it's"_s, u"May"_s, u"."_s, u"true friend"_s, u"García"_s, u"3 mayores"_s})
            QTest::newRow(qPrintable(text)) << text;
    }
    void whatItTakesForTextStays()
    {
        QFETCH(QString, text);
        QCOMPARE(reopened(text, CsvCell::Text), text);
        QCOMPARE(originalTextCell(text), text);
    }
    void fault63_formulasAreDefusedInBothKinds()
    {
        for (const CsvCell kind : {CsvCell::Value, CsvCell::Text}) {
            QCOMPARE(reopened(u"=1+1"_s, kind), u"'=1+1"_s);
            QCOMPARE(reopened(u"'=1+1"_s, kind), u"''=1+1"_s);
        }
        QCOMPARE(reopened(u"'00017"_s, CsvCell::Text), u"''00017"_s);
    }
    void everyTextComesBack()
    {
        static const std::array<QString, 16> pieces{u"'"_s,    u"="_s,  u"0"_s,    u"17"_s,     u" "_s,  u"-"_s,
                                                    u"May"_s,  u"x"_s,  u"\t"_s,   u"\u200b"_s, u"\""_s, u","_s,
                                                    u"\r\n"_s, u"＝"_s, u"TRUE"_s, u"ñ"_s};
        Chance chance(4);
        for (int i = 0; i < 20'000; ++i) {
            QString text;
            for (int n = chance.below(6); n > 0; --n)
                text += chance.of(pieces);
            QCOMPARE(originalTextCell(reopened(text, CsvCell::Text)), text);
            QCOMPARE(originalCell(reopened(text, CsvCell::Value)), text);
        }
    }
    void utf8InQuotationMarks()
    {
        QByteArray line;
        appendQuotedCsvCell(line, "{\"a\":\"\xc3\xb1\"}");
        QCOMPARE(line, QByteArray("\"{\"\"a\"\":\"\"\xc3\xb1\"\"}\""));
    }
};

LINTERNA_TEST(TestCsvCell)

} // namespace test_csvcell

#include "test_csvcell.moc"
