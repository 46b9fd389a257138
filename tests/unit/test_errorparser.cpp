// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/errorparser.h"
#include "tests/support/fixture.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QLocale>
#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_errorparser {

namespace {

const QDateTime now = QDateTime(QDate(2026, 1, 16), QTime(20, 0), QTimeZone::utc()).toUTC();

QByteArray body(const QString &file)
{
    return test::fixture(u"errors/"_s + file);
}

} // namespace

class TestErrorParser : public QObject
{
    Q_OBJECT
private:
    QSet<QString> m_shapes;

private slots:
    void shapes_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        const auto row = [this](const char *file, const QString &code, const QString &message) {
            QTest::newRow(file) << code << message;
            m_shapes += QLatin1StringView(file);
        };
        row("torch-401.json", u"401"_s, u"Invalid Access Token"_s);
        row("torch-404.json", {},
            u"Case Status Online does not recognize the receipt number entered. Please check your receipt number and "
            "try again. If you need further assistance, please call the USCIS Contact Center at 1-800-375-5283."_s);
        row("torch-422.json", {},
            u"The application receipt number is not formatted correctly, It should be total of 13 characters (3 "
            "character prefix followed by 10 digits). Please check your receipt number and try again"_s);
        row("torch-429.json", u"429"_s, u"Spike Arrest Violation"_s);
        row("torch-503.json", u"503"_s, u"Service Unavailable"_s);
        row("torch-503-closed.json", u"503"_s,
            u"The Case Status API Sandbox is unavailable at this time. Please retry your API request during normal "
            "operation hours M-F 7:00AM EST - 8:00 PM EST"_s);
        const QString noProduct = u"keymanagement.service.InvalidAPICallAsNoApiProductMatchFound"_s;
        row("apigee-product.json", noProduct, u"Invalid API call as no apiproduct match found"_s);
        row("apigee-expired.json", u"keymanagement.service.access_token_expired"_s, u"Access Token expired"_s);
        row("apigee-expired.xml", u"keymanagement.service.access_token_expired"_s, u"Access Token expired"_s);
        row("apigee-spike.json", u"policies.ratelimit.SpikeArrestViolation"_s,
            u"Spike arrest violation. Allowed rate : MessageRate{messagesPerPeriod=5, periodInMicroseconds=1000000, "
            "maxBurstMessageCount=1.0}"_s);
        row("apigee-quota.json", u"policies.ratelimit.QuotaViolation"_s,
            u"Rate limit quota violation. Quota limit exceeded. Identifier : app-1"_s);
        row("apigee-client-id.json", u"invalid_client"_s, u"ClientId is Invalid"_s);
        row("apigee-grant.json", u"invalid_request"_s, u"Required param : grant_type"_s);
        row("apigee-client-fault.json", u"keymanagement.service.invalid_client-invalid_client_id"_s,
            u"Invalid client identifier xx"_s);
        row("portal-errors.json", u"40401"_s, u"Receipt not found"_s);
        row("portal-problem.json", {}, u"The request body is missing."_s);
        row("oauth-description.json", u"invalid_client"_s,
            u"A valid OAuth client could not be found for client_id: X"_s);
        row("oauth-word.json", u"invalid_client"_s, u"invalid_client"_s);
        row("ibm-invalid-client.json", u"invalid_client"_s,
            u"CSIAQ0155E The requested OAuth 2.0 Client could not be authenticated."_s);
        row("error-text.json", {}, u"Something went wrong"_s);
        row("wso2-900901.json", u"900901"_s,
            u"Invalid Credentials: Access failure for API: /torch/1.0. Make sure you have provided the correct "
            "security credentials."_s);
        row("wso2-900901-variant.json", u"900901"_s,
            u"Invalid Credentials: Invalid Credentials. Make sure you have given the correct access token"_s);
        row("wso2-900901-fault.json", u"900901"_s, u"Invalid Credentials: Access failure for API: /torch/1.0."_s);
        row("wso2-900901.xml", u"900901"_s,
            u"Invalid Credentials: Access failure for API: /torch, version: 1.0 status: (900901) - "
            "Invalid Credentials."_s);
        row("wso2-900800.json", u"900800"_s,
            u"Message throttled out: You have exceeded your quota .You can access API after 2026-Jan-17 "
            "00:00:00+0000 UTC"_s);
        row("wso2-900801.json", u"900801"_s, u"API Limit Reached: API not accessible"_s);
        row("wso2-900908.json", u"900908"_s,
            u"Resource forbidden: User is NOT authorized to access the Resource. API Subscription validation failed."_s);
        const QString throttled = u"Message throttled out: You have exceeded your quota .You can access API after "
                                  "2026-Jan-17 00:00:00+0000 UTC"_s;
        row("wso2-900802.json", u"900802"_s, throttled);
        row("wso2-900803.json", u"900803"_s, throttled);
        row("wso2-900804.json", u"900804"_s, throttled);
        row("wso2-900806.json", u"900806"_s, throttled);
        row("wso2-900807.json", u"900807"_s, throttled);
        row("wso2-900800-number.json", u"900800"_s, throttled);
        row("wso2-900805.json", u"900805"_s, u"Message blocked: You have been blocked from accessing the resource"_s);
        row("wso2-900902.json", u"900902"_s,
            u"Missing Credentials: Invalid Credentials. Make sure your API invocation call has a header: "
            "'Authorization : Bearer ACCESS_TOKEN'"_s);
        row("wso2-900906.json", u"900906"_s,
            u"No matching resource found in the API for the given request: Check the API documentation and add a "
            "proper REST resource path to the invocation URL"_s);
        row("wso2-900910.json", u"900910"_s,
            u"The access token does not allow you to access the requested resource: User is NOT authorized to access "
            "the Resource: /case-status. Scope validation failed."_s);
        row("wso2-secret.json", u"invalid_client"_s, u"Client Authentication failed."_s);
        row("wso2-unsupported-grant.json", u"invalid_request"_s, u"Unsupported grant_type value"_s);
        row("wso2-no-grant.json", u"invalid_request"_s, u"Missing grant_type parameter value"_s);
        row("ibm-grant.json", u"invalid_request"_s, u"CSIAQ0158E The grant is missing or not valid."_s);
        row("ibm-no-client-id.json", u"invalid_request"_s, u"CSIAQ0013E The client ID is required."_s);
        row("ibm-denied.json", u"access_denied"_s, u"CSIAQ0278E Access is denied."_s);
        row("ibm-busy.json", u"temporarily_unavailable"_s, u"CSIAQ0007E The server is busy."_s);
        row("ibm-internal.json", u"server_error"_s, u"CSIAQ0008E An internal error occurred."_s);
        row("apigee-invalid-token.json", u"keymanagement.service.invalid_access_token"_s, u"Invalid Access Token"_s);
        row("apigee-no-token.json", u"oauth.v2.InvalidAccessToken"_s, u"Invalid access token"_s);
        row("apigee-spike-5ps.json", u"policies.ratelimit.SpikeArrestViolation"_s,
            u"Spike arrest violation. Allowed rate : 5ps"_s);
        row("apigee-secret.json", u"invalid_client"_s, u"Client credentials are invalid"_s);
        row("apigee-no-client-id.json", u"invalid_request"_s,
            u"The request is missing a required parameter : client_id"_s);
        row("apigee-unsupported-grant.json", u"invalid_request"_s, u"Unsupported grant type : password"_s);
        row("iis-503.html", {}, u"Service Unavailable"_s);
        row("soap-fault.xml", {}, u"Runtime Error"_s);
        row("empty-errors.json", {}, {});
        row("nginx-502.html", {}, u"502 Bad Gateway"_s);
        row("haproxy-503.html", {}, u"503 Service Unavailable"_s);
        row("bare-heading.html", {}, u"Gateway Timeout"_s);
        row("bare-body.html", {}, u"Service & more unavailable"_s);
        row("plain.txt", {},
            u"upstream connect error or disconnect/reset before headers. reset reason: connection failure"_s);
        row("json-string.json", {}, u"Too many requests"_s);
        row("json-list.json", {}, u"Too many requests"_s);
        row("tags-in-message.json", {}, u"Receipt EAC9999103402 is here\uFFFD\uFFFD next line"_s);
        row("odd-types.json", {}, {});
        row("empty.txt", {}, {});
        row("blank.txt", {}, {});
        row("null.json", {}, {});
        row("empty-object.json", {}, {});
        row("damaged.json", {}, {});
        row("compressed.bin", {}, {});
        row("bad-utf8.txt", {}, u"Servicio no disponible: autenticaci\uFFFDn"_s);
    }
    void shapes()
    {
        QFETCH(QString, code);
        QFETCH(QString, message);
        const ErrorBody read = parseErrorBody(body(QLatin1StringView(QTest::currentDataTag())));
        QCOMPARE(read.message, message);
        QCOMPARE(read.code, code);
    }

    //! A body that is kept here is one that is tested: above, or for what it does.
    void everyFixtureIsRead()
    {
        QStringList files = QDir(QStringLiteral(LINTERNA_FIXTURES "/errors")).entryList(QDir::Files);
        files.removeAll(u"billion-laughs.xml"_s);
        files.removeAll(u"external-entity.xml"_s);
        QCOMPARE(m_shapes, QSet<QString>(files.begin(), files.end()));
    }

    void outermostThenFirst()
    {
        QCOMPARE(parseErrorBody("{\"error\":{\"message\":\"inner\"},\"message\":\"outer\"}").message, u"outer"_s);
        QCOMPARE(parseErrorBody("{\"errors\":[{\"message\":\"one\"},{\"message\":\"two\"}]}").message, u"one"_s);
        QCOMPARE(parseErrorBody("<e><message>one</message><x><message>two</message></x></e>").message, u"one"_s);
    }

    //! What is read in JSON that is odd, or none to the letter: a message is worth more than the letter.
    void oddJson_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &json, const QString &code, const QString &message) {
            QTest::newRow(name) << json << code << message;
        };
        row("raw line break", "{\"message\":\"one\ntwo\"}", {}, u"one two"_s);
        row("raw tab", "{\"message\":\"one\ttwo\"}", {}, u"one two"_s);
        row("raw control character", "{\"message\":\"one\x01two\"}", {}, u"one\uFFFDtwo"_s);
        row("raw NUL", QByteArray("{\"message\":\"a\0b\"}", 17), {}, u"a\uFFFDb"_s);
        row("unknown escape", "{\"message\":\"can\\'t, \\x\"}", {}, u"can't, x"_s);
        row("unknown escape outside", "{\"message\":\\1}", {}, {});
        row("escape cut off", "{\"message\":\"\\u12\"}", {}, {});
        row("half a pair", "{\"message\":\"a\\ud83db\"}", {}, u"a\uFFFDb"_s);
        row("second half of a pair", "{\"message\":\"a\\ude00b\"}", {}, u"a\uFFFDb"_s);
        row("a pair", "{\"message\":\"\\ud83d\\ude00\"}", {}, u"😀"_s);
        row("a noncharacter", "{\"message\":\"a\xEF\xB7\x90 \\ufdd0 \\ud83d\"}", {}, u"a\uFFFD \uFFFD \uFFFD"_s);
        row("bad UTF-8", "{\"message\":\"a\xFF b\"}", {}, u"a\uFFFD b"_s);
        row("byte order mark", "\xEF\xBB\xBF{\"message\":\"a\"}", {}, u"a"_s);
        row("the last of two", "{\"message\":\"one\",\"message\":\"two\"}", {}, u"two"_s);
        row("the last of two, written with an escape", R"({"message":"one","\u006dessage":"two"})", {}, u"two"_s);
        row("two spellings", "{\"message\":\"b\",\"Message\":\"a\"}", {}, u"a"_s);
        row("two values", "{\"message\":\"one\"}, {\"message\":\"two\"}", {}, u"one"_s);
        row("two values without a comma", "{\"message\":\"one\"}{\"message\":\"two\"}", {}, {});
        row("comma at the end", "{\"message\":\"one\",}", {}, {});
        row("a comment", "{\"message\":\"one\"} // why", {}, {});
        row("a number", "12", {}, u"12"_s);
        row("a text with a line break", "\"a\nb\"", {}, u"\"a b\""_s);
        row("whole number", R"({"code":900805})", u"900805"_s, {});
        row("exact number", R"({"code":9007199254740993})", u"9007199254740993"_s, {});
        row("fraction", R"({"code":1.50})", u"1.5"_s, {});
        row("whole number with a fraction", R"({"code":401.0})", u"401"_s, {});
        row("exponent", R"({"code":4e2})", u"400"_s, {});
        row("minus zero", R"({"code":-0.0})", u"0"_s, {});
        row("beyond 63 bits", R"({"code":9223372036854775808})", u"9223372036854776000"_s, {});
        row("beyond 64 bits", R"({"code":123456789012345678901234567890})", u"1.2345678901234568e+29"_s, {});
        row("true", R"({"code":true,"message":"a"})", {}, u"a"_s);
        row("a number beyond a double", R"({"code":1e999,"message":"a"})", {}, {});
        row("an empty list first", R"({"errors":[],"message":"a"})", {}, u"a"_s);
        row("lists in lists", R"([[["a","b"],"c"],"d"])", {}, u"a"_s);
        row("nested 150 deep", "{\"e\":"_ba.repeated(150) + "{\"message\":\"a\"}" + "}"_ba.repeated(150), {}, u"a"_s);
    }
    void oddJson()
    {
        QFETCH(QByteArray, json);
        const ErrorBody read = parseErrorBody(json);
        QTEST(read.code, "code");
        QTEST(read.message, "message");
    }

    //! Neither expanded without end nor fetched.
    void hostileXml()
    {
        QVERIFY(parseErrorBody(body(u"billion-laughs.xml"_s)).message.size() <= 500);
        const QString message = parseErrorBody(body(u"external-entity.xml"_s)).message;
        QVERIFY2(message.startsWith(u"before "_s) || message.contains(u"&file;"_s), qPrintable(message));
        QFile secret(u"/etc/hostname"_s);
        if (secret.open(QIODevice::ReadOnly)) {
            const QString name = QString::fromUtf8(secret.readAll()).trimmed();
            QVERIFY(name.isEmpty() || !message.contains(name));
        }
    }

    void longMessages()
    {
        const QString message = parseErrorBody("{\"message\":\"" + "word "_ba.repeated(200) + "\"}").message;
        QVERIFY(message.size() <= 500);
        QVERIFY(message.endsWith(u"word…"_s));
        const QString smileys = parseErrorBody("x" + "\xF0\x9F\x98\x80"_ba.repeated(400)).message;
        QVERIFY(smileys.size() <= 500);
        QCOMPARE(QString::fromUtf8(smileys.toUtf8()), smileys);
        QCOMPARE(parseErrorBody(QByteArray(500, 'x')).message.size(), 500);
        QVERIFY(!parseErrorBody(QByteArray(500, 'x')).message.endsWith(u'…'));
    }

    void fault39_deepNesting()
    {
        QCOMPARE(parseErrorBody(QByteArray(100'000, '[')).message, QString());
        QCOMPARE(parseErrorBody("{\"error\":"_ba.repeated(100'000)).message, QString());
        QVERIFY(parseErrorBody("<a>"_ba.repeated(100'000)).message.size() <= 500);
    }

    void statusDecides_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, int status, const QString &file, const QString &code) {
            QTest::newRow(name) << status << file << code;
        };
        row("400", 400, u"empty.txt"_s, u"server"_s);
        row("401", 401, u"torch-401.json"_s, u"unauthorized"_s);
        row("401 without the product", 401, u"apigee-product.json"_s, u"unauthorized"_s);
        row("401 of WSO2", 401, u"wso2-900901.json"_s, u"unauthorized"_s);
        row("403", 403, u"wso2-900908.json"_s, u"forbidden"_s);
        row("fault25 404", 404, u"torch-404.json"_s, u"not-recognized"_s);
        row("fault26 422", 422, u"torch-422.json"_s, u"bad-receipt"_s);
        row("fault27 429", 429, u"torch-429.json"_s, u"rate-limited"_s);
        row("fault27 429 spike arrest", 429, u"apigee-spike.json"_s, u"rate-limited"_s);
        row("429 without a body", 429, u"empty.txt"_s, u"rate-limited"_s);
        row("429 quota", 429, u"apigee-quota.json"_s, u"quota-spent"_s);
        row("500 quota", 500, u"apigee-quota.json"_s, u"quota-spent"_s);
        row("500 spike arrest", 500, u"apigee-spike.json"_s, u"rate-limited"_s);
        for (const char *code : {"900800", "900802", "900803", "900804", "900806", "900807", "900800-number"})
            row(code, 429, u"wso2-%1.json"_s.arg(QLatin1StringView(code)), u"rate-limited"_s);
        row("429 of WSO2: blocked", 429, u"wso2-900805.json"_s, u"forbidden"_s);
        row("403 of WSO2: blocked", 403, u"wso2-900805.json"_s, u"forbidden"_s);
        row("404 that speaks of a block", 404, u"wso2-900805.json"_s, u"not-recognized"_s);
        row("401 no credentials", 401, u"wso2-900902.json"_s, u"unauthorized"_s);
        row("401 invalid token", 401, u"apigee-invalid-token.json"_s, u"unauthorized"_s);
        row("401 malformed header", 401, u"apigee-no-token.json"_s, u"unauthorized"_s);
        row("401 expired, in XML", 401, u"apigee-expired.xml"_s, u"unauthorized"_s);
        row("403 scope", 403, u"wso2-900910.json"_s, u"forbidden"_s);
        row("403 without a body", 403, u"empty.txt"_s, u"forbidden"_s);
        row("429 as documented", 429, u"apigee-spike-5ps.json"_s, u"rate-limited"_s);
        row("429 HTML", 429, u"nginx-502.html"_s, u"rate-limited"_s);
        row("503 of another server", 503, u"iis-503.html"_s, u"server"_s);
        row("500 in SOAP", 500, u"soap-fault.xml"_s, u"server"_s);
        row("503 of WSO2", 503, u"wso2-900801.json"_s, u"rate-limited"_s);
        row("fault28 503 closed", 503, u"torch-503-closed.json"_s, u"closed"_s);
        row("503", 503, u"torch-503.json"_s, u"server"_s);
        row("503 HTML", 503, u"haproxy-503.html"_s, u"server"_s);
        row("404 that speaks of hours", 404, u"torch-503-closed.json"_s, u"not-recognized"_s);
        row("404 that speaks of quota", 404, u"apigee-quota.json"_s, u"not-recognized"_s);
        row("500", 500, u"damaged.json"_s, u"server"_s);
        row("502", 502, u"nginx-502.html"_s, u"server"_s);
        row("302", 302, u"empty.txt"_s, u"redirected"_s);
    }
    void statusDecides()
    {
        QFETCH(int, status);
        QFETCH(QString, file);
        QFETCH(QString, code);
        const Error error = errorFromReply(status, body(file), {}, now);
        QCOMPARE(errorCodeName(error.code), code);
        QCOMPARE(error.httpStatus, status);
        QCOMPARE(error.serverMessage, parseErrorBody(body(file)).message);
    }

    void fault28_closedMessage()
    {
        QVERIFY(body(u"torch-503-closed.json"_s).startsWith("\n\n  {"));
        const Error error = errorFromReply(503, body(u"torch-503-closed.json"_s), {}, now);
        QVERIFY(error.serverMessage.endsWith(u"hours M-F 7:00AM EST - 8:00 PM EST"_s));
        QVERIFY(!error.retryAt);
    }

    void fault12_retryAfter_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QDateTime>("retryAt");
        const QDateTime none;
        QTest::newRow("fault11 seconds") << "5"_ba << now.addSecs(5);
        QTest::newRow("fault12 future") << "Fri, 16 Jan 2026 20:01:30 GMT"_ba << now.addSecs(90);
        QTest::newRow("fault12 wrong weekday") << "Mon, 16 Jan 2026 20:01:30 GMT"_ba << now.addSecs(90);
        QTest::newRow("fault12 past") << "Fri, 16 Jan 2026 19:59:59 GMT"_ba << none;
        QTest::newRow("fault12 far date") << "Fri, 16 Jan 2099 20:00:00 GMT"_ba << now.addDays(1);
        QTest::newRow("fault12 10^9") << "1000000000"_ba << now.addDays(1);
        QTest::newRow("fault12 beyond 64 bits") << "99999999999999999999999"_ba << now.addDays(1);
        QTest::newRow("fault12 now") << "0"_ba << none;
        QTest::newRow("spaces") << " 7 "_ba << now.addSecs(7);
        for (const char *garbage : {"", "soon", "-5", "+5", "5.5", "5s", "0x5", "1e3", "Fri, 16 Jan 2026 20:01:30",
                                    "Fri, 16 Foo 2026 20:01:30 GMT", "2026-01-16T20:01:30Z", ", GMT", ",  GMT",
                                    "Fri, 32 Jan 2026 20:01:30 GMT", "Fri, 16 Jan 2026 25:01:30 GMT"})
            QTest::newRow(qPrintable("fault12 garbage "_L1 + QLatin1StringView(garbage)))
                << QByteArray(garbage) << none;
    }
    void fault12_retryAfter()
    {
        QFETCH(QByteArray, field);
        QFETCH(QDateTime, retryAt);
        const Error error = errorFromReply(429, {}, field, now);
        QCOMPARE(error.retryAt.value_or(QDateTime()), retryAt);
        if (error.retryAt)
            QCOMPARE(error.retryAt->timeSpec(), Qt::UTC);
    }

    void nextAccessTime()
    {
        const QByteArray throttled = body(u"wso2-900800.json"_s);
        QCOMPARE(errorFromReply(429, throttled, {}, now).retryAt, std::optional(now.addSecs(4 * 3600)));
        QCOMPARE(errorFromReply(429, throttled, "garbage", now).retryAt, std::optional(now.addSecs(4 * 3600)));
        QCOMPARE(errorFromReply(429, throttled, "60", now).retryAt, std::optional(now.addSecs(60)));
        QCOMPARE(errorFromReply(429, throttled, {}, now.addDays(1)).retryAt, std::nullopt);
        QCOMPARE(errorFromReply(429, throttled, {}, now.addDays(-30)).retryAt, std::optional(now.addDays(-29)));
        for (const char *file : {"900802", "900803", "900804", "900806", "900807", "900800-number"}) {
            const QByteArray told = body(u"wso2-%1.json"_s.arg(QLatin1StringView(file)));
            QCOMPARE(errorFromReply(429, told, {}, now).retryAt, std::optional(now.addSecs(4 * 3600)));
        }
        // Months are English, whatever this computer speaks.
        QLocale::setDefault(QLocale(QLocale::Spanish));
        QCOMPARE(errorFromReply(429, throttled, {}, now).retryAt, std::optional(now.addSecs(4 * 3600)));
        QLocale::setDefault(QLocale::c());
        QCOMPARE(errorFromReply(429, "{\"nextAccessTime\":\"17 enero\"}", {}, now).retryAt, std::nullopt);
    }
};

LINTERNA_TEST(TestErrorParser)

} // namespace test_errorparser

#include "test_errorparser.moc"
