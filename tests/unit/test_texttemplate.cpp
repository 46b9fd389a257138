// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/texttemplate.h"

#include "lib/text/safehtml.h"
#include "tests/support/chance.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_texttemplate {

namespace {

QString plainText(const TextTemplate &letter)
{
    const PlainForm form(letter.form);
    const QByteArrayList values = letter.values.split('\n');
    QString text;
    for (std::size_t i = 0; i < form.valueAt().size(); ++i) {
        text += form.pieces()[i];
        // A blank without a value is a character of the text itself.
        text += letter.values.isEmpty() ? QString(TextTemplate::Blank) : QString::fromLatin1(values[form.valueAt()[i]]);
    }
    return text + form.pieces().back();
}

} // namespace

class TestTextTemplate : public QObject
{
    Q_OBJECT
private slots:
    void takesNumbersMonthsAndReceiptNumbersOut_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("values");
        QTest::newRow("date") << "On September 5, 2023, we"_ba
                              << "September\n5\n2023\n"_ba;
        QTest::newRow("Spanish date") << "El 05 de Septiembre de 2023"_ba
                                      << "05\nSeptiembre\n2023\n"_ba;
        QTest::newRow("receipt number") << "Number EAC9999103402, and IOE*123456789."_ba
                                        << "EAC9999103402\nIOE*123456789\n"_ba;
        QTest::newRow("form") << "your Form I-130, Petition"_ba
                              << "130\n"_ba;
        QTest::newRow("words with digits in them stay") << "I130 5th x2 a\xc3\xb1o2023"_ba
                                                        << ""_ba;
        QTest::newRow("nothing") << ""_ba
                                 << ""_ba;
    }
    void takesNumbersMonthsAndReceiptNumbersOut()
    {
        QFETCH(QByteArray, text);
        const TextTemplate letter = readLetter(text);
        QTEST(letter.values, "values");
        QCOMPARE(filledIn(letter), text);
    }
    void lettersOfOneFormHaveOneForm()
    {
        const auto letter = [](const QByteArray &date, const QByteArray &receipt) {
            return readHtmlLetter("On " + date + ", we received " + receipt
                                  + ". Go to <a href=\"https://www.uscis.gov/i-130\">us</a> &#8217;");
        };
        QCOMPARE(letter("May 3, 2024", "EAC9999103402").form, letter("October 31, 2025", "WAC0000000001").form);
        QVERIFY(letter("May 3, 2024", "EAC9999103402").form.contains("i-130"));
        QVERIFY(letter("May 3, 2024", "EAC9999103402").form.contains("&#8217;"));
    }
    void aTextWithBlanksOfItsOwnStaysWhole()
    {
        const QByteArray text = u"May 3 \ue01a and \ue100"_s.toUtf8();
        QCOMPARE(readHtmlLetter(text), (TextTemplate{text, {}}));
        QCOMPARE(filledIn(readHtmlLetter(text)), text);
        QCOMPARE(plainText({text, {}}), u"May 3 \ue01a and \ue100"_s);
        const QByteArray large(TextTemplate::LongestBytes + 1, '5');
        QCOMPARE(readLetter(large).form, large);
    }
    //! Whatever markup surrounds, hides or moves the values.
    void thePlainTextOfTheFormIsThatOfTheWhole_data()
    {
        QTest::addColumn<QString>("html");
        QTest::newRow("link") << u"On May 3, 2024 go to <a href=\"https://www.uscis.gov/7\">form 7</a>."_s;
        QTest::newRow("comment with an end of its own") << u"a <!-- x > 5 --> 6 b"_s;
        QTest::newRow("script") << u"1 <script>2</script> 3 <style>4</style> 5"_s;
        QTest::newRow("moved by the parser") << u"<table>1<tr><td>2</td>3</tr>4</table>5"_s;
        QTest::newRow("entities") << u"&#53; &amp5 5&amp;6 &5; & 7 &May 8"_s;
        QTest::newRow("unfinished tag") << u"3 <a href=5 6"_s;
        QTest::newRow("no tag") << u"3 < 5 > 6"_s;
        QTest::newRow("white space") << u"  5 \n\t 6  <br>  May  "_s;
        QTest::newRow("title and textarea") << u"<title>5</title><textarea>6</textarea><plaintext>7 <b>8"_s;
    }
    void thePlainTextOfTheFormIsThatOfTheWhole()
    {
        QFETCH(QString, html);
        const TextTemplate letter = readHtmlLetter(html.toUtf8());
        QCOMPARE(plainText(letter), safeHtml(html).text);
    }
    void anyTextComesBack()
    {
        const QByteArrayList pieces{"5",
                                    "May",
                                    "septiembre",
                                    "EAC9999103402",
                                    " ",
                                    ",",
                                    "<",
                                    ">",
                                    "<b>",
                                    "</b>",
                                    "&",
                                    ";",
                                    "<!--",
                                    "-->",
                                    "<table>",
                                    "<td>",
                                    "<script>",
                                    "</script>",
                                    "\xc3\xb1",
                                    "\xff",
                                    "\n",
                                    "a",
                                    "*",
                                    "\xee\x80\x9a",
                                    "\xee\x84\x80",
                                    "<a href=\"5\">",
                                    "&#5",
                                    "<p>"};
        test::Chance chance(20261124);
        for (int round = 0; round < 3000; ++round) {
            QByteArray text;
            for (int i = chance.below(12); i >= 0; --i)
                text += pieces[chance.below(int(pieces.size()))];
            QCOMPARE(filledIn(readLetter(text)), text);
            const TextTemplate letter = readHtmlLetter(text);
            QCOMPARE(filledIn(letter), text);
            const QString whole = QString::fromUtf8(text);
            if (whole.toUtf8() == text) // the record keeps other texts in another way
                QCOMPARE(plainText(letter), safeHtml(whole).text);
        }
    }
};

LINTERNA_TEST(TestTextTemplate)

} // namespace test_texttemplate

#include "test_texttemplate.moc"
