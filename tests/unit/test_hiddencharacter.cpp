// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/connectiontext.h"
#include "lib/text/hiddencharacter.h"
#include "lib/text/lookalike.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_hiddencharacter {

//! What a person pastes and cannot see.
class TestHiddenCharacter : public QObject
{
    Q_OBJECT
private slots:
    void fault84_isFound_data()
    {
        QTest::addColumn<QString>("character");
        QTest::addColumn<HiddenCharacter::Kind>("kind");
        using Kind = HiddenCharacter::Kind;
        const auto row = [](const char *name, const QString &character, Kind kind) {
            QTest::newRow(name) << character << kind;
        };
        row("tab", u"\t"_s, Kind::Tab);
        row("line feed", u"\n"_s, Kind::LineBreak);
        row("carriage return", u"\r"_s, Kind::LineBreak);
        row("line separator", u"\u2028"_s, Kind::LineBreak);
        row("no-break space", u"\u00A0"_s, Kind::NoBreakSpace);
        row("narrow no-break space", u"\u202F"_s, Kind::NoBreakSpace);
        row("ideographic space", u"\u3000"_s, Kind::NoBreakSpace);
        row("byte order mark", u"\uFEFF"_s, Kind::ByteOrderMark);
        row("zero-width space", u"\u200B"_s, Kind::ZeroWidth);
        row("zero-width joiner", u"\u200D"_s, Kind::ZeroWidth);
        row("word joiner", u"\u2060"_s, Kind::ZeroWidth);
        row("soft hyphen", u"\u00AD"_s, Kind::SoftHyphen);
        row("bidi override", u"\u202E"_s, Kind::Direction);
        row("bidi isolate", u"\u2066"_s, Kind::Direction);
        row("left-to-right mark", u"\u200E"_s, Kind::Direction);
        row("NUL", QString(QChar(0)), Kind::Other);
        row("escape", u"\x1B"_s, Kind::Other);
        row("variation selector", u"\uFE0F"_s, Kind::Other);
        row("Hangul filler", u"\u3164"_s, Kind::Other);
        row("tag letter", QString::fromUcs4(U"\U000E0041"), Kind::Other);
        row("unassigned", u"\u0378"_s, Kind::Other);
        row("replacement character", u"\uFFFD"_s, Kind::Lost);
        row("half a pair", QString(QChar(0xD83D)), Kind::Lost);
    }
    void fault84_isFound()
    {
        using Where = HiddenCharacter::Where;
        QFETCH(QString, character);
        QFETCH(HiddenCharacter::Kind, kind);
        const struct {
            QString text;
            Where where;
            qsizetype position;
        } places[] = {{character + u"abc"_s, Where::AtStart, 1},
                      {u"a"_s + character + u"bc"_s, Where::Inside, 2},
                      {u"abc"_s + character, Where::AtEnd, 4}};
        for (const auto &place : places) {
            const auto hidden = hiddenCharacterIn(place.text);
            QVERIFY(hidden);
            QCOMPARE(hidden->kind, kind);
            QCOMPARE(hidden->where, place.where);
            QCOMPARE(hidden->position, place.position);
            const QByteArray secret = place.text.toUtf8();
            if (place.text.isValidUtf16()) // else no bytes hold it
                QVERIFY(!secretProblemLine(secret).isEmpty());
        }
    }
    void fault84_spacesCountAtTheEnds()
    {
        QCOMPARE(hiddenCharacterIn(u"a b"_s), std::nullopt);
        QCOMPARE(hiddenCharacterIn(u" ab"_s)->where, HiddenCharacter::Where::AtStart);
        QCOMPARE(hiddenCharacterIn(u"ab "_s)->kind, HiddenCharacter::Kind::Space);
        QCOMPARE(hiddenCharacterLine(*hiddenCharacterIn(u"ab\u200Bc"_s)),
                 u"character 3 is U+200B, which nobody sees"_s);
    }
    void fault84_whatIsSeenIsASecret_data()
    {
        QTest::addColumn<QByteArray>("secret");
        for (const char *secret : {"s:%+/&=%41 x\"\\", "contraseña é", "ключ", "🔑", "'", "a  b"})
            QTest::addRow("%s", secret) << QByteArray(secret);
    }
    void fault84_whatIsSeenIsASecret()
    {
        QFETCH(QByteArray, secret);
        QCOMPARE(secretProblemLine(secret), QString());
    }
    void fault84_bytesOfAnotherEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("said");
        QTest::newRow("UTF-16, little") << QByteArray("\xFF\xFEs\0e\0", 6) << u"UTF-16"_s;
        QTest::newRow("UTF-16, big") << QByteArray("\xFE\xFF\0s\0e", 6) << u"UTF-16"_s;
        QTest::newRow("UTF-16 without mark") << QByteArray("s\0e\0c\0", 6) << u"UTF-16"_s;
        QTest::newRow("Windows-1252") << QByteArray("se\xF1"
                                                    "al")
                                      << u"UTF-8"_s;
        QTest::newRow("mark of UTF-8") << QByteArray("\xEF\xBB\xBFsecret") << u"U+FEFF"_s;
    }
    void fault84_bytesOfAnotherEncoding()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, said);
        const QString line = secretProblemLine(bytes);
        QVERIFY2(line.contains(said), qPrintable(line));
        QVERIFY(!line.contains(u"se"_s + u"c"_s) && !line.contains(u"al\""_s)); // nothing of the secret
    }

    void fault93_lookAlike_data()
    {
        QTest::addColumn<QString>("name");
        const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
        row("itself", u"USCIS sandbox"_s);
        row("capitals", u"USCIS SANDBOX"_s);
        row("small", u"uscis sandbox"_s);
        row("two spaces", u"USCIS  sandbox"_s);
        row("no space", u"USCISsandbox"_s);
        row("no-break space", u"USCIS\u00A0sandbox"_s);
        row("hyphen", u"USCIS-sandbox"_s);
        row("zero-width space", u"USCIS\u200B sandbox"_s);
        row("soft hyphen", u"USCIS sand\u00ADbox"_s);
        row("Cyrillic letters", u"US\u0421IS sandb\u043Ex"_s);
        row("small l for I", u"USClS sandbox"_s);
        row("1 for I", u"USC1S sandbox"_s);
        row("0 for o", u"USCIS sandb0x"_s);
        row("5 for S", u"U5CIS sandbox"_s);
        row("Greek o", u"USCIS sandb\u03BFx"_s);
        row("full width", u"\uFF35\uFF33\uFF23\uFF29\uFF33 sandbox"_s);
        row("mathematical",
            QString::fromUcs4(U"USCIS \U0001D42C\U0001D41A\U0001D427\U0001D41D\U0001D41B\U0001D428\U0001D431"));
        row("dotless i", u"usc\u0131s sandbox"_s);
    }
    void fault93_lookAlike()
    {
        QFETCH(QString, name);
        QVERIFY(looksAlike(u"USCIS sandbox"_s, name));
        QVERIFY(looksAlike(name, u"USCIS sandbox"_s));
    }
    void fault93_othersDoNot_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"", "USCIS", "USCIS production", "USCIS sandbox copy", "Sandbox", "Office gateway",
                                 "USCIS sandbox 2", "Клиника"})
            QTest::addRow("%s", *name ? name : "(empty)") << QString::fromUtf8(name);
    }
    void fault93_othersDoNot()
    {
        QFETCH(QString, name);
        QVERIFY(!looksAlike(u"USCIS sandbox"_s, name));
    }

    void fault93_aNameTwice_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *name, const QByteArray &json, const QString &path) {
            QTest::newRow(name) << json << path;
        };
        row("none", R"({"a":1,"b":{"a":1},"c":[{"a":1},{"a":1}]})", {});
        row("at the top", R"({"a":1,"b":2,"a":1})", u"$.a"_s);
        row("nested", R"({"a":{"b":{"x":1,"x":2}}})", u"$.a.b.x"_s);
        row("in a list", R"({"a":[1,{"x":1,"x":2}]})", u"$.a[1].x"_s);
        row("with an escape", "{\"client_id\":1,\"client\\u005fid\":2}", u"$.client_id"_s);
        row("not JSON", R"({"a":1,"a":)", {});
    }
    void fault93_aNameTwice()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, path);
        QCOMPARE(doubledName(json).value_or(QString()), path);
    }
};

LINTERNA_TEST(TestHiddenCharacter)

} // namespace test_hiddencharacter

#include "test_hiddencharacter.moc"
