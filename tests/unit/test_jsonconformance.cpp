// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/json/jsonview.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <array>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_jsonconformance {

namespace {

struct Text {
    const char *name;
    QByteArrayView bytes;
};

template<std::size_t N>
constexpr QByteArrayView bytes(const char (&literal)[N])
{
    return {literal, qsizetype(N - 1)};
}

//! What RFC 8259 says is JSON.
constexpr std::array taken{
    Text{"array", bytes("[]")},
    Text{"array, space inside", bytes("[ \t\r\n]")},
    Text{"array of arrays", bytes("[[],[[]]]")},
    Text{"array of all kinds", bytes("[null,true,false,0,\"\",[],{}]")},
    Text{"array, space everywhere", bytes(" [ 1 ,\t2 ,\r3 ,\n4 ] ")},
    Text{"array of one null", bytes("[null]")},
    Text{"array with an empty name's object", bytes("[{\"\":0}]")},
    Text{"object", bytes("{}")},
    Text{"object, space inside", bytes("{ \t\r\n}")},
    Text{"object, space everywhere", bytes(" { \"a\" : 1 , \"b\" : 2 } ")},
    Text{"object, empty name", bytes("{\"\":\"\"}")},
    Text{"object, names twice", bytes("{\"a\":1,\"a\":2}")},
    Text{"object, names twice with equal values", bytes("{\"a\":1,\"a\":1}")},
    Text{"object, NUL in a name", bytes("{\"a\\u0000b\":1}")},
    Text{"object, escapes in a name", bytes("{\"\\\"\\\\\\/\\b\\f\\n\\r\\t\":1}")},
    Text{"object, name beyond ASCII", bytes("{\"\xC3\xB1\":1}")},
    Text{"object, name outside the basic plane", bytes("{\"\xF0\x9F\x98\x80\":1}")},
    Text{"object, long name",
         bytes("{\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\":1}")},
    Text{"object, nested", bytes("{\"a\":{\"b\":{\"c\":{\"d\":[]}}}}")},
    Text{"number, zero", bytes("[0]")},
    Text{"number, minus zero", bytes("[-0]")},
    Text{"number, minus one", bytes("[-1]")},
    Text{"number, two digits", bytes("[10]")},
    Text{"number, fraction", bytes("[0.5]")},
    Text{"number, fraction that begins with zeros", bytes("[1.0005]")},
    Text{"number, exponent", bytes("[1e5]")},
    Text{"number, exponent, capital", bytes("[1E5]")},
    Text{"number, exponent, plus", bytes("[1e+5]")},
    Text{"number, exponent, minus", bytes("[1e-5]")},
    Text{"number, exponent that begins with a zero", bytes("[1e05]")},
    Text{"number, zero with exponent", bytes("[0e1]")},
    Text{"number, zero with exponent and plus", bytes("[0E+1]")},
    Text{"number, minus zero with fraction and exponent", bytes("[-0.0e-0]")},
    Text{"number, all parts", bytes("[-12.34E+5]")},
    Text{"number, largest double", bytes("[1.7976931348623157e308]")},
    Text{"number, smallest double", bytes("[4.9406564584124654e-324]")},
    Text{"number, 63 bits", bytes("[9223372036854775807]")},
    Text{"number, 64 bits", bytes("[18446744073709551615]")},
    Text{"number, 20 digits below zero", bytes("[-9223372036854775809]")},
    Text{"number, many digits behind the point", bytes("[0.1234567890123456789012345678901234567890]")},
    Text{"number, many zeros behind the point", bytes("[1.0000000000000000000000000000000000000000]")},
    Text{"number before a comma", bytes("[1,2]")},
    Text{"number before a line end", bytes("[1\n]")},
    Text{"string", bytes("[\"a\"]")},
    Text{"string, empty", bytes("[\"\"]")},
    Text{"string, all escapes", bytes("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]")},
    Text{"string, code unit", bytes("[\"\\u0041\"]")},
    Text{"string, code unit, capitals", bytes("[\"\\u00FF\\uABCD\"]")},
    Text{"string, code unit of a control character", bytes("[\"\\u0000\\u001f\\u007f\"]")},
    Text{"string, a pair", bytes("[\"\\uD83D\\uDE00\"]")},
    Text{"string, last pair", bytes("[\"\\uDBFF\\uDFFF\"]")},
    Text{"string, code unit before and behind the surrogates", bytes("[\"\\uD7FF\\uE000\"]")},
    Text{"string, noncharacters", bytes("[\"\\uFFFF\\uFFFE\\uFDD0\"]")},
    Text{"string, backslash before a letter", bytes("[\"\\\\u0041\"]")},
    Text{"string, backslash at the end", bytes("[\"a\\\\\"]")},
    Text{"string, quotation mark at the end", bytes("[\"a\\\"\"]")},
    Text{"string, DEL", bytes("[\"\x7F\"]")},
    Text{"string, two bytes", bytes("[\"\xC2\x80\xDF\xBF\"]")},
    Text{"string, three bytes", bytes("[\"\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF\"]")},
    Text{"string, four bytes", bytes("[\"\xF0\x90\x80\x80\xF4\x8F\xBF\xBF\"]")},
    Text{"string, line separators", bytes("[\"\xE2\x80\xA8\xE2\x80\xA9\"]")},
    Text{"string, byte order mark", bytes("[\"\xEF\xBB\xBF\"]")},
    Text{"string, what looks like JSON", bytes("[\"{]}[,:\"]")},
    Text{"string, what looks like a comment", bytes("[\"/* */ // #\"]")},
    Text{"string, apostrophe", bytes("[\"'\"]")},
    Text{"string of 64 letters", bytes("[\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"]")},
    Text{"text that is a string", bytes("\"a\"")},
    Text{"text that is an empty string", bytes("\"\"")},
    Text{"text that is a number", bytes("42")},
    Text{"text that is a number below zero", bytes("-0.1")},
    Text{"text that is null", bytes("null")},
    Text{"text that is true", bytes("true")},
    Text{"text that is false, with space", bytes(" false\n")},
    Text{"line end behind", bytes("[1]\n")},
    Text{"space before and behind", bytes("\t\r\n [1]\t\r\n ")},
};

//! What RFC 8259 says is none.
constexpr std::array refused{
    Text{"nothing", bytes("")},
    Text{"space alone", bytes(" ")},
    Text{"NUL", bytes("\0")},
    Text{"byte order mark alone", bytes("\xEF\xBB\xBF")},
    Text{"array, open", bytes("[")},
    Text{"array, closed alone", bytes("]")},
    Text{"array, comma alone", bytes("[,]")},
    Text{"array, comma first", bytes("[,1]")},
    Text{"array, comma last", bytes("[1,]")},
    Text{"array, two commas", bytes("[1,,2]")},
    Text{"array, no comma", bytes("[1 2]")},
    Text{"array, colon", bytes("[1:2]")},
    Text{"array, name and value", bytes("[\"a\":1]")},
    Text{"array, cut off behind a comma", bytes("[1,")},
    Text{"array, cut off behind a value", bytes("[1")},
    Text{"array, closed as an object", bytes("[1}")},
    Text{"array, closed twice", bytes("[1]]")},
    Text{"array, second one behind", bytes("[][]")},
    Text{"array, comma behind", bytes("[1],")},
    Text{"array, closed in the wrong order", bytes("[{]}")},
    Text{"array, minus alone", bytes("[-]")},
    Text{"array, star", bytes("[*]")},
    Text{"array, form feed as space", bytes("[\f]")},
    Text{"array, vertical tab as space", bytes("[\v1]")},
    Text{"array, no-break space as space", bytes("[\xC2\xA0]")},
    Text{"array, word joiner as space", bytes("[\xE2\x81\xA0]")},
    Text{"array, byte order mark as space", bytes("[\xEF\xBB\xBF]")},
    Text{"array, byte that is no UTF-8", bytes("[\xFF]")},
    Text{"object, open", bytes("{")},
    Text{"object, closed alone", bytes("}")},
    Text{"object, comma alone", bytes("{,}")},
    Text{"object, comma first", bytes("{,\"a\":1}")},
    Text{"object, comma last", bytes("{\"a\":1,}")},
    Text{"object, two commas", bytes("{\"a\":1,,\"b\":2}")},
    Text{"object, no comma", bytes("{\"a\":1 \"b\":2}")},
    Text{"object, no colon", bytes("{\"a\" 1}")},
    Text{"object, two colons", bytes("{\"a\"::1}")},
    Text{"object, two values", bytes("{\"a\":1:2}")},
    Text{"object, equals sign", bytes("{\"a\"=1}")},
    Text{"object, comma for a colon", bytes("{\"a\",1}")},
    Text{"object, semicolon for a comma", bytes("{\"a\":1;\"b\":2}")},
    Text{"object, no value", bytes("{\"a\":}")},
    Text{"object, name alone", bytes("{\"a\"}")},
    Text{"object, value alone", bytes("{1}")},
    Text{"object, name in apostrophes", bytes("{'a':1}")},
    Text{"object, name without marks", bytes("{a:1}")},
    Text{"object, number as name", bytes("{1:1}")},
    Text{"object, null as name", bytes("{null:1}")},
    Text{"object, list as name", bytes("{[]:1}")},
    Text{"object, cut off behind the name", bytes("{\"a\"")},
    Text{"object, cut off behind the colon", bytes("{\"a\":")},
    Text{"object, cut off behind the value", bytes("{\"a\":1")},
    Text{"object, cut off behind the comma", bytes("{\"a\":1,")},
    Text{"object, closed as an array", bytes("{\"a\":1]")},
    Text{"object, second one behind", bytes("{}{}")},
    Text{"object, comment inside", bytes("{/**/}")},
    Text{"object, comment behind", bytes("{}//")},
    Text{"object, hash behind", bytes("{}#")},
    Text{"number, plus", bytes("[+1]")},
    Text{"number, two minus signs", bytes("[--1]")},
    Text{"number, minus and a space", bytes("[- 1]")},
    Text{"number, zero first", bytes("[01]")},
    Text{"number, minus and zero first", bytes("[-01]")},
    Text{"number, two zeros", bytes("[00]")},
    Text{"number, point first", bytes("[.5]")},
    Text{"number, minus and point first", bytes("[-.5]")},
    Text{"number, point last", bytes("[1.]")},
    Text{"number, point before the exponent", bytes("[1.e5]")},
    Text{"number, two points", bytes("[1.2.3]")},
    Text{"number, exponent without digits", bytes("[1e]")},
    Text{"number, exponent and sign without digits", bytes("[1e+]")},
    Text{"number, exponent with two signs", bytes("[1e+-5]")},
    Text{"number, exponent with a fraction", bytes("[1e5.5]")},
    Text{"number, two exponents", bytes("[1e5e5]")},
    Text{"number, exponent alone", bytes("[e5]")},
    Text{"number, hexadecimal", bytes("[0x1F]")},
    Text{"number, octal", bytes("[0o7]")},
    Text{"number, with a group mark", bytes("[1_000]")},
    Text{"number, with a letter", bytes("[1a]")},
    Text{"number, with a space", bytes("[1 000]")},
    Text{"number, infinity", bytes("[Infinity]")},
    Text{"number, minus infinity", bytes("[-Infinity]")},
    Text{"number, inf", bytes("[inf]")},
    Text{"number, not a number", bytes("[NaN]")},
    Text{"number, digits of another script", bytes("[\xEF\xBC\x91]")},
    Text{"number, 30 digits and zero first", bytes("[012345678901234567890123456789]")},
    Text{"number, 30 digits and point last", bytes("[123456789012345678901234567890.]")},
    Text{"number beyond a double, exponent wrong", bytes("[1e999.]")},
    Text{"number beyond a double, zero first", bytes("[01e999]")},
    Text{"string, open", bytes("\"")},
    Text{"string, open in an array", bytes("[\"a]")},
    Text{"string, only opened", bytes("[\"]")},
    Text{"string, escaped end", bytes("[\"a\\\"]")},
    Text{"string, in apostrophes", bytes("['a']")},
    Text{"string, in typographic marks",
         bytes("[\xE2\x80\x9C"
               "a\xE2\x80\x9D]")},
    Text{"string, second one behind", bytes("\"a\" \"b\"")},
    Text{"string, raw line feed", bytes("[\"a\nb\"]")},
    Text{"string, raw carriage return", bytes("[\"a\rb\"]")},
    Text{"string, raw tab", bytes("[\"a\tb\"]")},
    Text{"string, raw NUL", bytes("[\"a\0b\"]")},
    Text{"string, raw escape character", bytes("[\"\x1B\"]")},
    Text{"string, raw last control character", bytes("[\"\x1F\"]")},
    Text{"string, raw line feed in a name", bytes("{\"a\n\":1}")},
    Text{"string, unknown escape", bytes("[\"\\x41\"]")},
    Text{"string, escaped apostrophe", bytes("[\"\\'\"]")},
    Text{"string, escaped letter", bytes("[\"\\a\"]")},
    Text{"string, escaped capital", bytes("[\"\\U0041\"]")},
    Text{"string, escaped digit", bytes("[\"\\0\"]")},
    Text{"string, escaped NUL byte", bytes("[\"\\\0\"]")},
    Text{"string, escaped line end", bytes("[\"\\\n\"]")},
    Text{"string, escaped letter beyond ASCII", bytes("[\"\\\xC3\xB1\"]")},
    Text{"string, code unit of no digit", bytes("[\"\\u\"]")},
    Text{"string, code unit of three digits", bytes("[\"\\u004\"]")},
    Text{"string, code unit with a letter", bytes("[\"\\u004G\"]")},
    Text{"string, code unit with a sign", bytes("[\"\\u+041\"]")},
    Text{"string, code unit with a space", bytes("[\"\\u 041\"]")},
    Text{"string, code unit cut off", bytes("\"\\u00")},
    Text{"string, first half and a cut code unit", bytes("[\"\\uD83D\\uDE0\"]")},
    Text{"string, first half and an unknown escape", bytes("[\"\\uD83D\\x\"]")},
    Text{"string, escape outside", bytes("[\\n]")},
    Text{"word, cut off", bytes("[nul]")},
    Text{"word, one letter too many", bytes("[nulll]")},
    Text{"word, capital", bytes("[True]")},
    Text{"word, all capitals", bytes("[NULL]")},
    Text{"word, unknown", bytes("[undefined]")},
    Text{"word, with a digit", bytes("[true1]")},
    Text{"word, two in a row", bytes("[true false]")},
    Text{"word, with NUL behind", bytes("null\0")},
    Text{"word, cut off at the end", bytes("tru")},
    Text{"something behind a number", bytes("1 2")},
    Text{"NUL behind a number", bytes("1\0")},
    Text{"comma behind a text", bytes("\"a\",")},
    Text{"markup", bytes("<html></html>")},
    Text{"UTF-16", bytes("[\0\"\0a\0\"\0]\0")},
    Text{"UTF-16 with its mark", bytes("\xFF\xFE[\0]\0")},
    Text{"callback", bytes("f([])")},
};

//! What RFC 8259 leaves to the reader, and what becomes of it here.
struct Choice {
    const char *name;
    QByteArrayView bytes;
    bool isStrict; //!< isStrictJson(), which does not look at UTF-8 and has no largest number.
    bool isRead;   //!< JsonView::of() by the strict rules.
};
constexpr std::array choices{
    Choice{"a byte order mark in front", bytes("\xEF\xBB\xBF[]"), false, false},
    Choice{"a number beyond a double", bytes("[1e999]"), true, false},
    Choice{"a number far below zero", bytes("[-1e999]"), true, false},
    Choice{"a number near zero", bytes("[1e-999]"), true, true},
    Choice{"a whole number of 40 digits", bytes("[1234567890123456789012345678901234567890]"), true, true},
    Choice{"an exponent of 30 digits", bytes("[1e123456789012345678901234567890]"), true, false},
    Choice{"first half of a pair", bytes("[\"\\uD83D\"]"), true, true},
    Choice{"second half of a pair", bytes("[\"\\uDE00\"]"), true, true},
    Choice{"halves in the wrong order", bytes("[\"\\uDE00\\uD83D\"]"), true, true},
    Choice{"first half and a letter", bytes("[\"\\uD83Da\"]"), true, true},
    Choice{"first half and another escape", bytes("[\"\\uD83D\\n\"]"), true, true},
    Choice{"half of a pair in a name", bytes("{\"\\uD83D\":1}"), true, true},
    Choice{"half of a pair in UTF-8", bytes("[\"\xED\xA0\xBD\"]"), true, false},
    Choice{"a byte that is no UTF-8", bytes("[\"\xFF\"]"), true, false},
    Choice{"a character cut off", bytes("[\"\xE2\x82\"]"), true, false},
    Choice{"a continuation alone", bytes("[\"\x80\"]"), true, false},
    Choice{"a letter in two bytes", bytes("[\"\xC1\x81\"]"), true, false},
    Choice{"beyond Unicode", bytes("[\"\xF4\x90\x80\x80\"]"), true, false},
};

template<class Table>
void addRows(const Table &table)
{
    QTest::addColumn<QByteArray>("json");
    for (const auto &each : table)
        QTest::newRow(each.name) << each.bytes.toByteArray();
}

} // namespace

//! What readers must take and must refuse, by RFC 8259, in the manner of JSONTestSuite (Nicolas Seriot), and what it
//! leaves open.
class TestJsonConformance : public QObject
{
    Q_OBJECT
private slots:
    void takes_data() { addRows(taken); }
    void takes()
    {
        QFETCH(QByteArray, json);
        QVERIFY(isStrictJson(json));
        for (const JsonRules rules : {JsonRules::Strict, JsonRules::AnyNumber, JsonRules::Lenient})
            QVERIFY(JsonView::of(json, rules));
    }
    void refuses_data() { addRows(refused); }
    void refuses()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!isStrictJson(json));
        QVERIFY(!JsonView::of(json));
        QVERIFY(!JsonView::of(json, JsonRules::AnyNumber));
    }
    void chooses_data() { addRows(choices); }
    void chooses()
    {
        QFETCH(QByteArray, json);
        const auto &choice =
            *std::ranges::find(choices, json, [](const Choice &each) { return each.bytes.toByteArray(); });
        QCOMPARE(isStrictJson(json), choice.isStrict);
        QCOMPARE(bool(JsonView::of(json)), choice.isRead);
    }
    void nesting_data()
    {
        QTest::addColumn<QByteArray>("opening");
        QTest::addColumn<QByteArray>("closing");
        QTest::newRow("arrays") << "["_ba
                                << "]"_ba;
        QTest::newRow("objects") << "{\"a\":"_ba
                                 << "}"_ba;
    }
    void nesting()
    {
        QFETCH(QByteArray, opening);
        QFETCH(QByteArray, closing);
        for (const QByteArray &inside : {"1"_ba, "[]"_ba, "{}"_ba}) {
            const auto nested = [&](qsizetype depth) {
                return opening.repeated(depth - 1) + inside + closing.repeated(depth - 1);
            };
            QVERIFY(JsonView::of(nested(DeepestJson)));
            QVERIFY(isStrictJson(nested(DeepestJson)));
            QVERIFY(!JsonView::of(nested(DeepestJson + 1)));
            QVERIFY(!isStrictJson(nested(DeepestJson + 1)));
        }
    }
    //! The same texts as values inside longer ones, so that the parser's blocks end elsewhere in them.
    void anywhere()
    {
        for (qsizetype before = 0; before < 130; ++before) {
            const QByteArray start = "[\"" + QByteArray(before, 'x') + "\",";
            for (const Text &each : taken)
                QVERIFY2(JsonView::of(start + each.bytes.toByteArray() + ']'), each.name);
            for (const Text &each : refused)
                QVERIFY2(!JsonView::of(start + each.bytes.toByteArray() + ']'), each.name);
        }
    }
};

LINTERNA_TEST(TestJsonConformance)

} // namespace test_jsonconformance

#include "test_jsonconformance.moc"
