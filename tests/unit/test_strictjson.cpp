// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/json/jsonview.h"
#include "tests/support/testprogram.h"

#include <QJsonDocument>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_strictjson {

class TestStrictJson : public QObject
{
    Q_OBJECT
private slots:
    void accepts_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json : {"{}",
                                 "[]",
                                 "null",
                                 "true",
                                 "false",
                                 "\"\"",
                                 "0",
                                 "-0",
                                 "-1.5e+10",
                                 "1E5",
                                 "0.5",
                                 " { } ",
                                 "[ ]",
                                 "[[],[{}],{\"a\":[]}]",
                                 "{\"a\":{\"b\":{}},\"c\":[1,2,{\"d\":null}]}",
                                 "{\"\":1}",
                                 "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00F3\"",
                                 "\t\r\n[1 ,2 ]\n",
                                 "\"\x7F\"",
                                 "{\"a\":1,\"a\":2}",
                                 "1e999",
                                 "\"\xC3\xB3\""})
            QTest::newRow(json) << QByteArray(json);
    }
    void accepts()
    {
        QFETCH(QByteArray, json);
        QVERIFY(isStrictJson(json));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json :
             {"",           " ",         "{",           "}",        "[",           "]",         "{]",      "[}",
              "[1",         "[1,",       "[1,]",        "[,1]",     "[1 2]",       "{,}",       "{\"a\"}", "{\"a\":}",
              "{\"a\":1,}", "{\"a\" 1}", "{a:1}",       "{1:1}",    "{'a':1}",     "[1]]",      "[1][2]",  "{}{}",
              "nul",        "True",      "nan",         "[NaN]",    "Infinity",    "\"",        "\"\\\"",  "\"\\\\\"x",
              "\"\\x\"",    "\"\\u12\"", "\"\\u12G4\"", "\"a\nb\"", "\"a\tb\"",    "01",        "1.",      ".5",
              "-",          "-.5",       "1e",          "1e+",      "+1",          "0x1",       "1.e5",    "[1.]",
              "[-01]",      "// c\n1",   "[1,/*c*/2]",  "\f1",      "{\"a\":1:2}", "[\"a\":1]", "\"\\",    "\"\\u"})
            QTest::newRow(json) << QByteArray(json);
        QTest::newRow("NUL in a string") << QByteArray("\"a\0b\"", 5);
        QTest::newRow("NUL escaped wrong") << QByteArray("\"a\\\0b\"", 6);
        QTest::newRow("NUL behind") << QByteArray("1\0", 2);
    }
    void refuses()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!isStrictJson(json));
    }

    //! What QJsonDocument takes though RFC 8259 does not: the reason for another reader.
    void stricterThanQt_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("raw line break") << "[\"a\nb\"]"_ba;
        QTest::newRow("no digit before the point") << "[-.5]"_ba;
        QTest::newRow("unknown escape") << "[\"\\x00\"]"_ba;
    }
    void stricterThanQt()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!QJsonDocument::fromJson(json).isNull());
        QVERIFY(!isStrictJson(json));
    }

    void fault39_deepNesting()
    {
        for (const QByteArray &opening : {"["_ba, "{\"a\":"_ba, "[{\"a\":"_ba}) {
            QVERIFY(!isStrictJson(opening.repeated(100'000)));
            QVERIFY(!JsonView::of(opening.repeated(100'000)));
        }
        QVERIFY(isStrictJson(QByteArray(DeepestJson, '[') + QByteArray(DeepestJson, ']')));
        QVERIFY(!isStrictJson(QByteArray(DeepestJson + 1, '[') + QByteArray(DeepestJson + 1, ']')));
    }

    //! Everything that the checker lets through is read by Qt, but for numbers beyond a double.
    void agreesWithQt()
    {
        QVERIFY(JsonView::of("{\"a\":[true,{\"b\":\"\\u00F3\"}]}"_ba).isObject());
        QVERIFY(!JsonView::of("{\"a\":1e999}"_ba));
        QVERIFY(!JsonView::of("[]"_ba).isObject());
        QCOMPARE(JsonView::of("{\"a\":1,\"a\":2}"_ba).value("a"_L1).toInteger(), std::optional<qint64>(2));
    }

    void textIsMadeWhole()
    {
        QCOMPARE(jsonText("\xEF\xBB\xBF{}"), "{}"_ba);
        QCOMPARE(jsonText(QByteArray("a\0b", 3)),
                 "a\xEF\xBF\xBD"
                 "b"_ba);
        QCOMPARE(jsonText("a\xFF"
                          "b"),
                 "a\xEF\xBF\xBD"
                 "b"_ba);
        QCOMPARE(jsonText("\xC3\xB3"), "\xC3\xB3"_ba);
    }
};

LINTERNA_TEST(TestStrictJson)

} // namespace test_strictjson

#include "test_strictjson.moc"
