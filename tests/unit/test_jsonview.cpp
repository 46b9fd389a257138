// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/json/jsonview.h"

#include "lib/json/strictjson.h"
#include "tests/support/testprogram.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_jsonview {

namespace {

//! Whether one walk gives the members of an object and of the object in it as two walks do.
bool isSameInOneWalk(const JsonView &slice, const std::vector<JsonView::Member> &members, const QByteArray &name)
{
    std::vector<JsonView::Member> inside;
    const auto outer = slice.members(QLatin1StringView(name), inside);
    const auto expected = valueOf(members, QLatin1StringView(name)).members();
    const auto same = [](const JsonView::Member &a, const JsonView::Member &b) {
        return a.key.toString() == b.key.toString() && a.value.isObject() == b.value.isObject()
            && a.value.toString() == b.value.toString() && a.value.members().size() == b.value.members().size();
    };
    return std::ranges::equal(outer, members, same) && std::ranges::equal(inside, expected, same);
}

//! What a slice holds, by Qt's own parser of the same text.
bool isSame(const JsonView &slice, const QJsonValue &value)
{
    if (slice.isObject() != value.isObject() || slice.toString() != value.toString())
        return false;
    const QJsonArray array = value.toArray();
    const auto elements = slice.elements();
    if (qsizetype(elements.size()) != array.size())
        return false;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (!isSame(elements[i], array[qsizetype(i)]))
            return false;
    }
    const QJsonObject object = value.toObject();
    const auto members = slice.members();
    for (const JsonView::Member &member : members) {
        // Of several of one name the last one counts.
        const QString name = member.key.toString();
        if (!object.contains(name))
            return false;
        const auto last = std::find_if(members.rbegin(), members.rend(),
                                       [&](const auto &other) { return other.key.toString() == name; });
        if (!isSame(last->value, object.value(name)))
            return false;
        const QByteArray latin1 = name.toLatin1();
        if (QString::fromLatin1(latin1) == name && !isSameInOneWalk(slice, members, latin1))
            return false;
    }
    return !members.empty() == !object.isEmpty();
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
        return space + QByteArrayList{"null", "true", "false", "0", "-12.5e3"}[random.bounded(5)] + anySpace(random);
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
        const auto members = JsonView::of(json).members();
        QCOMPARE(members.size(), std::size_t(3));
        QCOMPARE(valueOf(members, "a"_L1).toString(), u"last"_s);
        QCOMPARE(valueOf(members, "c"_L1).toString(), QString());
        QVERIFY(!valueOf(members, "c"_L1).isObject());
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
            if (text.contains("\\ud8")) // of half a pair Qt makes something else
                continue;
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
