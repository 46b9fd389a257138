// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/auth/tokenrequest.h"
#include "lib/auth/tokentranscript.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_tokentranscript {

namespace {

const QByteArray secretText("s3:%+/&=é");

SecretMask mask()
{
    SecretMask mask;
    mask.add(Secret::copyOf(secretText));
    return mask;
}

HttpTranscript after(int status, const QByteArray &body, const NamedValues &headers = {})
{
    HttpTranscript transcript{.method = "POST", .status = status, .replyHeaders = headers};
    cleanTokenTranscript(transcript, cleanReply({.status = status, .body = body}, mask()), mask());
    return transcript;
}

} // namespace

//! Neither token nor secret is ever in what is shown of a token request.
class TestTokenTranscript : public QObject
{
    Q_OBJECT
private slots:
    void theTokenBecomesDots_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("USCIS") << QByteArray(R"({"access_token" : "T0KEN","expires_in":"1799"})")
                               << QByteArray(R"({"access_token" : "••••••","expires_in":"1799"})");
        QTest::newRow("all three")
            << QByteArray(R"({"id_token":"T0KEN","refresh_token":"T0KEN","access_token":"T0KEN"})")
            << QByteArray(R"({"id_token":"••••••","refresh_token":"••••••","access_token":"••••••"})");
        QTest::newRow("escapes in it") << QByteArray(R"({"access_token":"T0\"KEN\\"})")
                                       << QByteArray(R"({"access_token":"••••••"})");
        QTest::newRow("nested") << QByteArray(R"({"x":{"access_token":"T0KEN"}})")
                                << QByteArray(R"({"x":{"access_token":"••••••"}})");
        QTest::newRow("name with an escape")
            << QByteArray(R"({"access\u005ftoken":"T0KEN"})") << QByteArray(R"({"access\u005ftoken":"••••••"})");
        QTest::newRow("no text") << QByteArray(R"({"access_token":{"value":"T0KEN"}})") << QByteArray("••••••");
        QTest::newRow("cut short") << QByteArray(R"({"access_token":"T0KEN)") << QByteArray("••••••");
        QTest::newRow("HTML") << QByteArray("<html>T0KEN</html>") << QByteArray("••••••");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void theTokenBecomesDots()
    {
        QFETCH(QByteArray, body);
        QTEST(after(200, body).replyBody, "shown");
    }
    void anErrorIsShownWithoutTheSecret_data()
    {
        QTest::addColumn<QByteArray>("echoed");
        QTest::newRow("plain") << secretText;
        QTest::newRow("percent-encoded") << secretText.toPercentEncoding();
        QTest::newRow("base64") << secretText.toBase64();
        QTest::newRow("as PHP escapes it") << QByteArray("s3:%+\\/&=\\u00e9");
        QTest::newRow("as Python escapes it") << QByteArray("s3:%+/&=\\u00e9");
    }
    void anErrorIsShownWithoutTheSecret()
    {
        QFETCH(QByteArray, echoed);
        const HttpTranscript transcript =
            after(401, "{\"error\":\"invalid_client\",\"x\":\"" + echoed + "\"}", {{"x-debug", "was " + echoed}});
        QVERIFY(transcript.replyBody.startsWith("{\"error\":\"invalid_client\",\"x\":\"••••••"));
        QVERIFY(!transcript.replyBody.contains(echoed));
        QVERIFY(!transcript.replyHeaders[0].second.contains(echoed));
    }
    //! Nobody knows what stands in a cookie or a key; that it was sent is enough.
    void fault71_whatIsCalledAKeyIsHiddenWhole()
    {
        const NamedValues headers{{"Set-Cookie", "id=of-the-server"},
                                  {"X-Api-Key", "k1"},
                                  {"WWW-Authenticate", "Bearer realm=\"x\""},
                                  {"Proxy-Authenticate", "Basic realm=\"x\""},
                                  {"Content-Type", "text/plain"}};
        const NamedValues shown{{"Set-Cookie", "••••••"},
                                {"X-Api-Key", "••••••"},
                                {"WWW-Authenticate", "Bearer realm=\"x\""},
                                {"Proxy-Authenticate", "Basic realm=\"x\""},
                                {"Content-Type", "text/plain"}};
        HttpTranscript transcript{.requestHeaders = headers, .replyHeaders = headers};
        cleanTranscript(transcript, SecretMask());
        QCOMPARE(transcript.requestHeaders, shown);
        QCOMPARE(transcript.replyHeaders, shown);
    }
    void fault71_noPlaceIsForgotten()
    {
        HttpTranscript transcript{.requestBody = "a=b&c=" + secretText.toPercentEncoding()};
        cleanTranscript(transcript, mask());
        QCOMPARE(transcript.requestBody, "a=b&c=••••••"_ba);
        const QString secret = QString::fromUtf8(secretText);
        const Error error = cleanError({.serverMessage = u"no "_s + secret, .detail = u"at "_s + secret}, mask());
        QCOMPARE(error.serverMessage, u"no ••••••"_s);
        QCOMPARE(error.detail, u"at ••••••"_s);
        // A body that is not the text that it should be is shown as it came, but not with a secret.
        const HttpReply broken{.status = 500, .body = secretText + "\xFF"};
        const CleanReply clean = cleanReply(broken, mask());
        QCOMPARE(clean.shown, "••••••"_ba);
        QVERIFY(clean.raw.isEmpty() && clean.text.isEmpty());
    }
    void theRequestIsShownWithoutTheSecret_data()
    {
        QTest::addColumn<ClientAuthentication>("authentication");
        QTest::newRow("form body") << ClientAuthentication::FormBody;
        QTest::newRow("Basic, raw pair") << ClientAuthentication::BasicRaw;
        QTest::newRow("Basic, form-urlencoded pair") << ClientAuthentication::BasicFormEncoded;
    }
    void theRequestIsShownWithoutTheSecret()
    {
        QFETCH(ClientAuthentication, authentication);
        Connection connection;
        connection.clientId = u"me"_s;
        connection.clientAuthentication = authentication;
        connection.scope = u"read all"_s;
        connection.validityPeriod = 3600;
        connection.tokenParameters = {{"audience", "https://x.example/?a=b"}};
        const HttpRequest request = tokenRequest(connection, Secret::copyOf(secretText));
        const QByteArray more = "&scope=read%20all&validity_period=3600&audience=https%3A%2F%2Fx.example%2F%3Fa%3Db";
        QVERIFY(request.body.view().toByteArray().endsWith(more));
        const bool form = authentication == ClientAuthentication::FormBody;
        QCOMPARE(request.bodyForTranscript,
                 "grant_type=client_credentials" + QByteArray(form ? "&client_id=me&client_secret=••••••" : "") + more);
    }
};

LINTERNA_TEST(TestTokenTranscript)

} // namespace test_tokentranscript

#include "test_tokentranscript.moc"
