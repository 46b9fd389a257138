// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/json/jsonview.h"
#include "lib/net/transcripttext.h"
#include "tests/support/fixture.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_transcripttext {

namespace {

HttpTranscript sample()
{
    return {.method = "GET",
            .url = QUrl(u"https://api.example/case-status/EAC9999103402"_s),
            .requestHeaders = {{"Accept", "application/json"}, {"Authorization", "Bearer ••••••"}},
            .sentAt = QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC),
            .took = std::chrono::milliseconds(123),
            .status = 200,
            .replyHeaders = {{"content-type", "application/json"}},
            .replyBody = "{\"message\":\"Query for 'EAC9999103402'\",\"b\":[1,2.50],\"a\":{}}",
            .tlsVersion = u"TLSv1.3"_s};
}

} // namespace

class TestTranscriptText : public QObject
{
    Q_OBJECT
private slots:
    void readsLikeHttp()
    {
        QCOMPARE(requestText(sample(), ReceiptNumbers::Shown),
                 u"GET https://api.example/case-status/EAC9999103402\n"
                 "Accept: application/json\n"
                 "Authorization: Bearer ••••••"_s);
        QCOMPARE(replyText(sample(), ReceiptNumbers::Shown),
                 u"HTTP 200\n"
                 "content-type: application/json\n"
                 "\n"
                 "{\n"
                 "  \"message\": \"Query for 'EAC9999103402'\",\n"
                 "  \"b\": [\n"
                 "    1,\n"
                 "    2.50\n"
                 "  ],\n"
                 "  \"a\": {}\n"
                 "}"_s);
    }
    void masksReceiptNumbersWhereOthersLookOn()
    {
        QVERIFY(requestText(sample(), ReceiptNumbers::Masked).contains(u"/case-status/EAC••••••3402"_s));
        const QString reply = replyText(sample(), ReceiptNumbers::Masked);
        QVERIFY(reply.contains(u"EAC••••••3402") && !reply.contains("EAC9999103402"_L1));
    }
    //! A reply that could not be read is shown in full.
    void fault37_noByteIsLost_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("text");
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF{,"_ba << u"\\u{feff}{,"_s;
        QTest::newRow("Latin-1") << "autenticaci\xF3n"_ba << u"autenticaci\\x{f3}n"_s;
        QTest::newRow("cut off") << "a\xC3"_ba << u"a\\x{c3}"_s;
        QTest::newRow("half of a pair") << "\xED\xA0\xBD"_ba << u"\\x{ed}\\x{a0}\\x{bd}"_s;
        QTest::newRow("whole") << u"línea 😀 \u05D0"_s.toUtf8() << u"línea 😀 \u05D0"_s;
        QTest::newRow("compressed") << QByteArray("\x1F\x8B\x08\x00\xFE", 5) << u"\\u{1f}\\x{8b}\\u{8}\\u{0}\\x{fe}"_s;
        QTest::newRow("markup") << "<img src=x>&amp;"_ba << u"<img src=x>&amp;"_s;
    }
    void fault37_noByteIsLost()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, text);
        const HttpTranscript reply{.status = 200, .replyBody = body};
        QCOMPARE(replyText(reply, ReceiptNumbers::Shown), QString(u"HTTP 200\n\n"_s + text));
    }
    void noReplyNoText()
    {
        HttpTranscript cut = sample();
        cut.status = 0;
        QVERIFY(replyText(cut, ReceiptNumbers::Shown).isEmpty());
    }
    void hidesNothing()
    {
        HttpTranscript hostile = sample();
        hostile.replyHeaders = {{"x-a", "one\r\nx-b: two"}};
        hostile.replyBody = QByteArray("a\xE2\x80\xAE"
                                       "b\r\n\0c\xFF",
                                       10);
        const QString text = replyText(hostile, ReceiptNumbers::Shown);
        QVERIFY2(text.contains("x-a: one\\u{d}\\nx-b: two\n"_L1), qPrintable(text));
        QVERIFY2(text.endsWith(u"a\\u{202e}b\n\\u{0}c\\x{ff}"), qPrintable(text));
    }
    void indentingChangesNoValue()
    {
        // Every strict JSON fixture keeps its values; indenting again changes nothing.
        int seen = 0;
        for (const QString &folder : {u"casestatus"_s, u"errors"_s, u"token"_s}) {
            const QDir dir(QStringLiteral(LINTERNA_FIXTURES "/") + folder);
            for (const QString &name : dir.entryList(QDir::Files)) {
                QFile file(dir.filePath(name));
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray json = file.readAll();
                const QByteArray indented = indentedJson(json);
                if (!isStrictJson(json)) {
                    QCOMPARE(indented, json);
                    continue;
                }
                ++seen;
                QVERIFY(isStrictJson(indented));
                QCOMPARE(QJsonDocument::fromJson(indented), QJsonDocument::fromJson(json));
                QCOMPARE(indentedJson(indented), indented);
            }
        }
        QVERIFY2(seen > 10, QByteArray::number(seen).constData());
    }
    void oddJson_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("escaped quote") << QByteArray("{\"a\":\"x\\\"},{\\\\\"}")
                                       << QByteArray("{\n  \"a\": \"x\\\"},{\\\\\"\n}");
        QTest::newRow("empty text") << QByteArray("[\"\"]") << QByteArray("[\n  \"\"\n]");
        QTest::newRow("empty containers") << QByteArray("[ { } , [ ] ]") << QByteArray("[\n  {},\n  []\n]");
        QTest::newRow("scalar") << QByteArray("\n 1 ") << QByteArray("1");
        QTest::newRow("duplicate keys stay")
            << QByteArray("{\"a\":1,\"a\":2}") << QByteArray("{\n  \"a\": 1,\n  \"a\": 2\n}");
        QTest::newRow("no JSON") << QByteArray("{'a':1}") << QByteArray("{'a':1}");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        const auto stays = [](const char *name, const QByteArray &json) { QTest::newRow(name) << json << json; };
        const auto inList = [](const char *name, const QByteArray &value) {
            QTest::newRow(name) << QByteArray('[' + value + ']') << QByteArray("[\n  " + value + "\n]");
        };
        inList("bad UTF-8 in a text", "\"a\xFF\xC3\"");
        inList("half a pair", "\"\\ud83d, \\uDE00\"");
        inList("noncharacter", "\"\xEF\xB7\x90\\ufdd0\"");
        inList("a number beyond a double", "-1.50E+999");
        inList("a number of 40 digits", "1234567890123456789012345678901234567890");
        inList("marks in a text", "\"{[:,]} \\\\\"");
        stays("bad UTF-8 between values", "[1,\xFF]");
        stays("byte order mark", "\xEF\xBB\xBF[1]");
        stays("byte order mark and bad UTF-8", "\xEF\xBB\xBF[\"\xFF\"]");
        stays("raw NUL", QByteArray("[\"\0\"]", 5));
        stays("raw line break in a text", "[\"a\nb\"]");
        stays("unknown escape", "[\"\\x\"]");
        stays("something behind", "[1] 2");
        stays("nested too deep", QByteArray(201, '[') + QByteArray(201, ']'));
        QTest::newRow("line ends and tabs between")
            << QByteArray("\r\n{\t\"a\" :\r\n[ ]\t}\n") << QByteArray("{\n  \"a\": []\n}");
    }
    void oddJson()
    {
        QFETCH(QByteArray, json);
        QTEST(indentedJson(json), "expected");
    }
};

LINTERNA_TEST(TestTranscriptText)

} // namespace test_transcripttext

#include "test_transcripttext.moc"
