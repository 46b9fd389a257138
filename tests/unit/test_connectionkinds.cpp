// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/connectionfile.h"
#include "lib/connections/connectionkinds.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_connectionkinds {

//! What is known of each kind is what the fact sheet says (§1, §5, §9, §10).
class TestConnectionKinds : public QObject
{
    Q_OBJECT
private slots:
    void addressesByKind_data()
    {
        QTest::addColumn<ConnectionKind>("kind");
        QTest::addColumn<QString>("tokenUrl");
        QTest::addColumn<QString>("apiUrl");
        QTest::addColumn<ClientAuthentication>("authentication");
        using Kind = ConnectionKind;
        using Auth = ClientAuthentication;
        QTest::newRow("USCIS sandbox") << Kind::UscisSandbox << u"https://api-int.uscis.gov/oauth/accesstoken"_s
                                       << u"https://api-int.uscis.gov"_s << Auth::FormBody;
        QTest::newRow("USCIS production") << Kind::UscisProduction << u"https://api.uscis.gov/oauth/accesstoken"_s
                                          << u"https://api.uscis.gov"_s << Auth::FormBody;
        QTest::newRow("WSO2 4") << Kind::Wso2V4 << u"https://id.example:9443/oauth2/token"_s
                                << u"https://id.example:8243"_s << Auth::BasicRaw;
        QTest::newRow("WSO2 2/3") << Kind::Wso2V3 << u"https://id.example:8243/token"_s << u"https://id.example:8243"_s
                                  << Auth::BasicRaw;
        QTest::newRow("IBM API client") << Kind::IbmVerify << u"https://id.example/v1.0/endpoint/default/token"_s
                                        << u"https://gw.example/torch/"_s << Auth::FormBody;
        QTest::newRow("IBM OIDC") << Kind::IbmVerifyOidc << u"https://id.example/oidc/endpoint/default/token"_s
                                  << u"https://gw.example/torch/"_s << Auth::FormBody;
        QTest::newRow("IBM oauth2") << Kind::IbmVerifyOauth2 << u"https://id.example/oauth2/token"_s
                                    << u"https://gw.example/torch/"_s << Auth::FormBody;
    }
    void addressesByKind()
    {
        QFETCH(ConnectionKind, kind);
        auto connection = connectionOfKind(kind, {.host = u"ID.example"_s, .gateway = u"https://gw.example/torch/"_s});
        QVERIFY(connection);
        QTEST(connection->tokenUrl.toString(), "tokenUrl");
        QTEST(connection->apiUrl.toString(), "apiUrl");
        QTEST(connection->clientAuthentication, "authentication");
        QCOMPARE(connection->kind, kind);

        connection->name = u"Office"_s;
        QVERIFY(readConnectionFile(writeConnectionFile(*connection)).ok());
        const auto words = wordsOf(*connection);
        QVERIFY(words);
        QCOMPARE(connectionOfKind(kind, *words)->tokenUrl, connection->tokenUrl);
        QCOMPARE(connectionOfKind(kind, *words)->apiUrl, connection->apiUrl);
    }
    void limitsOfUscis()
    {
        const Connection sandbox = *connectionOfKind(ConnectionKind::UscisSandbox, {});
        QCOMPARE(sandbox.requestsPerSecond, 5.0);
        QCOMPARE(sandbox.requestsPerDay, 1000);
        QCOMPARE(sandbox.serviceHours->days, (std::set<int>{1, 2, 3, 4, 5}));
        QCOMPARE(sandbox.serviceHours->opens, QTime(7, 0));
        QCOMPARE(sandbox.serviceHours->closes, QTime(20, 0));
        QCOMPARE(sandbox.serviceHours->timeZone.id(), QByteArray("America/New_York"));
        const Connection production = *connectionOfKind(ConnectionKind::UscisProduction, {});
        QCOMPARE(production.requestsPerSecond, 10.0);
        QCOMPARE(production.requestsPerDay, 400'000);
        QVERIFY(!production.serviceHours);
    }
    void otherKnowsNothing()
    {
        const auto other = connectionOfKind(ConnectionKind::Other, {});
        QVERIFY(other);
        QVERIFY(other->tokenUrl.isEmpty() && other->apiUrl.isEmpty());
    }
    void editedAddressesCameFromNoWords()
    {
        Connection connection = *connectionOfKind(ConnectionKind::Wso2V4, {.host = u"id.example"_s, .gateway = {}});
        connection.apiUrl = QUrl(u"https://id.example:8243/torch/v1"_s);
        QVERIFY(!wordsOf(connection));
        connection.kind = ConnectionKind::UscisSandbox;
        QVERIFY(!wordsOf(connection));
    }
    void theHostInWhatWasTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("host");
        QTest::newRow("host") << u"gateway.example"_s << u"gateway.example"_s;
        QTest::newRow("capitals and spaces") << u"  Gateway.Example "_s << u"gateway.example"_s;
        QTest::newRow("slash") << u"gateway.example/"_s << u"gateway.example"_s;
        QTest::newRow("pasted address") << u"https://gateway.example/devportal/x?y#z"_s << u"gateway.example"_s;
        QTest::newRow("localhost") << u"localhost"_s << u"localhost"_s;
        QTest::newRow("IPv4") << u"192.0.2.7"_s << u"192.0.2.7"_s;
        for (const char *none :
             {"", " ", "gateway.example:9443", "https://gateway.example:9443/", "http://gateway.example",
              "user@gateway", "https://user@gateway.example/", "gateway.example/path", "gateway example", "https://",
              "www.uscis.gov。evil.example", "gatewäy.example", "127.1"})
            QTest::addRow("none: %s", none) << QString::fromUtf8(none) << QString();
    }
    void theHostInWhatWasTyped()
    {
        QFETCH(QString, typed);
        QTEST(hostIn(typed).value_or(QString()), "host");
    }
    void wordsThatMakeNoAddress()
    {
        QVERIFY(!connectionOfKind(ConnectionKind::Wso2V4, {}));
        QVERIFY(
            !connectionOfKind(ConnectionKind::IbmVerify, {.host = u"t.example"_s, .gateway = u"http://gw.example"_s}));
        QVERIFY(!connectionOfKind(ConnectionKind::IbmVerify, {.host = u"t.example"_s, .gateway = {}}));
    }
    void sameServersMeansSchemeHostAndPort()
    {
        const auto of = [](const QString &token, const QString &api) {
            Connection c;
            c.tokenUrl = QUrl(token);
            c.apiUrl = QUrl(api);
            return c;
        };
        const Connection base = of(u"https://a.example/token"_s, u"https://b.example/x"_s);
        QVERIFY(talkToSameServers(base, of(u"https://a.example:443/other"_s, u"https://b.example/y"_s)));
        QVERIFY(!talkToSameServers(base, of(u"https://a.example:8443/token"_s, u"https://b.example/x"_s)));
        QVERIFY(!talkToSameServers(base, of(u"https://c.example/token"_s, u"https://b.example/x"_s)));
        QVERIFY(!talkToSameServers(base, of(u"https://a.example/token"_s, u"https://c.example/x"_s)));
        QVERIFY(!talkToSameServers(of(u"http://127.0.0.1/"_s, u"https://b.example"_s),
                                   of(u"https://127.0.0.1/"_s, u"https://b.example"_s)));
    }
};

LINTERNA_TEST(TestConnectionKinds)

} // namespace test_connectionkinds

#include "test_connectionkinds.moc"
