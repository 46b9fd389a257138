// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/plaintext.h"

#include "lib/text/safehtml.h"
#include "tests/support/chance.h"
#include "tests/support/fixture.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_plaintext {

class TestPlainText : public QObject
{
    Q_OBJECT
private slots:
    void saysWhatTheParserSays_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             {u""_s, u"  On  May 3,\n2023 \t we\u00a0 \u00a0wrote. "_s,
              u"Go to <a href=\"https://www.uscis.gov/a?b=1&c\" target=\"_blank\">www.uscis.gov</a>."_s,
              u"<a href=\"x\"> a </a> b<a>c</a>d <a\nhref=\"\"\n>e"_s, u"</a>x</a>"_s, u"<a href=\"x>y\">z</a>"_s,
              u"<a href='x>y'>z</a>"_s, u"<a x\"=\" > \">z</a>"_s, u"<a href=\"1\"b=\"2\">z</a>"_s, u"<abbr>x</abbr>"_s,
              u"<a"_s, u"<a href=\"x"_s, u"a < b"_s, u"1 &lt; 2"_s, u"x\u2028y\u202ez\u0001"_s,
              u"<a href=\"\u202e\">ñ</a>"_s, u"<A HREF=\"x\">y</A>"_s, u"a<br>b"_s, u"<a / >x</a>"_s})
            QTest::newRow(qPrintable(text)) << text;
    }
    void saysWhatTheParserSays()
    {
        QFETCH(QString, text);
        QCOMPARE(plainText(text), safeHtml(text).text);
        QCOMPARE(plainTitle(text), safeTitle(text));
    }
    void hostileTexts()
    {
        const QJsonArray texts = QJsonDocument::fromJson(fixture(u"html/hostile.json"_s)).array();
        QVERIFY(texts.size() > 100);
        for (const QJsonValue text : texts)
            QCOMPARE(plainText(text.toString()), safeHtml(text.toString()).text);
    }
    //! Texts put together from what such texts are made of, and from what might lead astray.
    void anyText()
    {
        static const std::array<QString, 20> pieces{
            u"words "_s,     u" "_s,   u"\u00a0"_s,     u"<a href=\"https://www.uscis.gov\" target=\"_blank\">"_s,
            u"</a>"_s,       u"<a>"_s, u"<a "_s,        u">"_s,
            u"\""_s,         u"="_s,   u"href=\"x\""_s, u"<"_s,
            u"/"_s,          u"'"_s,   u"ñ"_s,          u"\n"_s,
            u"<a href=\""_s, u"a"_s,   u"-"_s,          u"&amp;"_s};
        Chance chance(17);
        for (int i = 0; i < 20'000; ++i) {
            QString text;
            for (int n = chance.below(12); n > 0; --n)
                text += chance.of(pieces);
            QCOMPARE(plainText(text), safeHtml(text).text);
        }
    }
    void manyTagsAreTheParsersToJudge()
    {
        const QString many = u"<a href=\"x\">y</a> "_s.repeated(3000);
        QCOMPARE(plainText(many), safeHtml(many).text);
    }
};

LINTERNA_TEST(TestPlainText)

} // namespace test_plaintext

#include "test_plaintext.moc"
