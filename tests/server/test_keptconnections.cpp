// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/checks/ratelimiters.h"
#include "tests/support/rawserver.h"
#include "tests/support/road.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_keptconnections {

namespace {

const ReceiptNumber first = numbered(1);
const ReceiptNumber second = numbered(2);

QByteArray statusOf(const ReceiptNumber &receipt, const char *title = "Case Was Received")
{
    return raw::reply(200, goodBody(QUrl(u"x/"_s + receipt.toString()), title));
}

//! Asks one connection's server for one receipt number after the other. Its clock stands.
class Desk
{
public:
    explicit Desk(std::vector<raw::Script> scripts)
        : m_server([&] {
              scripts.insert(scripts.begin(), {raw::ReadRequest{}, raw::Send{raw::reply(200, anyToken)}});
              return std::move(scripts);
          }())
    {
        Connection connection = testConnection();
        connection.tokenUrl = m_server.url(u"/token"_s);
        connection.apiUrl = m_server.url();
        connection.requestsPerSecond = 0;
        connection.requestsPerDay = 0;
        m_secrets.secrets.insert(connection.secretKey(), Secret::copyOf("sxr"));
        m_session = std::make_unique<ConnectionSession>(connection, m_limiters.use(connection), m_secrets, clock);
    }

    //! The title, or the name of an error. Keeps the reply in `last`.
    QByteArray ask(const ReceiptNumber &receipt)
    {
        const Result<CaseReply> reply = resultOf(m_session->client().ask(receipt, RateLimiter::Priority::Person));
        if (!reply.ok())
            return errorCodeName(reply.error().code).toLatin1();
        last = *reply;
        return last.result.ok() ? last.result->title.en.toLatin1() : errorCodeName(last.result.error().code).toLatin1();
    }
    //! How many whole requests came over each connection; the first is the token's.
    [[nodiscard]] QList<int> requests() const
    {
        QList<int> counts;
        for (const RawServer::Record &connection : m_server.connections())
            counts << int(connection.requests.size());
        return counts;
    }

    FakeClock clock;
    CaseReply last{.result = Error{.code = ErrorCode::Cancelled}, .body = {}};

private:
    RawServer m_server;
    FakeSecretStore m_secrets;
    RateLimiters m_limiters{clock};
    std::unique_ptr<ConnectionSession> m_session;
};

} // namespace

//! What comes over a connection that was used before counts only where it names the receipt number that was asked for.
class TestKeptConnections : public QObject
{
    Q_OBJECT
private slots:
    void theSameConnectionServesOneAfterTheOther()
    {
        raw::Script script;
        for (const int number : {1, 2, 3})
            script.insert(script.end(), {raw::ReadRequest{}, raw::Send{statusOf(numbered(number))}});
        Desk desk({script});
        for (const int number : {1, 2, 3})
            QCOMPARE(desk.ask(numbered(number)), QByteArray("Case Was Received"));
        QCOMPARE(desk.requests(), (QList<int>{1, 3})); // and never over the token's
    }

