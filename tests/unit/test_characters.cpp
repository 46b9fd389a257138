// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/characters.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_characters {

class TestCharacters : public QObject
{
    Q_OBJECT
private slots:
    void fault37_wellFormed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("whole");
        const QString high = QChar(0xD83D);
        const QString low = QChar(0xDE00);
        QTest::newRow("plain") << u"línea\t\n"_s << u"línea\t\n"_s;
        QTest::newRow("pair") << u"a"_s + high + low << u"a"_s + high + low;
        QTest::newRow("high alone") << u"a"_s + high + u'b' << u"a\uFFFDb"_s;
        QTest::newRow("high last") << u"a"_s + high << u"a\uFFFD"_s;
        QTest::newRow("low alone") << low + u'b' << u"\uFFFDb"_s;
        QTest::newRow("wrong order") << low + high << u"\uFFFD\uFFFD"_s;
        QTest::newRow("two highs") << high + high + low << u"\uFFFD"_s + high + low;
        QTest::newRow("two lows") << high + low + low << high + low + u'\uFFFD';
        QTest::newRow("byte order mark") << u"\uFEFFa\uFEFF"_s << u"\u2060a\u2060"_s;
        QTest::newRow("NUL") << u"a"_s + QChar(0) + u'b' << u"a\uFFFDb"_s;
    }
    void fault37_wellFormed()
    {
        QFETCH(QString, text);
        QFETCH(QString, whole);
        QCOMPARE(wellFormed(text), whole);
        QCOMPARE(showable(text), whole);
        QCOMPARE(QString::fromUtf8(wellFormed(text).toUtf8()), whole);
    }

    //! Each character of Unicode's Bidi_Control, and nothing of the text around.
    void fault38_noDirectionalFormatting()
    {
        for (const QChar c : u"\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"_s)
            QCOMPARE(showable(u"a"_s + c + u"b"_s), u"a\uFFFDb"_s);
        QCOMPARE(showable(u"\u05D0\u200B\u200D"_s), u"\u05D0\u200B\u200D"_s);
    }

    void noControls()
    {
        for (char16_t c = 0; c < 0xA0; ++c) {
            const bool control = QChar(c).category() == QChar::Other_Control;
            const bool space = c == u'\t' || c == u'\n' || c == u'\f' || c == u'\r';
            QCOMPARE(showable(QString(QChar(c))), control && !space ? u"\uFFFD"_s : QString(QChar(c)));
        }
        QCOMPARE(showable(u"\uFDD0\uFDD1\uFDEF\uFFFC\uFFFE\uFFFF\uFDCF\uFDF0"_s),
                 u"\uFFFD"_s.repeated(6) + u"\uFDCF\uFDF0"_s);
    }

    void oneLineIsCut()
    {
        QCOMPARE(oneLine(u" a \n b\t"_s, 3), u"a b"_s);
        QCOMPARE(oneLine(u"abcd"_s, 3), u"ab…"_s);
        QCOMPARE(oneLine(u"a bcd"_s, 3), u"a…"_s);
        QCOMPARE(oneLine(u"a\U0001F600bc"_s, 3), u"a…"_s);
        QCOMPARE(oneLine(QString(), 3), QString());
    }
};

LINTERNA_TEST(TestCharacters)

} // namespace test_characters

#include "test_characters.moc"
