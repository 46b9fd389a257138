// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/domain/receiptlist.h"
#include "tests/support/testprogram.h"

#include <QRegularExpression>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_receiptlist {

using Problem = ReceiptNumber::Problem;

namespace {

QString textOf(const ReceiptList &list)
{
    QStringList texts;
    for (const ReceiptNumber &receipt : list.receipts)
        texts << receipt.toString();
    return texts.join(u' ');
}

constexpr auto none = "";

} // namespace

class TestReceiptList : public QObject
{
    Q_OBJECT
private slots:
    void onePiece_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("receipt");
        QTest::addColumn<ReadAsDigits>("as");
        const auto row = [](const char *name, const QString &typed, const char *receipt, ReadAsDigits as = {}) {
            QTest::newRow(name) << typed << QString::fromLatin1(receipt) << as;
        };
        const ReadAsDigits letters = ReadAsDigit::LetterO | ReadAsDigit::LetterI | ReadAsDigit::LetterL;
        row("O for zero", u"EAC99991O3402"_s, "EAC9999103402", ReadAsDigit::LetterO);
        row("o for zero", u"eac 99-991-o34o2"_s, "EAC9999103402", ReadAsDigit::LetterO);
        row("fault54 full-width O", u"EAC99991Ｏ3402"_s, "EAC9999103402", ReadAsDigit::LetterO);
        row("fault54 Cyrillic O", u"EAC99991\u041E34\u043E2"_s, "EAC9999103402", ReadAsDigit::LetterO);
        row("fault54 Greek O", u"EAC99991\u039F34\u03BF2"_s, "EAC9999103402", ReadAsDigit::LetterO);
        row("I for one", u"EAC9999I03402"_s, "EAC9999103402", ReadAsDigit::LetterI);
        row("i for one, Ukrainian too", u"EACi999\u045603402"_s, "EAC1999103402", ReadAsDigit::LetterI);
        row("l for one", u"EAC9999l03402"_s, "EAC9999103402", ReadAsDigit::LetterL);
        row("L for one", u"EAC9999L03402"_s, "EAC9999103402", ReadAsDigit::LetterL);
        row("all of them", u"MSC2I9Ol00345"_s, "MSC2190100345", letters);
        row("after an asterisk", u"EAC*I2345678O"_s, "EAC*123456780", ReadAsDigit::LetterO | ReadAsDigit::LetterI);
        row("letters of the prefix stay", u"IOE09123456I8"_s, "IOE0912345618", ReadAsDigit::LetterI);
        row("fault54 Arabic digits", u"EAC٩٩٩٩١٠٣٤٠٢"_s, "EAC9999103402", ReadAsDigit::OtherDigits);
        row("fault54 Persian digits", u"EAC۹۹۹۹۱۰۳۴۰۲"_s, "EAC9999103402", ReadAsDigit::OtherDigits);
        row("fault54 Devanagari digits", u"EAC९९९९१०३४०२"_s, "EAC9999103402", ReadAsDigit::OtherDigits);
        row("fault54 digits beyond the BMP", u"EAC𝟗𝟗𝟗𝟗𝟏𝟎𝟑𝟒𝟎𝟐"_s, "EAC9999103402", ReadAsDigit::OtherDigits);
        row("fault54 superscripts are no digits", u"EAC999910340²"_s, none);
        row("digit in the prefix", u"I0E0912345678"_s, none);
        row("fault54 Cyrillic prefix", u"\u0415\u0410\u04219999103402"_s, none);
        row("fault54 turned round", u"EAC\u202E2043019999\u202C"_s, none);
        row("letters alone", u"EACOOOOOOOOOO"_s, none);
        row("S is no five", u"EAC999910340S"_s, none);
        row("a letter too many", u"EAC9999103402O"_s, none);

