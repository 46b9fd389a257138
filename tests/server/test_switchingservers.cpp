// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/checks/checkservice.h"
#include "lib/checks/ratelimiters.h"
#include "tests/support/connectioninuse.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/rawserver.h"
#include "tests/support/testconnection.h"
#include "tests/support/testprogram.h"
#include "tests/support/testrecord.h"

#include <QTest>

using namespace linterna;
using namespace linterna::test;

namespace test_switchingservers {

namespace {

QByteArray tokenReply(const QByteArray &token)
{
    return raw::reply(200, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":1799}");
}

QByteArray caseReply(const char *receipt)
{
    return raw::reply(200,
                      QByteArray("{\"case_status\":{\"receiptNumber\":\"") + receipt
                          + "\",\"current_case_status_text_en\":\"Case Was Received\"}}");
}

//! Everything that came in, and the pair of HTTP Basic in clear besides.
QByteArray bytesSeenBy(const RawServer &server)
{
    QByteArray all;
    for (const RawServer::Record &connection : server.connections()) {
        all += connection.received;
        for (const QByteArray &line : connection.received.split('\n')) {
            if (const qsizetype basic = line.indexOf("Basic "); basic >= 0)
                all += QByteArray::fromBase64(line.mid(basic + 6).trimmed());
        }
    }
    return all;
}

Connection connectionTo(const RawServer &server, const char *name, ClientAuthentication authentication)
{
    const QString shown = QString::fromLatin1(name);
    Connection connection =
        test::connectionTo(shown, server.url(QStringLiteral("/token")), server.url(QStringLiteral("/api")),
                           QStringLiteral("client-of-") + shown);
    connection.clientAuthentication = authentication;
    connection.requestsPerSecond = 0;
    return connection;
}

} // namespace

//! Another connection is chosen while checks are under way: two real servers, and each byte that they got.
class TestSwitchingServers : public QObject
{
    Q_OBJECT
private slots:
    void eachServerSeesItsOwnAlone_data()
    {
        QTest::addColumn<bool>("tokenGiven");
        QTest::addColumn<ClientAuthentication>("authentication");
        QTest::newRow("token request under way, form body") << false << ClientAuthentication::FormBody;
        QTest::newRow("token request under way, Basic") << false << ClientAuthentication::BasicRaw;
        QTest::newRow("case requests under way, form body") << true << ClientAuthentication::FormBody;
        QTest::newRow("case requests under way, Basic") << true << ClientAuthentication::BasicFormEncoded;
    }
    void eachServerSeesItsOwnAlone()
    {
        QFETCH(bool, tokenGiven);
        QFETCH(ClientAuthentication, authentication);
        raw::Script first{raw::ReadRequest{}}; // and then silence
        if (tokenGiven)
            first = {raw::ReadRequest{}, raw::Send{tokenReply("token-of-first")}};
        RawServer before({first, {raw::ReadRequest{}}});
        RawServer after({{raw::ReadRequest{}, raw::Send{tokenReply("token-of-second")}},
                         {raw::ReadRequest{}, raw::Send{caseReply("EAC0000000001")}}});

        SystemClock clock;
        FakeSecretStore secrets;
        LocalRecord history{clock};
        openInMemory(history);
        RateLimiters limiters(clock);
        ConnectionInUse inUse(secrets, limiters, clock);
        CheckService checks(history, inUse.active, clock);
        std::vector<CheckOutcome> outcomes;
        connect(&checks, &CheckService::finished, this,
                [&](const CheckOutcome &outcome) { outcomes.push_back(outcome); });
        const auto choose = [&](const RawServer &server, const char *name) {
            const Connection connection = connectionTo(server, name, authentication);
            secrets.secrets.insert(connection.secretKey(), Secret::copyOf(QByteArray("secret-of-") + name));
            inUse.use(connection);
        };
        const auto check = [&](int number) {
            checks.check(*ReceiptNumber::fromText(QStringLiteral("EAC%1").arg(number, 10, 10, QChar(u'0'))),
                         AskedBy::Batch);
        };

        choose(before, "first");
        for (int i = 0; i < 20; ++i)
            check(i);
        QTRY_COMPARE(before.requests().size(), std::size_t(tokenGiven ? 1 + CheckService::placesUnderWay : 1));
        choose(after, "second");
        check(1);
        QTRY_COMPARE(outcomes.size(), std::size_t(21));
        QCOMPARE(std::ranges::count_if(outcomes,
                                       [](const CheckOutcome &outcome) {
                                           return !outcome.result.ok()
                                               && outcome.result.error().code == ErrorCode::Cancelled
                                               && outcome.connection == QLatin1StringView("first");
                                       }),
                 20);
        QVERIFY(outcomes.back().result.ok());
        QCOMPARE(outcomes.back().connection, QStringLiteral("second"));
        QTRY_VERIFY(std::ranges::all_of(before.connections(), &RawServer::Record::ended)); // nothing is left open there

        const QByteArray atFirst = bytesSeenBy(before);
        const QByteArray atSecond = bytesSeenBy(after);
        QVERIFY(atFirst.contains("secret-of-first") && atSecond.contains("secret-of-second"));
        QCOMPARE(atFirst.contains("Bearer token-of-first"), tokenGiven);
        QVERIFY(atSecond.contains("Bearer token-of-second"));
        QVERIFY(!atFirst.contains("second"));
        QVERIFY(!atSecond.contains("first"));
    }
};

LINTERNA_TEST(TestSwitchingServers)

} // namespace test_switchingservers

#include "test_switchingservers.moc"