    //! What comes instead of the reply to the second request, over the connection of the first.
    void fault70_nothingElseThatComesOverItCounts_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<bool>("ends");
        const auto row = [](const char *name, const QByteArray &sent, bool ends = false) {
            QTest::newRow(name) << sent << ends;
        };
        const QByteArray gone = raw::reply(404, "{\"errors\":[]}");
        row("fault70 another's 404", gone);
        row("fault70 the reply before once more", statusOf(first));
        row("fault70 103, and its own reply", "HTTP/1.1 103 Early Hints\r\n\r\n" + statusOf(second, "Late"));
        row("fault70 another's 500", raw::reply(500, "{}"));
        row("fault70 another's 503", raw::reply(503, "{}"));
        row("fault70 another's 401", raw::reply(401, "{}"));
        row("fault70 another's 403", raw::reply(403, "{}"));
        row("fault70 a redirect", raw::reply(302, "", {{"Location", "/elsewhere"}}));
        row("fault70 a token", raw::reply(200, anyToken));
        row("fault70 nothing in it", raw::reply(200, ""));
        row("fault70 no JSON", raw::reply(200, "<html>"));
        row("fault70 packed", raw::reply(200, "{}", {{"Content-Encoding", "gzip"}}));
        row("fault70 half of it", statusOf(second, "Cut").chopped(30), true);
    }
    void fault70_nothingElseThatComesOverItCounts()
    {
        QFETCH(QByteArray, sent);
        QFETCH(bool, ends);
        raw::Script script{raw::ReadRequest{}, raw::Send{statusOf(first)}, raw::ReadRequest{}, raw::Send{sent}};
        if (ends)
            script.push_back(raw::Close{});
        Desk desk({script, {raw::ReadRequest{}, raw::Send{statusOf(second, "Its own")}}});
        QCOMPARE(desk.ask(first), QByteArray("Case Was Received"));
        QCOMPARE(desk.ask(second), QByteArray("Its own"));
        QCOMPARE(desk.requests(), (QList<int>{1, 2, 1}));
        QCOMPARE(desk.last.transcripts.size(), std::size_t(2)); // what was sent is told
    }

    //! A 404 is believed where nobody used the connection before: no third request.
    void fault70_aCaseThatIsNotKnownIsAskedForOnceMore()
    {
        const QByteArray gone = raw::reply(404, "{}");
        Desk desk({{raw::ReadRequest{}, raw::Send{statusOf(first)}, raw::ReadRequest{}, raw::Send{gone}},
                   {raw::ReadRequest{}, raw::Send{gone}}});
        QCOMPARE(desk.ask(first), QByteArray("Case Was Received"));
        QCOMPARE(desk.ask(second), QByteArray("not-recognized"));
        QCOMPARE(desk.requests(), (QList<int>{1, 2, 1}));
    }

    //! "Wait" is meant for all who ask: it is heeded, not put in doubt.
    void aRefusalForThePaceIsNotAskedAbout()
    {
        Desk desk(
            {{raw::ReadRequest{}, raw::Send{statusOf(first)}, raw::ReadRequest{}, raw::Send{raw::reply(429, "{}")}}});
        QCOMPARE(desk.ask(first), QByteArray("Case Was Received"));
        QCOMPARE(desk.ask(second), QByteArray("rate-limited"));
        QCOMPARE(desk.requests(), (QList<int>{1, 2}));
    }

    //! Whose reply was in doubt, or no answer, leaves no connection behind.
    void onlyARightReplyKeepsAConnection_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("404") << raw::reply(404, "{}") << QByteArray("not-recognized");
        QTest::newRow("another case") << statusOf(second) << QByteArray("mismatch");
        QTest::newRow("closing") << raw::reply(200, goodBody(QUrl(u"x/"_s + first.toString())),
                                               {{"Connection", "Close"}})
                                 << QByteArray("Case Was Received");
        QTest::newRow("bytes behind it") << statusOf(first) + raw::reply(404, "{}") << QByteArray("Case Was Received");
    }
    void onlyARightReplyKeepsAConnection()
    {
        QFETCH(QByteArray, sent);
        QFETCH(QByteArray, expected);
        Desk desk({{raw::ReadRequest{}, raw::Send{sent}, raw::ReadRequest{}, raw::Send{raw::reply(404, "{}")}},
                   {raw::ReadRequest{}, raw::Send{statusOf(second, "Its own")}}});
        QCOMPARE(desk.ask(first), expected);
        QCOMPARE(desk.ask(second), QByteArray("Its own"));
        QCOMPARE(desk.requests(), (QList<int>{1, 1, 1}));
    }

    //! After a pause, or the computer's sleep, the network may be another.
    void aConnectionIsNotKeptForLong_data()
    {
        QTest::addColumn<bool>("sleeps");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("connections");
        QTest::newRow("a moment") << false << 4 << 2;
        QTest::newRow("a pause") << false << 6 << 3;
        QTest::newRow("sleep") << true << 60 << 3;
        QTest::newRow("the clock was set back") << true << -60 << 3;
    }
    void aConnectionIsNotKeptForLong()
    {
        QFETCH(bool, sleeps);
        QFETCH(int, seconds);
        QFETCH(int, connections);
        raw::Script script;
        for (const ReceiptNumber &receipt : {first, second})
            script.insert(script.end(), {raw::ReadRequest{}, raw::Send{statusOf(receipt)}});
        Desk desk({script, {raw::ReadRequest{}, raw::Send{statusOf(second)}}});
        QCOMPARE(desk.ask(first), QByteArray("Case Was Received"));
        if (sleeps)
            desk.clock.jumpWall(std::chrono::seconds(seconds));
        else
            desk.clock.pass(std::chrono::seconds(seconds));
        QCOMPARE(desk.ask(second), QByteArray("Case Was Received"));
        QCOMPARE(desk.requests().size(), connections);
    }
};

LINTERNA_TEST(TestKeptConnections)

} // namespace test_keptconnections

#include "test_keptconnections.moc"
