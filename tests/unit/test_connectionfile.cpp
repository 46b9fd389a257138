// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/connectionsamples.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace linterna;
using namespace linterna::samples;
using namespace Qt::Literals::StringLiterals;

namespace test_connectionfile {

class TestConnectionFile : public QObject
{
    Q_OBJECT
private slots:
    void theSmallestFileHasTheDefaults()
    {
        const auto connection = read(with(u"api_url"_s, u"https://gateway.example/uscis/"_s));
        QVERIFY(connection);
        Connection expected;
        expected.name = u"Gateway"_s;
        expected.tokenUrl = QUrl(u"https://gateway.example/oauth/token"_s);
        expected.apiUrl = QUrl(u"https://gateway.example/uscis/"_s); // fault 83: as it was entered
        QCOMPARE(*connection, expected);
        QCOMPARE(connection->clientAuthentication, ClientAuthentication::FormBody);
        QCOMPARE(connection->quotaTimeZone.id(), QByteArray("America/New_York"));
        QVERIFY(!connection->practice);
    }
    void writtenAndReadAgain()
    {
        const auto again = readConnectionFile(writeConnectionFile(fullest()));
        QVERIFY2(again.ok(), again ? "" : qPrintable(again.error().detail));
        QCOMPARE(*again, fullest());
        QCOMPARE(writeConnectionFile(*again), writeConnectionFile(fullest()));
    }
    void builtInConnectionsKeepTheRules()
    {
        for (Connection connection : builtInConnections()) {
            connection.name += u" copy"_s;
            const auto again = readConnectionFile(writeConnectionFile(connection));
            QVERIFY(again);
            QCOMPARE(*again, connection);
        }
    }
    void theSandboxIsAsItsFactSheetSays()
    {
        const Connection sandbox = builtInConnections().front();
        QCOMPARE(sandbox.name, u"USCIS sandbox"_s);
        QCOMPARE(sandbox.tokenUrl, QUrl(u"https://api-int.uscis.gov/oauth/accesstoken"_s));
        QCOMPARE(sandbox.apiUrl, QUrl(u"https://api-int.uscis.gov"_s));
        QCOMPARE(sandbox.clientAuthentication, ClientAuthentication::FormBody);
        QCOMPARE(sandbox.requestsPerSecond, 5.0);
        QCOMPARE(sandbox.requestsPerDay, 1000);
        QCOMPARE(sandbox.quotaTimeZone, QTimeZone("America/New_York"));
    }
    void aByteOrderMarkIsNoHarm() { QVERIFY(readConnectionFile("\xEF\xBB\xBF" + writeConnectionFile(fullest()))); }