        for (const QString &label : {u"Receipt Number: "_s,
                                     u"RECEIPT NUMBER "_s,
                                     u"Receipt #"_s,
                                     u"receipt no. "_s,
                                     u"Receipt: "_s,
                                     u"USCIS Receipt Number – "_s,
                                     u"Case Number: "_s,
                                     u"Case # "_s,
                                     u"receipt_number="_s,
                                     u"\"receiptNumber\": \""_s,
                                     u"Número de recibo: "_s,
                                     u"Numero de recibo "_s,
                                     u"N.º de recibo: "_s,
                                     u"No. de recibo "_s,
                                     u"Nº de caso: "_s,
                                     u"Recibo: "_s,
                                     u"Recibo núm. "_s,
                                     u"# "_s,
                                     u"№ "_s,
                                     u"1. "_s,
                                     u"12) "_s,
                                     u"• "_s,
                                     u"- "_s,
                                     u"* "_s,
                                     u"\u200FReceipt Number\u00A0: \u202A"_s,
                                     u"Ｒｅｃｅｉｐｔ："_s,
                                     u"\uFEFF"_s})
            row(qPrintable(label), label + u"ZLA-21-012-50960"_s, "ZLA2101250960");
        row("label and look-alike", u"Receipt Number: EAC-99-991-O3402"_s, "EAC9999103402", ReadAsDigit::LetterO);
        row("quotation marks", u"“EAC9999103402”"_s, "EAC9999103402");
        row("angle quotes", u"«EAC9999103402»."_s, "EAC9999103402");
        row("brackets", u"[(EAC9999103402)]"_s, "EAC9999103402");
        row("label, brackets, full stop", u"Receipt number (EAC 99 991 03402)."_s, "EAC9999103402");
        row("bold", u"**EAC9999103402**"_s, "EAC9999103402");
        row("bold, asterisk inside", u"*EAC*123456789*"_s, "EAC*123456789");
        row("grouped as a telephone number, known prefix", u"eac 999-910-3402"_s, "EAC9999103402");
        row("unknown prefix, grouped otherwise", u"zla 21-012-50960"_s, "ZLA2101250960");
        row("exclamation", u"EAC9999103402!"_s, "EAC9999103402");

