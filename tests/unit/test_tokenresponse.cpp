// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/auth/tokenresponse.h"
#include "tests/support/fixture.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace test_tokenresponse {

class TestTokenResponse : public QObject
{
    Q_OBJECT

    static QByteArray fixture(const char *name)
    {
        return test::fixture(QStringLiteral("token/") + QLatin1StringView(name));
    }
    static QByteArray with(const char *type, const char *expires)
    {
        return QByteArray("{\"access_token\":\"abc\"") + (*type ? QByteArray(",\"token_type\":") + type : QByteArray())
            + (*expires ? QByteArray(",\"expires_in\":") + expires : QByteArray()) + "}";
    }

private slots:
    void readsEachServersReply_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<int>("seconds");
        QTest::newRow("fault01 USCIS, strings") << QByteArray("token-uscis.json") << QByteArray("######") << 1799;
        QTest::newRow("WSO2, number") << QByteArray("token-wso2.json")
                                      << QByteArray("4c27f899-6f9c-3217-b974-3ceb5a409ac3") << 723;
        QTest::newRow("IBM Security Verify")
            << QByteArray("token-ibm-verify.json") << QByteArray("xxxxxxxxxxxxxxxxxxxxxxx") << 7200;
    }
    void readsEachServersReply()
    {
        QFETCH(QByteArray, file);
        const auto response = parseTokenResponse(fixture(file.constData()));
        QVERIFY(response.ok());
        QTEST(response->accessToken.view().toByteArray(), "token");
        QTEST(int(response->lifetime.count()), "seconds");
    }

    void lifetimes_data()
    {
        QTest::addColumn<QByteArray>("expires");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("fault01 string") << QByteArray("\"1799\"") << qint64(1799);
        QTest::newRow("fault02 missing") << QByteArray() << qint64(300);
        QTest::newRow("fault02 null") << QByteArray("null") << qint64(300);
        QTest::newRow("fault02 word") << QByteArray("\"soon\"") << qint64(300);
        QTest::newRow("fault02 object") << QByteArray("{}") << qint64(300);
        QTest::newRow("fault03 zero") << QByteArray("0") << qint64(0);
        QTest::newRow("fault03 negative") << QByteArray("\"-5\"") << qint64(0);
        QTest::newRow("fault04 huge") << QByteArray("1e18") << qint64(86400);
        QTest::newRow("fault04 huge string") << QByteArray("\"99999999999999999999\"") << qint64(86400);
        QTest::newRow("fault04 infinite string") << QByteArray("\"inf\"") << qint64(86400);
        QTest::newRow("fault02 nan string") << QByteArray("\"nan\"") << qint64(300);
        QTest::newRow("fraction") << QByteArray("59.9") << qint64(59);
        QTest::newRow("fault04 beyond 64 bits") << QByteArray("123456789012345678901234567890") << qint64(86400);
        QTest::newRow("fault36 the last of two") << QByteArray("60,\"expires_in\":120") << qint64(120);
        QTest::newRow("half a pair beside it") << QByteArray("60,\"a\":\"\\ud83d\"") << qint64(60);
    }
    void lifetimes()
    {
        QFETCH(QByteArray, expires);
        const auto response = parseTokenResponse(with("\"Bearer\"", expires.constData()));
        QVERIFY(response.ok());
        QTEST(qint64(response->lifetime.count()), "seconds");
    }

    void tokenTypes_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("fault05 lower case") << QByteArray("\"bearer\"") << true;
        QTest::newRow("fault05 BearerToken") << QByteArray("\"BearerToken\"") << true;
        QTest::newRow("absent") << QByteArray() << true;
        QTest::newRow("fault06 mac") << QByteArray("\"mac\"") << false;
        QTest::newRow("fault06 number") << QByteArray("5") << false;
    }
    void tokenTypes()
    {
        QFETCH(QByteArray, type);
        QTEST(parseTokenResponse(with(type.constData(), "1799")).ok(), "accepted");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("fault07 no token") << QByteArray("{\"token_type\":\"Bearer\"}");
        QTest::newRow("fault07 empty") << QByteArray("{\"access_token\":\"\"}");
        QTest::newRow("fault07 line end") << QByteArray("{\"access_token\":\"a\\r\\nX-Evil: 1\"}");
        QTest::newRow("fault07 space") << QByteArray("{\"access_token\":\"a b\"}");
        QTest::newRow("fault07 not ASCII") << QByteArray("{\"access_token\":\"\\u00e9\"}");
        QTest::newRow("fault08 HTML") << QByteArray("<html><body>Welcome to the WLAN</body></html>");
        QTest::newRow("fault14 cut short") << QByteArray("{\"access_token\":\"abc\",\"token_ty");
        QTest::newRow("array") << QByteArray("[1]");
        QTest::newRow("nothing") << QByteArray();
        const auto with = [](const QByteArray &more) { return QByteArray(R"({"access_token":"abc")" + more); };
        QTest::newRow("something behind") << with("} {}");
        QTest::newRow("raw line break") << with(",\"a\":\"b\nc\"}");
        QTest::newRow("unknown escape") << with(R"(,"a":"\x"})");
        QTest::newRow("a number beyond a double") << with(",\"a\":1e999}");
        QTest::newRow("nested too deep") << with(",\"a\":" + QByteArray(200, '[') + QByteArray(200, ']') + '}');
        QTest::newRow("the last of two tokens counts") << with(R"(,"access_token":""})");
    }
    void refuses()
    {
        QFETCH(QByteArray, body);
        const auto response = parseTokenResponse(body);
        QVERIFY(!response.ok());
        QCOMPARE(response.error().code, ErrorCode::Unreadable);
        QVERIFY(!response.error().detail.contains(QLatin1StringView("abc"))); // nothing of the body travels on
    }

    void errors_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        const QByteArray apigee("{\"ErrorCode\" : \"invalid_client\", \"Error\" :\"ClientId is Invalid\"}");
        QTest::newRow("fault10 unknown client") << 401 << apigee << "bad-credentials";
        QTest::newRow("fault10 500 that names the client")
            << 500
            << QByteArray(
                   "{\"fault\":{\"faultstring\":\"x\",\"detail\":{\"errorcode\":\"keymanagement.service.invalid_client-invalid_client_id\"}}}")
            << "bad-credentials";
        QTest::newRow("500 else") << 500 << QByteArray("oops") << "server";
        QTest::newRow("429") << 429 << QByteArray() << "rate-limited";
        QTest::newRow("403") << 403 << QByteArray() << "forbidden";
    }
    void errors()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const Error error = tokenErrorFromReply({.status = status}, body, ClientAuthentication::FormBody);
        QTEST(errorCodeName(error.code), "code");
        QCOMPARE(error.httpStatus, status);
    }

    //! Words of servers of others, as they are sent.
    void fault106_howIsNotWhich_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("challenge");
        QTest::addColumn<ClientAuthentication>("sentAs");
        QTest::addColumn<bool>("how");
        constexpr auto form = ClientAuthentication::FormBody;
        constexpr auto raw = ClientAuthentication::BasicRaw;
        const auto row = [](const char *name, int status, const QByteArray &body, ClientAuthentication sentAs, bool how,
                            const QByteArray &challenge = {}) {
            QTest::newRow(name) << status << body << challenge << sentAs << how;
        };
        const auto oauth = [](const QByteArray &error, const QByteArray &description) {
            return "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}";
        };
        row("fault10 Apigee, no grant_type", 400,
            R"({"ErrorCode":"invalid_request","Error":"Required param : grant_type"})", raw, true);
        row("Apigee, no client_id", 400,
            R"({"ErrorCode":"invalid_request","Error":"The request is missing a required parameter : client_id"})", raw,
            true);
        row("WSO2, nothing found", 401, oauth("invalid_client", "Unsupported Client Authentication Method!"), form,
            true);
        row("WSO2, no grant_type", 400, oauth("invalid_request", "Missing grant_type parameter value"), raw, true);
        row("Hydra", 401,
            oauth(
                "invalid_client",
                "Client authentication failed (e.g., unknown client, no client authentication included, or unsupported "
                "authentication method). The OAuth 2.0 Client supports client authentication method "
                "'client_secret_basic', but method 'client_secret_post' was requested."),
            form, true);
        row("Azure AD", 401,
            oauth("invalid_client",
                  "AADSTS7000218: The request body must contain the following parameter: "
                  "'client_assertion' or 'client_secret'."),
            raw, true);
        row("oidc-provider", 400,
            oauth("invalid_request",
                  "client_id and client_secret in the authorization header are not properly encoded"),
            raw, true);
        row("told to use Basic", 400, oauth("invalid_request", "Use HTTP Basic authentication"), form, true);
        row("told to use the body", 401, oauth("invalid_client", "credentials must be sent in the request body"), raw,
            true);
        row("two at once", 400, oauth("invalid_request", "Client used more than one method for authenticating"), form,
            true);
        row("media type", 415, "", form, true);
        row("method", 405, "", form, true);
        row("not an address for tokens", 404, R"({"message":"no Route matched with those values"})", form, true);
        row("grant", 400, oauth("unsupported_grant_type", "x"), form, true);
        row("challenge to Basic", 401, oauth("invalid_client", "no"), form, true, "Basic realm=\"gateway\"");
        row("challenge to Basic and Bearer", 401, "", form, true, "Bearer realm=\"x\", basic realm=\"gateway\"");
        row("challenge to who used Basic", 401, oauth("invalid_client", "no"), raw, false, "Basic realm=\"gateway\"");
        row("challenge that repeats the error", 401, oauth("invalid_client", "x"), form, false,
            "Basic error=\"invalid_client\", error_description=\"x\"");
        row("Apigee, unknown", 401, R"({"ErrorCode" : "invalid_client", "Error" :"ClientId is Invalid"})", form, false);
        row("Apigee, wrong secret", 401, R"({"ErrorCode":"invalid_client","Error":"Client credentials are invalid"})",
            form, false);
        row("WSO2, wrong secret", 401, oauth("invalid_client", "Client Authentication failed."), raw, false);
        row("IBM", 401,
            oauth("invalid_client", "CSIAQ0155E The requested OAuth 2.0 Client could not be authenticated."), form,
            false);
        row("Keycloak, wrong secret", 401, oauth("unauthorized_client", "Invalid client or Invalid client credentials"),
            form, false);
        row("Hydra, unknown", 401,
            oauth(
                "invalid_client",
                "Client authentication failed (e.g., unknown client, no client authentication included, or unsupported "
                "authentication method). The requested OAuth 2.0 Client does not exist."),
            form, false);
        row("header with wrong ones", 401,
            oauth("invalid_client", "The credentials in the Authorization header are wrong"), raw, false);
        row("nothing said", 401, "", form, false);
    }
    void fault106_howIsNotWhich()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, challenge);
        QFETCH(ClientAuthentication, sentAs);
        QFETCH(bool, how);
        HttpReply reply{.status = status};
        if (!challenge.isEmpty())
            reply.headers.emplace_back("WWW-Authenticate", challenge);
        const Error error = tokenErrorFromReply(reply, body, sentAs);
        QCOMPARE(errorCodeName(error.code), how ? u"credentials-sent-wrongly"_s : u"bad-credentials"_s);
    }
};

LINTERNA_TEST(TestTokenResponse)

} // namespace test_tokenresponse

#include "test_tokenresponse.moc"
