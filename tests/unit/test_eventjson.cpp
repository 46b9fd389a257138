// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/exchange/eventjson.h"

#include "tests/support/chance.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <limits>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_eventjson {

namespace {

using Kind = JsonLineProblem::Kind;

//! With a value in every field that no other field has.
RecordEvent someEvent()
{
    return {.head = {.uuid = QByteArray(UuidBytes, '\x01'),
                     .desk = QByteArray(UuidBytes, '\x02'),
                     .number = 3,
                     .at = 1'795'257'720'123,
                     .leaf = QByteArray(EventHashBytes, '\x0a'),
                     .link = QByteArray(EventHashBytes, '\xff')},
            .kind = "check",
            .salt = QByteArray(EventHashBytes, '\x7f'),
            .canonical = QByteArray("\xa1\x00\xff", 3)};
}

QByteArray written(const RecordEvent &event)
{
    QByteArray line;
    appendEventJson(line, event);
    return line;
}

std::variant<RecordEvent, JsonLineProblem> read(const QByteArray &line)
{
    return readEventJson(JsonView::of(line));
}

RecordEvent back(const RecordEvent &event)
{
    const auto came = read(written(event));
    const auto *whole = std::get_if<RecordEvent>(&came);
    return whole ? *whole : RecordEvent();
}

} // namespace

