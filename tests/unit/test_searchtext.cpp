// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/searchtext.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_searchtext {

class TestSearchText : public QObject
{
    Q_OBJECT
private slots:
    void takesCaseAndAccentsAway_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("searchable");
        QTest::newRow("plain") << u" EAC9999103402  I-130 "_s << "eac9999103402 i-130"_ba;
        QTest::newRow("accents") << u"García Núñez, Ángel"_s << "garcia nunez, angel"_ba;
        QTest::newRow("accents of their own") << u"Garci\u0301a"_s << "garcia"_ba;
        QTest::newRow("full-width") << u"ＥＡＣ９９"_s << "eac99"_ba;
        QTest::newRow("Cyrillic") << u"Й Ж"_s << u"и ж"_s.toUtf8();
        QTest::newRow("nothing") << u""_s << ""_ba;
    }
    void takesCaseAndAccentsAway()
    {
        QFETCH(QString, text);
        QTEST(searchable(text), "searchable");
    }
    //! Whose characters are decomposed one by one: no matter where it is cut for that.
    void aLongTextIsDoneInPieces()
    {
        const QString text = u"xa\u0301\u0327\U0001D7D7"_s.repeated(100'000);
        QCOMPARE(searchable(text), "xa9"_ba.repeated(100'000));
    }
    void findsTheWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QByteArrayList>("words");
        QTest::newRow("words") << u" García  I-130 "_s << QByteArrayList{"garcia", "i-130"};
        QTest::newRow("quoted") << u"a \"Was  Approved\" b"_s << QByteArrayList{"a", "was approved", "b"};
        QTest::newRow("curly") << u"“fue aprobado”"_s << QByteArrayList{"fue aprobado"};
        QTest::newRow("not closed") << u"\"was appr"_s << QByteArrayList{"was appr"};
        QTest::newRow("twice") << u"li LI"_s << QByteArrayList{"li"};
        QTest::newRow("nothing") << u" \"\" "_s << QByteArrayList{};
    }
    void findsTheWords()
    {
        QFETCH(QString, typed);
        QTEST(searchWords(typed), "words");
    }
};

LINTERNA_TEST(TestSearchText)

} // namespace test_searchtext

#include "test_searchtext.moc"