        row("label glued to a short number", u"NOE1234567"_s, none);
        row("label glued to a whole one", u"NOE1234567890"_s, "NOE1234567890");
        row("a label that is a part of a whole one", u"No. E1234567890"_s, "NOE1234567890");
        row("label alone", u"Receipt Number:"_s, none);
        row("no prefix after the label", u"Case 1234567890"_s, none);
        row("footnote", u"EAC9999103402*"_s, none);
    }
    void onePiece()
    {
        QFETCH(QString, typed);
        QFETCH(QString, receipt);
        const ReceiptReading reading = readReceipt(typed);
        QCOMPARE(reading.receipt ? reading.receipt->toString() : QString(), receipt);
        if (reading.receipt)
            QTEST(reading.readAsDigits, "as");
        const ReceiptList list = parseReceiptList(typed);
        QCOMPARE(textOf(list), receipt);
        QVERIFY(!list.otherWords);
    }

    void inText_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("receipts");
        const auto row = [](const char *name, const QString &typed, const char *receipts) {
            QTest::newRow(name) << typed << QString::fromLatin1(receipts);
        };
        row("line of a notice", u"RECEIPT NUMBER EAC-99-991-03402 CASE TYPE I-130 Petition for Alien Relative"_s,
            "EAC9999103402");
        row("other line", u"IOE0912345678 I485 - APPLICATION TO REGISTER PERMANENT RESIDENCE"_s, "IOE0912345678");
        row("with dates", u"MSC2190212345 10/11/2021 Received 10/12/2021"_s, "MSC2190212345");
        row("in a sentence", u"My case is eac9999103402, thank you."_s, "EAC9999103402");
        row("Spanish sentence", u"El caso (IOE0912345678) fue recibido."_s, "IOE0912345678");
        row("two in a sentence", u"See EAC9999103402 and WAC0000000001 please"_s, "EAC9999103402 WAC0000000001");
        row("grouped", u"for MSC 21 902 12345 and EAC 9999103402 I ask"_s, "MSC2190212345 EAC9999103402");
        row("look-alike in one run", u"Case Type I130 no EAC99991O3402 here"_s, "EAC9999103402");
        row("unknown prefix in capitals", u"see ZLA2101250960 please"_s, "ZLA2101250960");
        row("file name", u"EAC9999103402.pdf"_s, "EAC9999103402");
        row("table", u"Receipt | IOE0912345678 | I-485"_s, "IOE0912345678");
        row("label on a line of its own", u"Receipt Number\nEAC9999103402\nCase Type\nI130"_s, "EAC9999103402");

        row("telephone after a name", u"Wei Lin 202-555-0123"_s, none);
        row("telephone after a name, label", u"Case: Wei Lin, tel. 202-555-0123"_s, none);
        row("telephone", u"call USCIS, tel 8003755283 now"_s, none);
        row("never from pieces", u"EAC 99 and 991 03402"_s, none);
        row("never a look-alike from the next word", u"EAC 99 991 0340 I am"_s, none);
        row("never out of a longer run", u"see XEAC9999103402 please"_s, none);
        row("never out of more digits", u"see EAC99991034021 please"_s, none);
        row("never before more digits", u"see EAC9999103402 1 please"_s, none);
        row("never before more digits, hyphen", u"see EAC-99-991-03402-1 please"_s, none);
        row("mail address", u"write to eac9999103402@example.org"_s, none);
        row("fault55 path", u"go to ../../EAC9999103402"_s, none);
        row("fault55 path after a space", u"../ EAC9999103402"_s, none);
        row("fault55 query", u"https://example.org/?n=EAC9999103402"_s, none);
        row("fault55 question", u"see EAC9999103402?a=1 please"_s, none);
        row("fault55 encoded", u"see EAC9999103402 %2f please"_s, none);
        row("fault55 backslash", u"see ..\\ EAC9999103402"_s, none);
        row("fault55 slash", u"EAC9999103402/"_s, none);
        row("fault54 turned round", u"see \u202EEAC2043019999 please"_s, none);
    }
    void inText()
    {
        QFETCH(QString, typed);
        QFETCH(QString, receipts);
        const ReceiptList list = parseReceiptList(typed);
        QCOMPARE(textOf(list), receipts);
        QCOMPARE(list.otherWords, !receipts.isEmpty());
        if (receipts.isEmpty())
            QVERIFY(!list.refused.empty());
        else
            QVERIFY(list.refused.empty());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<Problem>("problem");
        QTest::addColumn<qsizetype>("length");
        QTest::addColumn<QString>("character");
        QTest::addColumn<QString>("soFar");
        const auto row = [](const char *name, const QString &typed, Problem problem, qsizetype length,
                            const QString &character = {}, const QString &soFar = {}) {
            QTest::newRow(name) << typed << problem << length << character << soFar;
        };
        row("nothing", u" "_s, Problem::Empty, 0);
        row("label alone", u"Número de recibo:"_s, Problem::Empty, 0);
        row("typing", u"eac 99 99"_s, Problem::TooShort, 7, {}, u"EAC9999"_s);
        row("typing an O", u"eac 99O"_s, Problem::TooShort, 6, {}, u"EAC990"_s);
        row("typing an O first", u"eacO"_s, Problem::TooShort, 4, {}, u"EAC0"_s);
        row("typing after a label", u"Receipt: EAC99"_s, Problem::TooShort, 5, {}, u"EAC99"_s);
        row("a word", u"hello"_s, Problem::BadCharacter, 5, u"l"_s);
        row("words", u"Dear Sir or Madam"_s, Problem::NotFound, 14);
        row("words and a date", u"received 11/02/2020"_s, Problem::NotFound, 18);
        row("too long", u"EAC99991O34021"_s, Problem::TooLong, 14, {}, u"EAC99991034021"_s);
        row("other letter, after an O", u"EAC9O9X103402"_s, Problem::BadCharacter, 13, u"X"_s, u"EAC909X103402"_s);
        row("telephone after a word", u"tel. 202-555-0123"_s, Problem::Telephone, 13);
        row("telephone after a name", u"Lin 202-555-0123"_s, Problem::Telephone, 13);
        row("telephone after a label", u"Case: Tel 202 555 0123"_s, Problem::Telephone, 13);
        row("fault55 path", u"../../EAC9999103402"_s, Problem::BadPrefix, 15, u"/"_s);
    }
    void refuses()
    {
        QFETCH(QString, typed);
        const ReceiptReading reading = readReceipt(typed);
        QVERIFY(!reading.receipt);
        QTEST(reading.refusal.problem, "problem");
        QTEST(reading.refusal.length, "length");
        QTEST(reading.refusal.character, "character");
        QFETCH(QString, soFar);
        if (!soFar.isEmpty())
            QCOMPARE(reading.soFar, soFar);
    }

    //! Whatever stands around it or between its characters, a well-formed number is read as itself.
    void wellFormedStaysItself_data()
    {
        QTest::addColumn<QString>("receipt");
        for (const char *receipt : {"EAC9999103402", "IOE0912345678", "LIL1010101010", "OIL0000000000", "EAC*101010101",
                                    "NOE1234567890", "REC1111111111", "TEL8003755283", "ZZZ0000000000"})
            QTest::newRow(receipt) << QString::fromLatin1(receipt);
    }
    void wellFormedStaysItself()
    {
        QFETCH(QString, receipt);
        const QString spaced =
            receipt.left(3) + u' ' + receipt.mid(3, 2) + u'-' + receipt.mid(5, 3) + u'.' + receipt.mid(8);
        for (const QString &typed :
             {receipt, receipt.toLower(), spaced, u"Receipt Number: "_s + receipt, u"("_s + spaced + u')',
              u"see "_s + receipt + u" please"_s, receipt + u'\n' + receipt.toLower()}) {
            const ReceiptList list = parseReceiptList(typed);
            QCOMPARE(textOf(list), receipt);
            QVERIFY(list.readAsDigits.empty());
        }
    }

    void readsLists()
    {
        const ReceiptList list = parseReceiptList(
            u"EAC 99 991 03402\r\nwac1234567890;LIN0000000000, EAC9999103402\nSRC0000000000 MSC0000000000\n\nLIN99\n"
            "IOE09I2345678、YSC0000000001｜12 345\n"_s);
        QCOMPARE(textOf(list),
                 u"EAC9999103402 WAC1234567890 LIN0000000000 SRC0000000000 MSC0000000000 IOE0912345678 "
                 "YSC0000000001"_s);
        QCOMPARE(list.refused.size(), std::size_t(1));
        QCOMPARE(list.refused[0].first, u"LIN99"_s);
        QCOMPARE(list.readAsDigits.size(), std::size_t(1));
        QCOMPARE(list.readAsDigits[0].first.toString(), u"IOE0912345678"_s);
        QVERIFY(list.otherWords);
    }
    void aMistypedNumberIsNotSplit()
    {
        const ReceiptList list = parseReceiptList(u"EAC9999103402 WAC12345");
        QCOMPARE(textOf(list), u"EAC9999103402"_s);
        QCOMPARE(list.refused.size(), std::size_t(1));
        QCOMPARE(list.refused[0].first, u"WAC12345"_s);
    }

    void fault53_hugePasteIsNotRead()
    {
        const ReceiptList list = parseReceiptList(QString(10'000'000, u'E'));
        QVERIFY(list.tooLong);
        QVERIFY(list.receipts.empty());
    }
};

LINTERNA_TEST(TestReceiptList)

} // namespace test_receiptlist

#include "test_receiptlist.moc"
