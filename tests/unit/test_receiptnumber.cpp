// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/domain/receiptnumber.h"
#include "tests/support/testprogram.h"

#include <QRegularExpression>
#include <QTest>

using namespace linterna;

namespace test_receiptnumber {

using Problem = ReceiptNumber::Problem;

class TestReceiptNumber : public QObject
{
    Q_OBJECT
private slots:
    void accepts_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("receipt");
        QTest::newRow("plain") << "EAC9999103402"
                               << "EAC9999103402";
        QTest::newRow("lower case") << "eac9999103402"
                                    << "EAC9999103402";
        QTest::newRow("spaces and hyphens") << " EAC 99-991-03402 "
                                            << "EAC9999103402";
        QTest::newRow("dots") << "EAC.99.991.03402"
                              << "EAC9999103402";
        QTest::newRow("no-break space, en dash")
            << QStringLiteral("EAC\u00a099\u2013991\u201303402") << "EAC9999103402";
        QTest::newRow("asterisk for the first digit") << "eac*123456789"
                                                      << "EAC*123456789";
        QTest::newRow("unknown prefix") << "ZZZ0000000000"
                                        << "ZZZ0000000000";
        QTest::newRow("fault54 zero-width") << QStringLiteral("EAC\u200b9999\u200d103402\ufeff") << "EAC9999103402";
        QTest::newRow("fault54 right-to-left marks")
            << QStringLiteral("\u200f\u202bEAC\u2067\u200f9999103402\u2069\u202c") << "EAC9999103402";
        QTest::newRow("fault54 invisible beyond the BMP")
            << QStringLiteral("EAC\U000e0020999\u00ad9103402") << "EAC9999103402";
        QTest::newRow("full-width separators")
            << QStringLiteral("ＥＡＣ－９９．９９１\u3000０３４０２") << "EAC9999103402";
        QTest::newRow("Japanese input, middle dots") << QStringLiteral("EACー99・991·03402") << "EAC9999103402";
        QTest::newRow("full-width asterisk") << QStringLiteral("eac＊123456789") << "EAC*123456789";
        QTest::newRow("fault54 full width") << QStringLiteral("ＥＡＣ９９９９１０３４０２") << "EAC9999103402";
    }
    void accepts()
    {
        QFETCH(QString, typed);
        QFETCH(QString, receipt);
        const auto parsed = ReceiptNumber::parse(typed);
        QVERIFY(std::holds_alternative<ReceiptNumber>(parsed));
        QCOMPARE(std::get<ReceiptNumber>(parsed).toString(), receipt);
        static const QRegularExpression sendable(QStringLiteral("^[A-Z]{3}(\\*[0-9]{9}|[0-9]{10})$"));
        QVERIFY(sendable.match(std::get<ReceiptNumber>(parsed).toString()).hasMatch());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<Problem>("problem");
        QTest::addColumn<QString>("character");
        QTest::newRow("empty") << "" << Problem::Empty << "";
        QTest::newRow("only separators") << " - . " << Problem::Empty << "";
        QTest::newRow("short") << "EAC99991034" << Problem::TooShort << "";
        QTest::newRow("long") << "EAC99991034021" << Problem::TooLong << "";
        QTest::newRow("digit in the prefix") << "E1C9999103402" << Problem::BadPrefix << "1";
        QTest::newRow("letter in the digits") << "EAC99991O3402" << Problem::BadCharacter << "O";
        QTest::newRow("asterisk elsewhere") << "EAC9*99103402" << Problem::BadCharacter << "*";
        QTest::newRow("fault54 Arabic digits")
            << QStringLiteral("EAC٩٩٩٩١٠٣٤٠٢") << Problem::BadCharacter << QStringLiteral("٩");
        QTest::newRow("fault54 Cyrillic prefix")
            << QStringLiteral("ЕАС9999103402") << Problem::BadPrefix << QStringLiteral("Е");
        QTest::newRow("fault54 beyond the BMP")
            << QStringLiteral("EAC𝟗999103402") << Problem::BadCharacter << QStringLiteral("𝟗");
        QTest::newRow("fault54 right-to-left override")
            << QStringLiteral("EAC\u202e2043019999\u202c") << Problem::BadCharacter << QStringLiteral("\u202e");
        QTest::newRow("fault54 lone surrogate") << QStringLiteral("EAC9999") + QChar(0xD835) + QStringLiteral("03402")
                                                << Problem::BadCharacter << QString(QChar(0xD835));
        QTest::newRow("ellipsis") << QStringLiteral("EAC99991034…") << Problem::BadCharacter << QStringLiteral("…");
        QTest::newRow("two asterisks") << "EAC**99103402" << Problem::BadCharacter << "*";
        QTest::newRow("fault55 path") << "../../oauth" << Problem::BadPrefix << "/";
        QTest::newRow("fault55 query") << "EAC999910?a=1" << Problem::BadCharacter << "?";
        QTest::newRow("fault55 encoded slash") << "EAC%2f9991034" << Problem::BadCharacter << "%";
        QTest::newRow("NUL") << QStringLiteral("EAC") + QChar(0) + QStringLiteral("999103402") << Problem::BadCharacter
                             << QString(QChar(0));
    }
    void refuses()
    {
        QFETCH(QString, typed);
        const auto parsed = ReceiptNumber::parse(typed);
        QVERIFY(std::holds_alternative<ReceiptNumber::Refusal>(parsed));
        QTEST(std::get<ReceiptNumber::Refusal>(parsed).problem, "problem");
        QTEST(std::get<ReceiptNumber::Refusal>(parsed).character, "character");
    }

    void masksForOthersEyes()
    {
        QCOMPARE(ReceiptNumber::fromText(u"EAC9999103402")->masked(), QStringLiteral("EAC••••••3402"));
    }
};

LINTERNA_TEST(TestReceiptNumber)

} // namespace test_receiptnumber

#include "test_receiptnumber.moc"