    void refusalsNameTheField_data()
    {
        QTest::addColumn<QJsonObject>("object");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const QJsonObject &object, const QString &detail) {
            QTest::newRow(name) << object << detail;
        };
        row("word not in the list", with(u"client_authentication"_s, u"digest"_s),
            u"\"$.client_authentication\": \"digest\" is not allowed; allowed: form-body, basic-raw, basic-form-encoded"_s);
        row("wrong type", with(u"client_authentication"_s, 3),
            u"\"$.client_authentication\": 3 is not allowed; allowed: form-body, basic-raw, basic-form-encoded"_s);
        row("unknown", with(u"tokenurl"_s, 3),
            u"\"$.tokenurl\" is not known; allowed: name, kind, token_url, api_url, client_authentication, client_id, "
            "scope, validity_period, token_parameters, headers, requests_per_second, requests_per_day, "
            "requests_kept_for_person, quota_time_zone, service_hours, ca_file, proxy, proxy_user"_s);
        row("number too large", with(u"requests_per_day"_s, 1e9),
            u"\"$.requests_per_day\": 1e+09 is not allowed; allowed: a whole number from 0 (no limit) to 10000000"_s);
        row("null", with(u"scope"_s, QJsonValue()),
            u"\"$.scope\": null is not allowed; allowed: scopes of ASCII characters with one space between, at most 1000 in all"_s);
        row("nothing", {}, u"\"$.name\" is missing; required: name, token_url, api_url"_s);
        row("zone with hostile text", with(u"quota_time_zone"_s, u"A\u202E\n\""_s),
            u"\"$.quota_time_zone\": \"A\\u{202e}\\u{a}\\u{22}\" is not allowed; allowed: an IANA time zone such as America/New_York; character 2 is U+202E, which nobody sees"_s);
    }
    //! A password in a file is refused by the field's name, never repeated, and it is said where it goes.
    void fault79_aPasswordForTheProxyHasNoPlaceInAFile_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("in the address") << u"proxy"_s << u"desk7:hush@proxy.example:3128"_s;
        QTest::newRow("in an address with a scheme") << u"proxy"_s << u"http://desk7:hush@proxy.example:3128"_s;
        QTest::newRow("with a user alone") << u"proxy"_s << u"hush@proxy.example:3128"_s;
        QTest::newRow("behind the user") << u"proxy_user"_s << u"desk7:hush"_s;
        QTest::newRow("as a field of its own") << u"proxy_password"_s << u"hush"_s;
    }
    void fault79_aPasswordForTheProxyHasNoPlaceInAFile()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        const auto refused = read(with(field, value));
        QVERIFY(!refused);
        QVERIFY(refused.error().detail.startsWith(u"\"$."_s + field + u'"'));
        QVERIFY(refused.error().detail.contains(u"--set-proxy-password"_s));
        QVERIFY(!refused.error().detail.contains(u"hush"_s));
    }
    void refusalsNameTheField()
    {
        QFETCH(QJsonObject, object);
        const auto refused = read(object);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
        QTEST(refused.error().detail, "detail");
    }
    void secretsDoNotBelongInTheFile_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field :
             {"client_secret", "clientSecret", "CLIENT_SECRET", "secret", "password", "token", "access_token"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }
    void secretsDoNotBelongInTheFile()
    {
        QFETCH(QString, field);
        const auto refused = read(with(field, u"s3cr3t-value"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
        QVERIFY(refused.error().detail.contains("--set-secret"_L1));
        QVERIFY(!refused.error().detail.contains("s3cr3t"_L1));
    }
    void aPasswordInAUrlIsNotRepeated()
    {
        const auto refused = read(with(u"token_url"_s, u"https://user:s3cr3t@gateway.example/"_s));
        QVERIFY(!refused);
        QVERIFY(refused.error().detail.startsWith("\"$.token_url\": this text is not allowed"_L1));
        QVERIFY(!refused.error().detail.contains("s3cr3t"_L1));
    }

    void wrongValues_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *field, const char *name, const QJsonValue &value) {
            QTest::addRow("%s %s", field, name) << QString::fromLatin1(field) << value;
        };
        row("name", "empty", u""_s);
        row("name", "of a built-in one", u"USCIS sandbox"_s);
        row("name", "of a built-in one in capitals", u"USCIS SANDBOX"_s);
        row("name", "space before", u" Gateway"_s);
        row("name", "space after", u"Gateway "_s);
        row("name", "no-break space after", u"Gateway\u00A0"_s);
        row("name", "only a space", u" "_s);
        row("name", "line feed", u"Gate\nway"_s);
        row("name", "NUL", QString(u"Gate\0way"_s));
        row("name", "bidi override", u"Gate\u202Eway"_s);
        row("name", "bidi isolate", u"Gate\u2066way"_s);
        row("name", "zero-width space", u"Gate\u200Bway"_s);
        row("name", "61 characters", QString(61, u'x'));
        for (const char *field : {"token_url", "api_url"}) {
            row(field, "empty", u""_s);
            row(field, "http elsewhere", u"http://gateway.example/"_s);
            row(field, "user info", u"https://u@gateway.example/"_s);
            row(field, "empty user info", u"https://@gateway.example/"_s);
            row(field, "query", u"https://gateway.example/?a=b"_s);
            row(field, "empty query", u"https://gateway.example/?"_s);
            row(field, "fragment", u"https://gateway.example/#a"_s);
            row(field, "space", u"https://gateway.example/a b"_s);
            row(field, "space before", u" https://gateway.example/"_s);
            row(field, "line feed after", u"https://gateway.example/\n"_s);
            row(field, "ideographic full stop", u"https://www.uscis.gov。evil.example/"_s);
            row(field, "letters beyond ASCII", u"https://gatewäy.example/"_s);
            row(field, "encoded host", u"https://gateway%2eexample/"_s);
            row(field, "backslash", u"https:\\\\gateway.example\\"_s);
            row(field, "short address", u"http://127.1/"_s);
            row(field, "no host", u"https:///token"_s);
            row(field, "file", u"file:///etc/passwd"_s);
            row(field, "too long", QString(u"https://gateway.example/"_s + QString(2000, u'x')));
        }
        row("client_id", "tab", u"a\tb"_s);
        row("client_id", "accent", u"señal"_s);
        row("scope", "two spaces", u"a  b"_s);
        row("scope", "space after", u"a "_s);
        row("scope", "quote", u"a\"b"_s);
        row("scope", "line feed after", u"a\n"_s);
        row("requests_per_second", "0", 0);
        row("requests_per_second", "negative", -1);
        row("requests_per_second", "tiny", 1e-300);
        row("requests_per_second", "text", u"5"_s);
        row("requests_per_day", "negative", -1);
        row("requests_per_day", "half", 1.5);
        row("requests_per_day", "true", true);
        row("requests_kept_for_person", "negative", -1);
        row("requests_kept_for_person", "half", 0.5);
        row("quota_time_zone", "empty", u""_s);
        row("quota_time_zone", "nowhere", u"America/Springfield"_s);
        row("quota_time_zone", "offset", u"UTC+05:00"_s);
        row("quota_time_zone", "rule", u"EST5EDT,M3.2.0,M11.1.0"_s);
        row("quota_time_zone", "file", u"../../etc/passwd"_s);
        row("quota_time_zone", "line feed after", u"America/New_York\n"_s);
        row("ca_file", "relative", u"ca.pem"_s);
        row("ca_file", "NUL", QString(u"/etc\0/ca.pem"_s));
        row("ca_file", "too long", QString(u'/' + QString(4096, u'x')));
        row("headers", "list", QJsonArray{});
        row("kind", "not in the list", u"wso2"_s);
        row("validity_period", "negative", -1);
        row("validity_period", "text", u"60"_s);
        for (const char *proxy : {"", "proxy", "proxy:0", "proxy:65536", "proxy:x", "user@proxy:1", "http://proxy:1",
                                  "[::1:1", "proxy:1\n", "próxy:1", "proxy:1/x"})
            row("proxy", *proxy ? proxy : "empty", QString::fromUtf8(proxy));
        for (const char *user : {"a:b", " a", "a ", "a\tb", "a\u202eb"})
            row("proxy_user", user, QString::fromUtf8(user));
        row("proxy_user", "too long", QString(257, u'x'));
        row("proxy_user", "number", 7);
        row("service_hours", "text", u"9-5"_s);
        const QJsonObject hours = connectionToJson(fullest()).value("service_hours"_L1).toObject();
        const auto hoursRow = [&](const char *name, const QString &field, const QJsonValue &value) {
            QJsonObject bent = hours;
            bent.insert(field, value);
            row("service_hours", name, bent);
        };
        hoursRow("no day", u"days"_s, QJsonArray{});
        hoursRow("unknown day", u"days"_s, QJsonArray{u"lun"_s});
        hoursRow("a day twice", u"days"_s, QJsonArray{u"mon"_s, u"mon"_s});
        hoursRow("25 o'clock", u"closes"_s, u"25:00"_s);
        hoursRow("one digit", u"opens"_s, u"7:00"_s);
        hoursRow("closes before it opens", u"opens"_s, u"23:59"_s);
        hoursRow("nowhere", u"time_zone"_s, u"America/Springfield"_s);
        hoursRow("a field too many", u"holidays"_s, true);
        QJsonObject cut = hours;
        cut.remove(u"closes"_s);
        row("service_hours", "a field too few", cut);
    }
    void problemsAreNamedFieldByField()
    {
        QVERIFY(problemsIn(connectionToJson(fullest())).empty());
        QJsonObject bent = connectionToJson(fullest());
        bent.insert(u"token_url"_s, u"ftp://x"_s);
        bent.insert(u"headers"_s, QJsonObject{{u"Host"_s, u"x"_s}});
        bent.insert(u"colour"_s, u"red"_s);
        bent.remove(u"api_url"_s);
        const std::vector<FieldProblem> expected{
            {u"colour"_s, {}}, {u"token_url"_s, {}}, {u"api_url"_s, {}}, {u"headers"_s, u"Host"_s}};
        QCOMPARE(problemsIn(bent), expected);
    }
    void tokenParametersOfOtherFieldsAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"grant_type", "GRANT_TYPE", "client_id", "client_secret", "scope", "validity_period",
                                 "client_assertion", "refresh_token", "code", "a b", "", "ñ", "my_password"})
            QTest::addRow("%s", *name ? name : "(empty)") << QString::fromUtf8(name);
    }
    void tokenParametersOfOtherFieldsAreRefused()
    {
        QFETCH(QString, name);
        QVERIFY(!read(with(u"token_parameters"_s, QJsonObject{{name, u"x"_s}})));
    }
    void wrongValues()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        const auto refused = read(with(field, value));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
        QVERIFY2(refused.error().detail.startsWith(u"\"$.%1\""_s.arg(field)), qPrintable(refused.error().detail));
    }

    void halfAPairIsNoText()
    {
        for (const QByteArray field : {"name", "ca_file"}) {
            QByteArray json = QJsonDocument(with(QString::fromLatin1(field), u"/HERE"_s)).toJson();
            QVERIFY(readConnectionFile(json));
            json.replace("HERE", "\\uD83D"); // which QJsonDocument takes, and would not write
            const auto refused = readConnectionFile(json);
            QVERIFY(!refused);
            QVERIFY(refused.error().detail.contains(QString::fromLatin1("$." + field)));
        }
    }

    void wrongHeaders_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        for (const char *name : {"", "Authorization", "AUTHORIZATION", "Proxy-Authorization", "Host", "Content-Type",
                                 "content-length", "Cookie", "Connection", "Transfer-Encoding", "Accept-Encoding",
                                 "a b", "a:", "a\r\nb", "X-Client-Secret", "X-Password", "X-Auth-Token", "Ä"})
            QTest::addRow("name %s", *name ? name : "(empty)") << QString::fromUtf8(name) << QJsonValue(u"x"_s);
        QTest::newRow("name too long") << QString(65, u'x') << QJsonValue(u"x"_s);
        for (const char *value : {"", "a\r\nInjected: b", "a\n", "a\t", " a", "a ", "ñ"})
            QTest::addRow("value %s", *value ? value : "(empty)") << u"X-A"_s << QJsonValue(QString::fromUtf8(value));
        QTest::newRow("value NUL") << u"X-A"_s << QJsonValue(QString(u"a\0b"_s));
        QTest::newRow("value too long") << u"X-A"_s << QJsonValue(QString(1025, u'x'));
        QTest::newRow("value a number") << u"X-A"_s << QJsonValue(1234);
        QTest::newRow("twice in different case") << u"x-b"_s << QJsonValue(u"x"_s);
    }
    void wrongHeaders()
    {
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        const auto refused = read(with(u"headers"_s, QJsonObject{{u"X-B"_s, u"fine"_s}, {name, value}}));
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.startsWith("\"$.headers\""_L1), qPrintable(refused.error().detail));
        for (const QChar c : refused.error().detail)
            QVERIFY(c.category() != QChar::Other_Control);
    }
    void damagedFiles_data()
    {
        QTest::addColumn<QByteArray>("json");
        const QByteArray good = writeConnectionFile(fullest());
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << good.chopped(3);
        QTest::newRow("list") << QByteArray('[' + good + ']');
        QTest::newRow("bad UTF-8") << QByteArray("{\"name\": \"\xFF\"}");
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE{\0}\0", 6);
        QTest::newRow("too large") << QByteArray(good + QByteArray(64 * 1024, ' '));
        QTest::newRow("fault39 nested 100,000 deep") << QByteArray("{\"headers\":" + QByteArray(100'000, '['));
    }
    //! What is no JSON is told from what is none to the letter, and from JSON that is no connection.
    void whatKindOfDamage_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const QByteArray &json, const QString &detail) {
            QTest::newRow(name) << json << detail;
        };
        const QString letter = u"not JSON to the letter (RFC 8259)"_s;
        row("raw line break", "{\"name\":\"a\nb\"}", letter);
        row("raw tab", "{\"name\":\"a\tb\"}", letter);
        row("unknown escape", "{\"name\":\"a\\x\"}", letter);
        row("cut", "{\"name\":\"a\"", u"not JSON: "_s);
        row("a comma too many", "{\"name\":\"a\",}", u"not JSON: "_s);
        row("a number beyond a double", "{\"requests_per_day\":1e999}", u"not JSON: "_s);
        row("a second mark", "\xEF\xBB\xBF\xEF\xBB\xBF{}",
            u"a byte order mark (U+FEFF), which nobody sees, stands at byte 0"_s);
        row("a mark inside", "{\"name\":\"\xEF\xBB\xBF\"}",
            u"a byte order mark (U+FEFF), which nobody sees, stands at byte 9"_s);
        row("a name twice", "{\"headers\":{\"a\":\"b\",\"\\u0061\":\"c\"}}", u"\"$.headers.a\" stands there twice; "_s);
        row("a list", "[{}]", u"\"$\": a list is not allowed; allowed: an object"_s);
        row("a list with a name twice", "[{\"a\":1,\"a\":1}]", u"\"$[0].a\" stands there twice; "_s);
    }
    void whatKindOfDamage()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, detail);
        const auto refused = readConnectionFile(json);
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.startsWith(detail), qPrintable(refused.error().detail));
    }
    //! Numbers are read as they are written, and the value of a field is never another's.
    void numbersOfAnyForm()
    {
        QByteArray json = QJsonDocument(with(u"requests_per_day"_s, 400)).toJson();
        for (const char *number : {"400", "4e2", "400.0", "4.00E+2"}) {
            const auto read = readConnectionFile(QByteArray(json).replace("400", number));
            QVERIFY(read);
            QCOMPARE(read->requestsPerDay, 400);
        }
        for (const char *number : {"123456789012345678901234567890", "9223372036854775808", "400.5", "-0.5"}) {
            const auto refused = readConnectionFile(QByteArray(json).replace("400", number));
            QVERIFY(!refused);
            QVERIFY(refused.error().detail.startsWith(u"\"$.requests_per_day\": "_s));
        }
    }
    void damagedFiles()
    {
        QFETCH(QByteArray, json);
        const auto refused = readConnectionFile(json);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
        QVERIFY(!refused.error().detail.isEmpty());
    }
};

LINTERNA_TEST(TestConnectionFile)

} // namespace test_connectionfile

#include "test_connectionfile.moc"
