// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/json/jsonview.h"

#include "tests/support/testprogram.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_jsonview {

namespace {

//! Whether a view shows a value as Qt's own parser read it from the same text.
bool isSame(const JsonView &view, const QJsonValue &value)
{
    if (!view || view.isObject() != value.isObject() || view.isArray() != value.isArray()
        || view.isString() != value.isString() || view.isNull() != value.isNull() || view.toString() != value.toString()
        || view.toBool().has_value() != value.isBool() || view.toBool().value_or(false) != value.toBool()
        || view.toDouble().has_value() != value.isDouble() || view.toDouble().value_or(0) != value.toDouble()
        || view.toInteger().value_or(-1) != value.toInteger(-1) || view.toJsonValue() != value)
        return false;
    const QJsonArray array = value.toArray();
    const auto elements = view.elements();
    if (qsizetype(elements.size()) != array.size())
        return false;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (!isSame(elements[i], array[qsizetype(i)]))
            return false;
    }
    const QJsonObject object = value.toObject();
    const auto byName = view.object();
    for (const JsonView::Member &member : view.members()) {
        // The last of several members of one name counts.
        if (!object.contains(member.name) || !isSame(byName.value(member.name), object.value(member.name)))
            return false;
        const QByteArray latin1 = member.name.toLatin1();
        if (std::ranges::all_of(member.name, [](QChar c) { return c.unicode() < 0x80; })
            && !isSame(view.value(QLatin1StringView(latin1)), object.value(member.name)))
            return false;
    }
    return byName.keys() == object.keys();
}

QByteArray anyString(QRandomGenerator &random)
{
    static const QByteArrayList pieces{
        "a",       "status",         " ",        "<a href='x'>",     "\\\"", "\\\\", "\\/", "\\n", "\\u00f3",
        "\\u0041", "\\ud83d\\ude00", "\xc3\xb3", "\xf0\x9f\x98\x80", "{",    "}",    "[",   "]",   ",",
        ":"};
    QByteArray text = "\"";
    for (int i = random.bounded(6); i > 0; --i)
        text += pieces[random.bounded(pieces.size())];
    return text + '"';
}

QByteArray anySpace(QRandomGenerator &random)
{
    static const QByteArrayList spaces{"", "", "", " ", "\n", "\t\r\n  "};
    return spaces[random.bounded(spaces.size())];
}

QByteArray anyValue(QRandomGenerator &random, int depth)
{
    const int kind = random.bounded(depth > 4 ? 3 : 5);
    const QByteArray space = anySpace(random);
    if (kind == 0)
        return space + anyString(random) + anySpace(random);
    if (kind == 1)
        return space
            + QByteArrayList{"null", "true", "false", "0", "-12.5e3", "9007199254740993", "1e-7"}[random.bounded(7)]
            + anySpace(random);
    QByteArrayList inside;
    for (int i = random.bounded(4); i > 0; --i) {
        const QByteArray key = anySpace(random) + anyString(random) + anySpace(random) + ':';
        inside += (kind == 3 ? QByteArray() : key) + anyValue(random, depth + 1);
    }
    const QByteArray open = kind == 3 ? "[" : "{";
    return space + open + anySpace(random) + inside.join(',') + (kind == 3 ? "]" : "}") + anySpace(random);
}

} // namespace

class TestJsonView : public QObject
{
    Q_OBJECT
private slots:
    void texts_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray(" \"Case Was Received\" ") << u"Case Was Received"_s;
        QTest::newRow("empty") << QByteArray("\"\"") << u""_s;
        QTest::newRow("escapes") << QByteArray("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"") << u"\"\\/\b\f\n\r\t"_s;
        QTest::newRow("upper-case hex") << QByteArray("\"N\\u00DAmero \\u00f3\"") << u"NÚmero ó"_s;
        QTest::newRow("a pair") << QByteArray("\"\\ud83d\\ude00\"") << u"😀"_s;
        QTest::newRow("half a pair") << QByteArray("\"a\\ud83db\"") << u"a"_s + QChar(0xd83d) + u"b"_s;
        QTest::newRow("NUL") << QByteArray("\"a\\u0000b\"") << u"a"_s + QChar(u'\0') + u"b"_s;
        QTest::newRow("byte order mark first") << QByteArray("\"\xef\xbb\xbfx\"") << u"\ufeffx"_s;
        QTest::newRow("escape at the end") << QByteArray("\"x\\\\\"") << u"x\\"_s;
        QTest::newRow("number") << QByteArray("12") << QString();
        QTest::newRow("null") << QByteArray("null") << QString();
        QTest::newRow("array") << QByteArray("[\"x\"]") << QString();
    }
    void texts()
    {
        QFETCH(QByteArray, json);
        QVERIFY(isStrictJson(json));
        QTEST(JsonView::of(json).toString(), "text");
    }

