// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/wtf8.h"
#include "tests/support/eventvectors.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_wtf8 {

namespace {

//! What is odd about texts, a unit each: NUL, a letter, both ends of both halves of the surrogates and their neighbours,
//! the byte order mark, the replacement character, the last one.
constexpr char16_t oddUnits[] = {0,      u'a',   0x7F,   0x80,   0x7FF,  0x800,  0xD7FF, 0xD800,
                                 0xDBFF, 0xDC00, 0xDFFF, 0xE000, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF};

bool comesBack(const QString &text)
{
    const QByteArray bytes = wtf8Of(text);
    return textOfWtf8(bytes) == text && strictTextOfWtf8(bytes) == text;
}

} // namespace

class TestWtf8 : public QObject
{
    Q_OBJECT
private slots:
    void vectors()
    {
        const QJsonArray texts = eventVectors()[u"texts"].toArray();
        QVERIFY(texts.size() > 5);
        for (const QJsonValue vector : texts) {
            QString text;
            const QByteArray units = bytesOf(vector[u"utf16"]);
            for (qsizetype i = 0; i < units.size(); i += 2)
                text += QChar(static_cast<uchar>(units[i + 1]), static_cast<uchar>(units[i]));
            QCOMPARE(wtf8Of(text), bytesOf(vector[u"wtf8"]));
            QVERIFY(comesBack(text));
        }
    }
    void validTextIsUtf8()
    {
        for (const QString &text : {QString(), u"señal"_s, u"a\0b"_s, u"\U0001F526"_s, u"\uFEFF\uFEFFx"_s, u"\uFFFF"_s})
            QCOMPARE(wtf8Of(text), text.toUtf8());
    }
    void everyUnitComesBack()
    {
        for (int unit = 0; unit <= 0xFFFF; ++unit)
            QVERIFY2(comesBack(QString(QChar(static_cast<char16_t>(unit)))), QByteArray::number(unit, 16));
    }
    void everyNeighbourhoodComesBack()
    {
        for (const char16_t a : oddUnits) {
            for (const char16_t b : oddUnits) {
                for (const char16_t c : oddUnits) {
                    for (const char16_t d : oddUnits) {
                        const QChar units[] = {a, b, c, d};
                        QVERIFY(comesBack(QString(units, 4)));
                    }
                }
            }
        }
    }
    void otherBytesAreNoText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no UTF-8") << "a\xFFz"_ba;
        QTest::newRow("too long a form") << "\xC0\x80"_ba;
        QTest::newRow("cut short") << "a\xC3"_ba;
        QTest::newRow("a surrogate cut short") << "\xED\xA0"_ba;
        QTest::newRow("a surrogate's lead alone") << "\xED"_ba;
        QTest::newRow("beyond Unicode") << "\xF4\x90\x80\x80"_ba;
        QTest::newRow("a character as two surrogates") << "\xED\xA0\xBD\xED\xB4\xA6"_ba;
        QTest::newRow("the same behind a surrogate") << "\xED\xA0\x80\xED\xA0\xBD\xED\xB4\xA6"_ba;
    }
    void otherBytesAreNoText()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!strictTextOfWtf8(bytes));
        QVERIFY(textOfWtf8(bytes).contains(QChar::ReplacementCharacter));
    }
};

LINTERNA_TEST(TestWtf8)

} // namespace test_wtf8

#include "test_wtf8.moc"
