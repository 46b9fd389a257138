// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/practicebench.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace std::chrono_literals;

namespace test_practicegateway {

class TestPracticeGateway : public QObject
{
    Q_OBJECT

    static constexpr const char *m_id = "LinternaPracticeClient";
    const QString m_receipt = QStringLiteral("EAC9999103402");

    static QString faultCode(const HttpAnswer &answer)
    {
        return answer.json()[u"fault"][u"detail"][u"errorcode"].toString();
    }
    static PracticeServer::Options limits(double perSecond, int perDay)
    {
        PracticeServer::Options options;
        options.requestsPerSecond = perSecond;
        options.requestsPerDay = perDay;
        options.tokenLifetime = std::chrono::hours(48);
        return options;
    }
    static QByteArray basic(const QByteArray &pair) { return "Basic " + pair.toBase64(); }

private slots:
    void tokenHasTheShapeOfUscis()
    {
        QFile file(QStringLiteral(LINTERNA_FIXTURES "/samples/token-uscis.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject sample = QJsonDocument::fromJson(file.readAll()).object();
        PracticeBench bench;
        const HttpAnswer answer = bench.requestToken(PracticeBench::goodForm());
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.contentType, "application/json");
        const QJsonObject token = answer.json();
        QCOMPARE(token.keys(), sample.keys());
        for (const QString &key : sample.keys())
            QCOMPARE(token[key].type(), sample[key].type());
        for (const auto *key : {u"refresh_token_expires_in", u"api_product_list", u"api_product_list_json", u"scope",
                                u"organization_name", u"token_type", u"expires_in", u"refresh_count", u"status"})
            QCOMPARE(token[QStringView(key)], sample[QStringView(key)]);
        QCOMPARE(token[u"issued_at"].toString(), QString::number(bench.clock.now().toMSecsSinceEpoch()));
        QCOMPARE(token[u"client_id"].toString(), PracticeServer::clientId());
        QVERIFY(!answer.body.contains(PracticeServer::clientSecret().toUtf8()));
    }
    void tokensAreRandomAndValidTogether()
    {
        PracticeBench bench(PracticeBench::unlimited());
        const QByteArray one = bench.token();
        const QByteArray two = bench.token();
        QCOMPARE(one.size(), 28);
        QVERIFY(one != two);
        QCOMPARE(bench.getCase(m_receipt, one).status, 200);
        QCOMPARE(bench.getCase(m_receipt, two).status, 200);
        QCOMPARE(bench.server->tokenRequests(), 2);
        QCOMPARE(bench.server->caseRequests(), 2);
    }

    void tokenErrors_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("error");
        const QByteArray urlencoded = "application/x-www-form-urlencoded";
        const QByteArray grant = "grant_type=client_credentials&client_id=";
        const QByteArray noGrant = "Required param : grant_type";
        const auto row = [&](const char *name, const QByteArray &form, const QByteArray &type, int status,
                             const QByteArray &code, const QByteArray &error) {
            QTest::newRow(name) << form << type << status << code << error;
        };
        row("unknown client", grant + "x&client_secret=y", urlencoded, 401, "invalid_client", "ClientId is Invalid");
        row("wrong secret", grant + m_id + "&client_secret=y", urlencoded, 401, "invalid_client",
            "Client credentials are invalid");
        row("no secret", grant + m_id, urlencoded, 401, "invalid_client", "Client credentials are invalid");
        row("no client_id", "grant_type=client_credentials", urlencoded, 400, "invalid_request",
            "The request is missing a required parameter : client_id");
        row("no grant_type", QByteArray("client_id=") + m_id, urlencoded, 400, "invalid_request", noGrant);
        row("nothing", "", urlencoded, 400, "invalid_request", noGrant);
        row("garbage", "&&=%&%zz=\xff&grant_type", urlencoded, 400, "invalid_request", noGrant);
        row("JSON", R"({"grant_type":"client_credentials"})", "application/json", 400, "invalid_request", noGrant);
        row("form as text", PracticeBench::goodForm(), "text/plain", 400, "invalid_request", noGrant);
        row("password grant", "grant_type=password", urlencoded, 400, "invalid_request",
            "Unsupported grant type : password");
    }
    void tokenErrors()
    {
        QFETCH(QByteArray, form);
        QFETCH(QByteArray, contentType);
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, error);
        PracticeBench bench;
        const HttpAnswer answer =
            bench.send("POST", QStringLiteral("/oauth/accesstoken"), {{"Content-Type", contentType}}, form);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.contentType, "application/json");
        QCOMPARE(answer.json().keys(), QStringList({QStringLiteral("Error"), QStringLiteral("ErrorCode")}));
        QCOMPARE(answer.json()[u"ErrorCode"].toString().toUtf8(), code);
        QCOMPARE(answer.json()[u"Error"].toString().toUtf8(), error);
    }
    void unknownClientByteByByte()
    {
        PracticeBench bench;
        QCOMPARE(bench.requestToken("grant_type=client_credentials&client_id=x&client_secret=y").body,
                 R"({"ErrorCode" : "invalid_client", "Error" :"ClientId is Invalid"})");
    }
    void formIsDecoded()
    {
        PracticeBench bench;
        const QByteArray form = PracticeBench::goodForm().replace("_credentials", "%5Fcredentials") + "&scope=read";
        QCOMPARE(bench
                     .send("POST", QStringLiteral("/oauth/accesstoken"),
                           {{"Content-Type", "Application/X-WWW-Form-URLEncoded; charset=UTF-8"}}, form)
                     .status,
                 200);
        QCOMPARE(bench.requestToken("grant_type=a%2Bb+c").json()[u"Error"].toString(),
                 QStringLiteral("Unsupported grant type : a+b c"));
    }

    void credentialsOnlyWhereTheyBelong_data()
    {
        QTest::addColumn<bool>("wantsBasic");
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<int>("status");
        const QByteArray grant = "grant_type=client_credentials";
        const QByteArray pair = PracticeServer::clientId().toUtf8() + ':' + PracticeServer::clientSecret().toUtf8();
        QTest::newRow("post, in the body") << false << PracticeBench::goodForm() << QByteArray() << 200;
        QTest::newRow("post, in the header") << false << grant << basic(pair) << 400;
        QTest::newRow("basic, in the header") << true << grant << basic(pair) << 200;
        QTest::newRow("basic, scheme in small") << true << grant << basic(pair).replace("Basic", "basic") << 200;
        QTest::newRow("basic, in the body") << true << PracticeBench::goodForm() << QByteArray() << 400;
        QTest::newRow("basic, no grant_type") << true << QByteArray() << basic(pair) << 400;
        QTest::newRow("basic, unknown client") << true << grant << basic("x:y") << 401;
        QTest::newRow("basic, wrong secret") << true << grant << basic(pair + "x") << 401;
        QTest::newRow("basic, no colon") << true << grant << basic("x") << 400;
        QTest::newRow("basic, no base64") << true << grant << QByteArray("Basic \x01\x02***") << 400;
        QTest::newRow("basic, no scheme") << true << grant << pair.toBase64() << 400;
    }
    void credentialsOnlyWhereTheyBelong()
    {
        QFETCH(bool, wantsBasic);
        QFETCH(QByteArray, form);
        QFETCH(QByteArray, authorization);
        QFETCH(int, status);
        PracticeServer::Options options;
        options.clientAuth = wantsBasic ? PracticeServer::ClientAuth::Basic : PracticeServer::ClientAuth::Post;
        PracticeBench bench(options);
        const Headers headers = authorization.isEmpty() ? Headers{} : Headers{{"Authorization", authorization}};
        QCOMPARE(bench.requestToken(form, headers).status, status);
    }

    void refusedTokens_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<QString>("code");
        const QString malformed = QStringLiteral("oauth.v2.InvalidAccessToken");
        QTest::newRow("none") << QByteArray() << malformed;
        QTest::newRow("no scheme") << QByteArray("abc") << malformed;
        QTest::newRow("other scheme") << QByteArray("Basic abc") << malformed;
        QTest::newRow("nothing behind it") << QByteArray("Bearer ") << malformed;
        QTest::newRow("unknown") << QByteArray("Bearer abc")
                                 << QStringLiteral("keymanagement.service.invalid_access_token");
    }
    void refusedTokens()
    {
        QFETCH(QByteArray, authorization);
        QFETCH(QString, code);
        PracticeBench bench;
        const Headers headers = authorization.isEmpty() ? Headers{} : Headers{{"Authorization", authorization}};
        const HttpAnswer answer = bench.send("GET", QStringLiteral("/case-status/EAC9999103402"), headers);
        QCOMPARE(answer.status, 401);
        QCOMPARE(faultCode(answer), code);
        QVERIFY(!answer.json()[u"fault"][u"faultstring"].toString().isEmpty());
    }
    void tokensExpireEachForItself()
    {
        PracticeBench bench(PracticeBench::unlimited());
        const QByteArray first = bench.token();
        bench.clock.pass(1000s);
        const QByteArray second = bench.token();
        bench.clock.pass(798s + 999ms);
        QCOMPARE(bench.getCase(m_receipt, first).status, 200);
        bench.clock.pass(1ms);
        const HttpAnswer answer = bench.getCase(m_receipt, first);
        QCOMPARE(answer.status, 401);
        QCOMPARE(faultCode(answer), QStringLiteral("keymanagement.service.access_token_expired"));
        QCOMPARE(bench.getCase(m_receipt, second).status, 200);
    }
    void lifetimeIsAnOption()
    {
        PracticeServer::Options options = PracticeBench::unlimited();
        options.tokenLifetime = 7s;
        PracticeBench bench(options);
        const QJsonObject token = bench.requestToken(PracticeBench::goodForm()).json();
        QCOMPARE(token[u"expires_in"].toString(), QStringLiteral("7"));
        bench.clock.pass(7s);
        QCOMPARE(bench.getCase(m_receipt, token[u"access_token"].toString().toLatin1()).status, 401);
    }

    void spikeArrestSmooths()
    {
        PracticeBench bench(limits(5, 0));
        const QByteArray token = bench.token();
        QCOMPARE(bench.getCase(m_receipt, token).status, 200);
        bench.clock.pass(199ms);
        const HttpAnswer refused = bench.getCase(m_receipt, token);
        QCOMPARE(refused.status, 429);
        QCOMPARE(faultCode(refused), QStringLiteral("policies.ratelimit.SpikeArrestViolation"));
        QCOMPARE(refused.json()[u"fault"][u"faultstring"].toString(),
                 QStringLiteral("Spike arrest violation. Allowed rate : 5ps"));
        bench.clock.pass(1ms); // counted from the last one that passed, not from the refused one
        QCOMPARE(bench.getCase(m_receipt, token).status, 200);
        bench.clock.pass(10s); // and a pause earns no burst
        QCOMPARE(bench.getCase(m_receipt, token).status, 200);
        QCOMPARE(bench.getCase(m_receipt, token).status, 429);
        QCOMPARE(bench.server->caseRequests(), 3);
    }
    void spikeArrestBelowOneASecond()
    {
        PracticeBench bench(limits(0.5, 0));
        const QByteArray token = bench.token();
        QCOMPARE(bench.getCase(m_receipt, token).status, 200);
        bench.clock.pass(1999ms);
        QVERIFY(bench.getCase(m_receipt, token).body.contains("Allowed rate : 30pm"));
        bench.clock.pass(1ms);
        QCOMPARE(bench.getCase(m_receipt, token).status, 200);
    }
    void onlyWhatHasAGoodTokenCounts()
    {
        PracticeBench bench(limits(5, 1));
        QCOMPARE(bench.getCase(m_receipt, "unknown").status, 401);
        const QByteArray token = bench.token();
        QCOMPARE(bench.getCase(m_receipt, token).status, 200);
    }
    void quotaEndsAtMidnightInNewYork_data()
    {
        QTest::addColumn<QDateTime>("midnight");
        QTest::newRow("summer") << QDateTime(QDate(2026, 7, 2), QTime(4, 0), Qt::UTC);
        QTest::newRow("winter") << QDateTime(QDate(2026, 1, 2), QTime(5, 0), Qt::UTC);
    }
    void quotaEndsAtMidnightInNewYork()
    {
        QFETCH(QDateTime, midnight);
        PracticeBench bench(limits(0, 3));
        bench.clock.setNow(midnight.addMSecs(-1000));
        const QByteArray token = bench.token();
        QCOMPARE(bench.getCase(m_receipt, token).status, 200); // whatever the answer, it counts
        QCOMPARE(bench.getCase(QStringLiteral("EAC0000099999"), token).status, 404);
        QCOMPARE(bench.getCase(QStringLiteral("EAC1"), token).status, 422);
        const HttpAnswer refused = bench.getCase(m_receipt, token);
        QCOMPARE(refused.status, 429);
        QCOMPARE(faultCode(refused), QStringLiteral("policies.ratelimit.QuotaViolation"));
        QVERIFY(refused.body.contains("Quota limit  exceeded."));
        bench.clock.setNow(midnight.addMSecs(-1));
        QCOMPARE(bench.getCase(m_receipt, token).status, 429);
        bench.clock.setNow(midnight);
        QCOMPARE(bench.getCase(m_receipt, token).status, 200);
    }
    void defaultsAreThoseOfTheSandbox()
    {
        const PracticeServer::Options options;
        QCOMPARE(options.requestsPerSecond, 5.0);
        QCOMPARE(options.requestsPerDay, 1000);
        QCOMPARE(options.tokenLifetime, std::chrono::seconds(1799));
        QVERIFY(options.clientAuth == PracticeServer::ClientAuth::Post);
    }

    void otherMethodsAndPaths_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("allow");
        const QString token = QStringLiteral("/oauth/accesstoken");
        const QString receipt = QStringLiteral("/case-status/EAC9999103402");
        QTest::newRow("GET token") << QByteArray("GET") << token << 405 << QByteArray("POST");
        QTest::newRow("POST case") << QByteArray("POST") << receipt << 405 << QByteArray("GET");
        QTest::newRow("DELETE case") << QByteArray("DELETE") << receipt << 405 << QByteArray("GET");
        QTest::newRow("HEAD case") << QByteArray("HEAD") << receipt << 405 << QByteArray("GET");
        QTest::newRow("odd case") << QByteArray("BREW") << receipt << 405 << QByteArray("GET");
        QTest::newRow("root") << QByteArray("GET") << QStringLiteral("/") << 404 << QByteArray();
        QTest::newRow("no receipt") << QByteArray("GET") << QStringLiteral("/case-status") << 404 << QByteArray();
        QTest::newRow("other") << QByteArray("POST") << QStringLiteral("/oauth/accesstoken2") << 404 << QByteArray();
        QTest::newRow("query") << QByteArray("GET") << receipt + QStringLiteral("?x=y") << 401 << QByteArray();
    }
    void otherMethodsAndPaths()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(int, status);
        QFETCH(QByteArray, allow);
        PracticeBench bench;
        const HttpAnswer answer = bench.send(method, path);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.allow, allow);
        QCOMPARE(answer.body.isEmpty(), method == "HEAD");
        QCOMPARE(bench.send("GET", QStringLiteral("/")).status, 404); // the connection is in order
    }
};

LINTERNA_TEST(TestPracticeGateway)

} // namespace test_practicegateway

#include "test_practicegateway.moc"