    void fault36_theLastOfSeveralCounts()
    {
        const QByteArray json = R"({"a":"first","b":"x","\u0061":"last"})";
        const JsonView view = JsonView::of(json);
        QCOMPARE(view.members().size(), std::size_t(3));
        QCOMPARE(view.value("a"_L1).toString(), u"last"_s);
        QCOMPARE(view.value("c"_L1).toString(), QString());
        QVERIFY(!view.value("c"_L1).isObject());
    }

    void numbers_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<std::optional<qint64>>("whole");
        QTest::addColumn<std::optional<double>>("number");
        const auto row = [](const char *json, std::optional<qint64> whole, std::optional<double> number) {
            QTest::newRow(json) << QByteArray(json) << whole << number;
        };
        row("0", 0, 0.0);
        row("-0", 0, 0.0);
        row("-0.0", 0, -0.0);
        row("1.0", 1, 1.0);
        row("1e2", 100, 100.0);
        row("1.5", {}, 1.5);
        row("9007199254740993", 9'007'199'254'740'993, 9'007'199'254'740'992.0);
        row("9223372036854775807", std::numeric_limits<qint64>::max(), 0x1p63);
        row("-9223372036854775808", std::numeric_limits<qint64>::min(), -0x1p63);
        row("9223372036854775808", {}, 0x1p63);
        row("18446744073709551615", {}, 0x1p64);
        row("18446744073709551616", {}, 0x1p64);
        row("-9223372036854775809", std::numeric_limits<qint64>::min(), -0x1p63);
        row("123456789012345678901234567890", {}, 123456789012345678901234567890.0);
        row("1.7976931348623157e308", {}, 1.7976931348623157e308);
        row("1e999", {}, {});
        row("-1e999", {}, {});
        row("\"1\"", {}, {});
        row("true", {}, {});
    }
    void numbers()
    {
        QFETCH(QByteArray, json);
        const JsonView view = JsonView::of(json);
        QTEST(view.toInteger(), "whole");
        QTEST(view.toDouble(), "number");
        QCOMPARE(bool(view), !json.contains("999"));
        QCOMPARE(JsonView::of(json, JsonRules::AnyNumber).isNull(), json.contains("999"));
    }

    void halvesOfPairsAreKept_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        const QChar first(0xD83D);
        const QChar second(0xDE00);
        const QChar mark(0xFDD0);
        QTest::newRow("second") << QByteArray("\"\\uDE00\"") << QString(second);
        QTest::newRow("first twice") << QByteArray("\"\\ud83d\\ud83d\\ude00\"") << QString(first) + u"😀"_s;
        QTest::newRow("second, first") << QByteArray("\"\\ude00\\ud83d\"") << QString(second) + first;
        QTest::newRow("first before another escape") << QByteArray("\"\\ud83d\\n\"") << QString(first) + u'\n';
        QTest::newRow("first at the end") << QByteArray("\"x\\ud83d\"") << u'x' + QString(first);
        QTest::newRow("backslash and no escape") << QByteArray("\"\\\\ud83d \\ud83d\"") << u"\\ud83d "_s + first;
        QTest::newRow("beside the noncharacter that marks them")
            << QByteArray("\"\xEF\xB7\x90\\uFDD0d83d\\ud83d\"") << QString(mark) + mark + u"d83d"_s + first;
        QTest::newRow("the noncharacter alone") << QByteArray("\"\\ufdd0d83d\"") << QString(mark) + u"d83d"_s;
    }
    void halvesOfPairsAreKept()
    {
        QFETCH(QByteArray, json);
        QTEST(JsonView::of(json).toString(), "text");
        const JsonView object = JsonView::of('{' + json + ":1e0,\"a\":" + json + '}');
        QTEST(object.members().front().name, "text");
        QTEST(object.value("a"_L1).toString(), "text");
        QCOMPARE(JsonView::of('[' + json + ",12345678901234567890123]").elements().size(), std::size_t(2));
    }

    //! A view keeps what it shows: neither the text nor the view that it came from has to live.
    void aViewOutlivesItsText()
    {
        JsonView inner;
        {
            QByteArray text = R"({"a":{"b":["x","y"]}})";
            inner = JsonView::of(text).value("a"_L1).value("b"_L1).elements().back();
            text.fill('#');
        }
        QCOMPARE(inner.toString(), u"y"_s);
        QVERIFY(!JsonView());
        QVERIFY(JsonView().members().empty() && JsonView().value("a"_L1).elements().empty());
        QVERIFY(JsonView().toJsonValue().isUndefined());
    }

    void lenient_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        QTest::newRow("line break") << QByteArray("\"a\nb\"") << u"a\nb"_s;
        QTest::newRow("tab and NUL") << QByteArray("\"\t\0\"", 4) << QString(u"\t\0"_s);
        QTest::newRow("unknown escape") << QByteArray("\"\\x\\'\\ \"") << u"x' "_s;
        QTest::newRow("escaped line break") << QByteArray("\"a\\\nb\"") << u"a\nb"_s;
        QTest::newRow("code unit cut off") << QByteArray("\"\\u12\"") << QString();
        QTest::newRow("outside") << QByteArray("\\\"a\"") << QString();
        QTest::newRow("no end") << QByteArray("\"\\") << QString();
    }
    void lenient()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, text);
        const JsonView view = JsonView::of(json, JsonRules::Lenient);
        QCOMPARE(view.toString(), text);
        QCOMPARE(bool(view), !text.isEmpty());
        QVERIFY(!JsonView::of(json));
        QVERIFY(!JsonView::of(json, JsonRules::AnyNumber));
    }

    void theErrorIsFound_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("behind");
        QTest::newRow("word") << QByteArray("{\"a\": ") << QByteArray("Office}");
        QTest::newRow("nested") << QByteArray("{\"a\": [1, {\"b\": \"c\", \"d\": [true, ") << QByteArray("nil]}]}");
        QTest::newRow("no comma") << QByteArray("{\"a\": 1\n") << QByteArray("\"b\": 2}");
        QTest::newRow("cut off") << QByteArray("{\"a\": 1,\n\"b\"") << QByteArray();
        QTest::newRow("cut off in a string") << QByteArray("{\"a\": \"b") << QByteArray();
        QTest::newRow("something behind") << QByteArray("{\"a\": 1}\n") << QByteArray("x");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void theErrorIsFound()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, behind);
        QVERIFY(!JsonView::of(before + behind));
        QCOMPARE(jsonErrorOffset(before + behind), before.size());
    }
    void fault39_theErrorInDeepNestingIsFound()
    {
        for (const QByteArray &opening : {"["_ba, "{\"a\":"_ba}) {
            const qsizetype at = jsonErrorOffset(opening.repeated(100'000));
            QVERIFY(at >= 0 && at <= 100'000 * opening.size());
        }
    }

    void readsEveryFixtureAsQtDoes()
    {
        int read = 0;
        for (QDirIterator files(QStringLiteral(LINTERNA_FIXTURES), QDir::Files, QDirIterator::Subdirectories);
             files.hasNext();) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = jsonText(file.readAll());
            if (!isStrictJson(text) || QJsonDocument::fromJson(text).isNull())
                continue;
            const QJsonDocument document = QJsonDocument::fromJson(text);
            const QJsonValue root = document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array());
            QVERIFY2(isSame(JsonView::of(text), root), qPrintable(file.fileName()));
            ++read;
        }
        QVERIFY2(read >= 50, QByteArray::number(read).constData());
    }

    void readsGeneratedTextsAsQtDoes()
    {
        const quint32 seed = qEnvironmentVariableIsSet("LINTERNA_SEED")
            ? quint32(qEnvironmentVariableIntValue("LINTERNA_SEED"))
            : QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        for (int i = 0; i < 20'000; ++i) {
            const QByteArray text = '[' + anyValue(random, 0) + ']';
            QVERIFY2(isStrictJson(text), qPrintable(u"seed %1: %2"_s.arg(seed).arg(QString::fromUtf8(text))));
            const QJsonValue value = QJsonDocument::fromJson(text).array();
            QVERIFY2(isSame(JsonView::of(text), value),
                     qPrintable(u"seed %1: %2"_s.arg(seed).arg(QString::fromUtf8(text))));
        }
    }
};

LINTERNA_TEST(TestJsonView)

} // namespace test_jsonview

#include "test_jsonview.moc"