class TestEventJson : public QObject
{
    Q_OBJECT
private slots:
    void isWrittenAsItIsDocumented()
    {
        QCOMPARE(written(someEvent()),
                 "{\"linterna_event\":1,\"uuid\":\"" + QByteArray("01").repeated(16) + "\",\"desk\":\""
                     + QByteArray("02").repeated(16)
                     + "\",\"number\":3,\"at\":1795257720123,\"kind\":\"check\",\"leaf\":\""
                     + QByteArray("0a").repeated(32) + "\",\"link\":\"" + QByteArray("ff").repeated(32)
                     + "\",\"salt\":\"" + QByteArray("7f").repeated(32) + "\",\"canonical\":\"oQD/\"}");
    }
    void contentThatIsGoneIsNull()
    {
        RecordEvent event = someEvent();
        event.salt.clear();
        event.canonical.clear();
        QVERIFY(written(event).endsWith("\"salt\":null,\"canonical\":null}"));
        QCOMPARE(back(event), event);
    }
    void numbersComeBackAsTheyWere_data()
    {
        QTest::addColumn<qint64>("number");
        QTest::addColumn<qint64>("at");
        using Limits = std::numeric_limits<qint64>;
        QTest::newRow("least") << qint64(1) << Limits::min();
        QTest::newRow("most") << Limits::max() << Limits::max();
        QTest::newRow("beyond a double") << qint64(9'007'199'254'740'993) << qint64(-9'007'199'254'740'993);
        QTest::newRow("beginning of time") << qint64(2) << qint64(0);
        QTest::newRow("before the year 1") << qint64(2) << qint64(-62'135'596'800'001);
        QTest::newRow("after the year 9999") << qint64(2) << qint64(253'402'300'800'000);
    }
    void numbersComeBackAsTheyWere()
    {
        QFETCH(qint64, number);
        QFETCH(qint64, at);
        RecordEvent event = someEvent();
        event.head.number = number;
        event.head.at = at;
        QCOMPARE(back(event), event);
    }
    void everyByteComesBackAsItWas()
    {
        Chance chance(2026);
        const auto bytes = [&chance](qsizetype count) {
            QByteArray some(count, '\0');
            for (char &byte : some)
                byte = static_cast<char>(chance.below(256));
            return some;
        };
        for (int i = 0; i < 300; ++i) {
            RecordEvent event{.head = {.uuid = bytes(UuidBytes),
                                       .desk = bytes(UuidBytes),
                                       .number = 1 + chance.below(99),
                                       .at = chance.below(2'000'000'000) - 1'000'000'000LL,
                                       .leaf = bytes(EventHashBytes),
                                       .link = bytes(EventHashBytes)},
                              .kind = "~any-kind!/\"\\",
                              .salt = bytes(EventHashBytes),
                              .canonical = bytes(1 + chance.below(300))};
            QCOMPARE(back(event), event);
        }
    }
    void isReadWhateverElseStandsThere()
    {
        QByteArray line = written(someEvent());
        line.replace("{\"linterna_event\":1", "{ \"later\" : [{}], \"linterna_event\" : 1.0");
        line.replace("0a0a", "0A0a");
        const auto came = read(line);
        QVERIFY(std::holds_alternative<RecordEvent>(came));
        QCOMPARE(std::get<RecordEvent>(came), someEvent());
    }
    void onlyTheMarkMakesItAnEvent()
    {
        QVERIFY(isEventJson(JsonView::of("{\"linterna_event\":7}")));
        QVERIFY(!isEventJson(JsonView::of("{\"linterna_check\":1}")));
        QVERIFY(!isEventJson(JsonView::of("[\"linterna_event\"]")));
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, const char *field) {
            QTest::newRow(name) << from << to << Kind::Value << QString::fromLatin1(field);
        };
        QTest::newRow("newer") << QByteArray("event\":1") << QByteArray("event\":2") << Kind::Newer << QString();
        QTest::newRow("no version") << QByteArray("event\":1") << QByteArray("event\":\"1\"") << Kind::NotOurs
                                    << QString();
        for (const char *field : {"uuid", "desk", "number", "at", "kind", "leaf", "link", "salt", "canonical"})
            row(qPrintable(u"no %1"_s.arg(QLatin1StringView(field))),
                '"' + QByteArray(field) + "\":", "\"other\":", field);
        for (const char *field : {"uuid", "desk", "leaf", "link", "salt"}) {
            const QByteArray begin = '"' + QByteArray(field) + "\":\"";
            const auto named = [field](const char *what) { return QByteArray(field) + ": " + what; };
            QTest::newRow(named("too long").constData())
                << begin << begin + "00" << Kind::Value << QString::fromLatin1(field);
            QTest::newRow(named("odd").constData())
                << begin << begin + "0" << Kind::Value << QString::fromLatin1(field);
            QTest::newRow(named("no digit").constData())
                << begin + someDigit(field) << begin + 'g' << Kind::Value << QString::fromLatin1(field);
            QTest::newRow(named("white space").constData())
                << begin + someDigit(field) << begin + ' ' << Kind::Value << QString::fromLatin1(field);
            QTest::newRow(named("empty").constData())
                << begin << '"' + QByteArray(field) + "\":\"\",\"x\":\"" << Kind::Value << QString::fromLatin1(field);
            QTest::newRow(named("a number").constData())
                << begin << '"' + QByteArray(field) + "\":7,\"x\":\"" << Kind::Value << QString::fromLatin1(field);
        }
        row("number 0", "\"number\":3", "\"number\":0", "number");
        row("number below 0", "\"number\":3", "\"number\":-3", "number");
        row("number too large", "\"number\":3", "\"number\":9223372036854775808", "number");
        row("number with a fraction", "\"number\":3", "\"number\":3.5", "number");
        row("number as a text", "\"number\":3", "\"number\":\"3\"", "number");
        row("at as a text", "\"at\":1795257720123", "\"at\":\"2026-11-22T10:42:00.123Z\"", "at");
        row("at too large", "\"at\":1795257720123", "\"at\":1e19", "at");
        row("at too small", "\"at\":1795257720123", "\"at\":-1e19", "at");
        row("at null", "\"at\":1795257720123", "\"at\":null", "at");
        row("kind empty", "\"check\"", "\"\"", "kind");
        row("kind in two words", "\"check\"", "\"a check\"", "kind");
        row("kind with NUL", "\"check\"", "\"check\\u0000\"", "kind");
        row("kind with an accent", "\"check\"", "\"ch\u00e9ck\"", "kind");
        row("kind with half a surrogate pair", "\"check\"", "\"\\ud800\"", "kind");
        row("kind a number", "\"check\"", "7", "kind");
        row("salt alone", "\"oQD/\"", "null", "canonical");
        row("canonical alone", '"' + QByteArray("7f").repeated(32) + '"', "null", "salt");
        row("canonical empty", "\"oQD/\"", "\"\"", "canonical");
        row("canonical no base64", "\"oQD/\"", "\"oQD!\"", "canonical");
        row("canonical with a line end", "\"oQD/\"", "\"oQ\\nD/\"", "canonical");
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray line = written(someEvent());
        QVERIFY2(line.contains(from), line.constData());
        line.replace(from, to);
        QVERIFY(JsonView::of(line));
        const auto came = read(line);
        QVERIFY(std::holds_alternative<JsonLineProblem>(came));
        QTEST(std::get<JsonLineProblem>(came).kind, "kind");
        QTEST(std::get<JsonLineProblem>(came).field, "field");
    }

private:
    //! The first digit of the field's value.
    static char someDigit(const QByteArray &field)
    {
        const QByteArray line = written(someEvent());
        return line.at(line.indexOf('"' + field + "\":\"") + field.size() + 4);
    }
};

LINTERNA_TEST(TestEventJson)

} // namespace test_eventjson

#include "test_eventjson.moc"
