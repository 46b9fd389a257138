// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/domain/receiptlist.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_receiptnearmiss {

using Problem = ReceiptNumber::Problem;

namespace {

QString textOf(const ReceiptList &list)
{
    QStringList texts;
    for (const ReceiptNumber &receipt : list.receipts)
        texts << receipt.toString();
    return texts.join(u' ');
}

} // namespace

class TestReceiptNearMiss : public QObject
{
    Q_OBJECT
private slots:
    //! What is nearly a receipt number is named, with what is wrong, beside a good one.
    void fault76_nearMissesAreNamed_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("named");
        QTest::addColumn<Problem>("problem");
        QTest::addColumn<QString>("character");
        const auto row = [](const char *name, const QString &typed, const QString &named, Problem problem,
                            const QString &character = {}) {
            QTest::newRow(name) << typed << named << problem << character;
        };
        row("zero for O", u"Receipts: I0E0912345678 and EAC9999103402 for the client"_s, u"I0E0912345678"_s,
            Problem::BadPrefix, u"0"_s);
        row("one for I", u"Receipts: 1OE0912345678 and EAC9999103402"_s, u"1OE0912345678"_s, Problem::BadPrefix,
            u"1"_s);
        row("five for S", u"Cases EAC9999103402 / 5RC2190123456 were received"_s, u"5RC2190123456"_s,
            Problem::BadPrefix, u"5"_s);
        row("five for S inside", u"M5C2190123456 EAC9999103402 received on 01/02/2024"_s, u"M5C2190123456"_s,
            Problem::BadPrefix, u"5"_s);
        row("eight for B", u"N8C2190123456, no: EAC9999103402 here"_s, u"N8C2190123456"_s, Problem::BadPrefix, u"8"_s);
        row("four for A", u"E4C2190123456 and EAC9999103402"_s, u"E4C2190123456"_s, Problem::BadPrefix, u"4"_s);
        row("small L for I", u"lOE0912345678 and EAC9999103402 were received"_s, u"lOE0912345678"_s, Problem::Unclear);
        row("small L for I, a list", u"lOE0912345678, EAC9999103402"_s, u"lOE0912345678"_s, Problem::Unclear);
        row("fault54 Cyrillic prefix", u"\u0415\u0410\u04219999103403 and EAC9999103402"_s,
            u"\u0415\u0410\u04219999103403"_s, Problem::BadPrefix, u"\u0415"_s);
        row("euro for E", u"IO€0912345678 and EAC9999103402"_s, u"IO€0912345678"_s, Problem::BadPrefix, u"€"_s);
        row("accent", u"ÉAC9999103403 and EAC9999103402"_s, u"ÉAC9999103403"_s, Problem::BadPrefix, u"É"_s);
        row("lost digit", u"IOE091234567 and EAC9999103402 were received"_s, u"IOE091234567"_s, Problem::TooShort);
        row("digit too many", u"IOE09123456789 and EAC9999103402 were received"_s, u"IOE09123456789"_s,
            Problem::TooLong);
        row("lost letter", u"OE0912345678 and EAC9999103402 were received"_s, u"OE0912345678"_s, Problem::BadPrefix,
            u"0"_s);
        row("letter apart", u"I 0E0912345678 and EAC9999103402 were received"_s, u"0E0912345678"_s, Problem::BadPrefix,
            u"0"_s);
        row("letter twice", u"EAAC9999103403 and EAC9999103402 were received"_s, u"EAAC9999103403"_s,
            Problem::BadCharacter, u"C"_s);
        row("B for 8", u"EAC9B99103402 and EAC9999103402 were received"_s, u"EAC9B99103402"_s, Problem::BadCharacter,
            u"B"_s);
        row("G for 6", u"EACG999103402 and EAC9999103402 were received"_s, u"EACG999103402"_s, Problem::BadCharacter,
            u"G"_s);
        row("asterisk inside", u"MSC21*0123456 and EAC9999103402"_s, u"MSC21*0123456"_s, Problem::BadCharacter, u"*"_s);
        row("as a telephone number", u"Case IOE-091-234-5678 and EAC9999103402"_s, u"IOE-091-234-5678"_s,
            Problem::Unclear);
        row("grouped otherwise", u"Case EAC 9999 103 403 and EAC9999103402"_s, u"EAC 9999 103 403"_s, Problem::Unclear);
        row("misread and grouped", u"Case I0E-09-123-45678 and EAC9999103402"_s, u"I0E-09-123-45678"_s,
            Problem::BadPrefix, u"0"_s);
        row("misread and apart", u"Case 5RC 21 901 23456 and EAC9999103402"_s, u"5RC 21 901 23456"_s,
            Problem::BadPrefix, u"5"_s);
        row("torn", u"see EAC9999103402 and WAC12345"_s, u"WAC12345"_s, Problem::TooShort);
        row("glued to a word", u"see XSRC2190123456 and EAC9999103402"_s, u"XSRC2190123456"_s, Problem::BadCharacter,
            u"C"_s);
        row("glued to a longer word", u"see QWXSRC2190123456 and EAC9999103402"_s, u"QWXSRC2190123456"_s,
            Problem::BadCharacter, u"S"_s);
        row("glued to another", u"IOE0912345678SRC2190123456 and EAC9999103402"_s, u"IOE0912345678SRC2190123456"_s,
            Problem::TooLong);
        row("in a file's name", u"IOE0912345678_notice.pdf and EAC9999103402"_s, u"IOE0912345678"_s, Problem::Unclear);
        row("small letters, unknown prefix", u"zla2101250960 and EAC9999103402"_s, u"zla2101250960"_s,
            Problem::Unclear);
        row("on its own line", u"I0E0912345678\nEAC9999103402\n"_s, u"I0E0912345678"_s, Problem::BadPrefix, u"0"_s);
        row("broken after the fifth digit", u"EAC99991\n03403\nEAC9999103402"_s, u"EAC99991"_s, Problem::TooShort);
        row("broken in a sentence", u"my case MSC21\n90123456 please\nEAC9999103402"_s, u"MSC21 90123456"_s,
            Problem::Unclear);
        row("broken after the prefix", u"my case IOE\n0912345678 and EAC9999103402"_s, u"IOE 0912345678"_s,
            Problem::Unclear);
        row("no prefix, in a list", u"EAC9999103402\n2190123456"_s, u"2190123456"_s, Problem::BadPrefix, u"2"_s);
    }
    void fault76_nearMissesAreNamed()
    {
        QFETCH(QString, typed);
        QFETCH(QString, named);
        QFETCH(QString, character);
        const ReceiptList list = parseReceiptList(typed);
        QCOMPARE(textOf(list), u"EAC9999103402"_s);
        QCOMPARE(list.refused.size(), std::size_t(1));
        QCOMPARE(list.refused[0].first, named);
        QTEST(list.refused[0].second.refusal.problem, "problem");
        QCOMPARE(list.refused[0].second.refusal.character, character);
    }
    void fault76_severalNearMissesAndNoGoodOne()
    {
        const ReceiptList list = parseReceiptList(u"I0E0912345678 and 5RC2190123456");
        QVERIFY(list.receipts.empty());
        QCOMPARE(list.refused.size(), std::size_t(2));
        QCOMPARE(list.refused[1].first, u"5RC2190123456"_s);
    }
    //! Invisible and no-break hyphens of documents are no fault of the number.
    void fault76_softHyphens()
    {
        QCOMPARE(textOf(parseReceiptList(u"EAC\u00AD9999\u2011103402")), u"EAC9999103402"_s);
        QCOMPARE(textOf(parseReceiptList(u"see EAC\u00AD9999\u00AD103402 please")), u"EAC9999103402"_s);
    }
    //! What ordinary mails hold beside a receipt number is not taken for one.
    void fault76_noFalseAlarms_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *text : {"Call USCIS at 800-375-5283 about %1",
                                 "Call (202) 555-0123.\n%1",
                                 "8003755283\n%1",
                                 "+1 202 555 0123\n%1",
                                 "1-800-375-5283\n%1",
                                 "202.555.0123\n%1",
                                 "Wei Lin 202-555-0123 for %1",
                                 "A 123 456 789\n%1",
                                 "A123456789 and %1",
                                 "A# 012-345-678, case %1",
                                 "A-number: A012345678\n%1",
                                 "How is my case?\n%1",
                                 "Representatives: %1",
                                 "Naturalizations %1",
                                 "%1 received 10/11/2021 at 10:42:00, 2021-10-11T10:42",
                                 "Invoice INV202401234 of $1,250.00, %1",
                                 "Invoice IN1234567890, %1",
                                 "Order 112-1234567-1234567 %1",
                                 "UPS 1Z999AA10123456784, USPS 9400 1000 0000 0000 0000 00, %1",
                                 "Track RR123456789US for %1",
                                 "SSN 123-45-6789, %1",
                                 "VIN 1HGCM82633A004352 %1",
                                 "ISBN 978-0-13-110362-7, 9780131103627, %1",
                                 "card 4111 1111 1111 1111, %1",
                                 "NBC 2024 and SRC2024 and MSC 3, %1",
                                 "I-485, I-130, G-28, Form I797C, %1",
                                 "IP 192.168.001.001, 00:1B:44:11:3A:B7, %1",
                                 "P.O. Box 660867, Dallas TX 75266-0867, %1",
                                 "Nov 30 2026 10:30, id 835 1234 5678, %1",
                                 "Serial C02XK1ZZJG5H and 5CD1234ABC, %1",
                                 "550e8400-e29b-41d4-a716-446655440000 %1",
                                 "9fceb02d0ae598e95dc970b74767f19372d61af8 %1",
                                 "DOB 01/02/1980, TSC 12, %1",
                                 "Passport C01234567, I-94 12345678901, %1",
                                 "Caso de García, tel. 787-555-0199, %1",
                                 "Court file CV-21-01234, LIN-21, %1",
                                 "See https://egov.uscis.gov/\n%1",
                                 "Total due: $1,225.00 (50% paid)\n%1",
                                 "Lin, 99 Main Street, 10001, %1",
                                 "phone ext 1234567, msc@example.org, %1",
                                 "EAC 2024-01-02 and MSC 2021-10-11, %1",
                                 "WEI LIN 202-555-0123 for %1",
                                 "Wei Lin 12 345 678 for %1",
                                 "Suite 5RC 21 901, %1",
                                 "item ac1234567890 of %1",
                                 "msc1234 and src123, %1",
                                 "Zoom 987 6543 2101 passcode 123456\n%1"})
            QTest::newRow(text) << QString::fromUtf8(text).arg(u"EAC9999103402"_s);
    }
    void fault76_noFalseAlarms()
    {
        QFETCH(QString, typed);
        const ReceiptList list = parseReceiptList(typed);
        QCOMPARE(textOf(list), u"EAC9999103402"_s);
        for (const auto &[piece, reading] : list.refused)
            QFAIL(qPrintable(piece));
    }
};

LINTERNA_TEST(TestReceiptNearMiss)

} // namespace test_receiptnearmiss

#include "test_receiptnearmiss.moc"
