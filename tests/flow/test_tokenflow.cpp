// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/auth/tokenprovider.h"
#include "lib/secrets/memorysecretstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/testconnection.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace std::chrono_literals;

namespace test_tokenflow {

namespace {

FakeReply tokenReply(const QByteArray &token, const QByteArray &expiresIn = "\"1799\"")
{
    return {.body = "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + expiresIn + "}"};
}

//! Token provider and all that it stands on, with a network and a clock of the test's.
struct Rig {
    explicit Rig(FakeNetwork::Answer answer, const Connection &connection = testConnection())
        : network(clock, std::move(answer)), http(clock, network.access()), limiter({.requestsPerSecond = 5}, clock),
          tokens(connection, http, limiter, secrets, clock)
    {
        (void)secrets.write(connection.secretKey(), Secret::copyOf("s:%+/&=é"));
        settle();
    }
    //! Asks, lets `wait` pass, and gives the token's value or the error's name.
    QByteArray acquire(std::chrono::milliseconds wait = 0ms)
    {
        const auto got = std::make_shared<QByteArray>("(still waiting)"); // it may be told after we have left
        tokens.acquire()->onFinished(&context, [got](const Result<AccessToken> &token) {
            *got = token.ok() ? token->authorization.view().sliced(7).toByteArray()
                              : errorCodeName(token.error().code).toLatin1();
        });
        clock.pass(wait);
        return *got;
    }

    FakeClock clock;
    FakeNetwork network;
    HttpClient http;
    RateLimiter limiter;
    MemorySecretStore secrets;
    TokenProvider tokens;
    QObject context;
};

} // namespace

class TestTokenFlow : public QObject
{
    Q_OBJECT
private slots:
    void asksOnceAndKeeps()
    {
        Rig rig([](const SeenRequest &) { return tokenReply("t1"); });
        QCOMPARE(rig.acquire(), QByteArray("t1"));
        QCOMPARE(rig.acquire(), QByteArray("t1"));
        QCOMPARE(rig.network.seen().size(), std::size_t(1));
        const SeenRequest &request = rig.network.seen().front();
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.url, testConnection().tokenUrl);
    }

    void fault22_secretWithOddCharacters_data()
    {
        QTest::addColumn<ClientAuthentication>("authentication");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("authorization");
        QTest::newRow("form body")
            << ClientAuthentication::FormBody
            << QByteArray("grant_type=client_credentials&client_id=me&client_secret=s%3A%25%2B%2F%26%3D%C3%A9")
            << QByteArray();
        QTest::newRow("Basic, raw pair") << ClientAuthentication::BasicRaw
                                         << QByteArray("grant_type=client_credentials")
                                         << QByteArray("Basic " + QByteArray("me:s:%+/&=é").toBase64());
        QTest::newRow("Basic, form-urlencoded pair")
            << ClientAuthentication::BasicFormEncoded << QByteArray("grant_type=client_credentials")
            << QByteArray("Basic " + QByteArray("me:s%3A%25%2B%2F%26%3D%C3%A9").toBase64());
    }
    void fault22_secretWithOddCharacters()
    {
        QFETCH(ClientAuthentication, authentication);
        Connection connection = testConnection();
        connection.clientAuthentication = authentication;
        Rig rig([](const SeenRequest &) { return tokenReply("t"); }, connection);
        QCOMPARE(rig.acquire(), QByteArray("t"));
        QTEST(rig.network.seen().front().body, "body");
        QTEST(rig.network.seen().front().authorization, "authorization");
    }

    void manyWaitersOneRequest()
    {
        Rig rig([](const SeenRequest &) { return FakeReply{.held = true}; });
        int served = 0;
        for (int i = 0; i < 500; ++i)
            rig.tokens.acquire()->onFinished(&rig.context,
                                             [&](const Result<AccessToken> &token) { served += token.ok(); });
        settle();
        QCOMPARE(served, 0);
        rig.network.setAnswer([](const SeenRequest &) { return tokenReply("t"); });
        rig.network.release();
        settle();
        QCOMPARE(served, 500);
        QCOMPARE(rig.network.seen().size(), std::size_t(1));
    }

    void oneThatIsCancelledDoesNotDisturbTheOthers()
    {
        Rig rig([](const SeenRequest &) { return FakeReply{.held = true}; });
        auto *first = rig.tokens.acquire();
        int served = 0;
        rig.tokens.acquire()->onFinished(&rig.context, [&](const Result<AccessToken> &token) { served += token.ok(); });
        settle();
        first->cancel();
        rig.network.setAnswer([](const SeenRequest &) { return tokenReply("t"); });
        rig.network.release();
        settle();
        QCOMPARE(served, 1);
    }

    void renewsBeforeItExpiresWhileWorkGoesOn()
    {
        int minted = 0;
        int atOnce = 0;
        Rig *self = nullptr;
        Rig rig([&](const SeenRequest &) {
            atOnce = std::max(atOnce, self->network.underWay() + 1);
            FakeReply reply = tokenReply("t" + QByteArray::number(++minted), "4");
            reply.after = 300ms;
            return reply;
        });
        self = &rig;
        QCOMPARE(rig.acquire(), QByteArray("(still waiting)"));
        for (int second = 0; second < 30; ++second) {
            rig.clock.pass(1s);
            QVERIFY(rig.acquire().startsWith("t")); // nobody but the first waits
        }
        QCOMPARE(atOnce, 1);
        QVERIFY2(minted > 1 && minted <= 12, QByteArray::number(minted).constData());
    }

    void isNotRenewedForNobody()
    {
        int minted = 0;
        Rig rig([&](const SeenRequest &) { return tokenReply("t" + QByteArray::number(++minted), "60"); });
        QCOMPARE(rig.acquire(), QByteArray("t1"));
        rig.clock.pass(1h);
        QVERIFY2(minted <= 2, QByteArray::number(minted).constData()); // the one renewal after work, then none
    }

    void fault03_aTokenWithoutLifeIsUsedOnce()
    {
        int minted = 0;
        Rig rig([&](const SeenRequest &) { return tokenReply("t" + QByteArray::number(++minted), "0"); });
        QCOMPARE(rig.acquire(), QByteArray("t1"));
        rig.clock.pass(1min);
        QCOMPARE(minted, 1);
        QCOMPARE(rig.acquire(), QByteArray("t2"));
        QCOMPARE(minted, 2);
    }

    void fault10_refusedCredentialsAreTriedOnceAndKept()
    {
        Rig rig([](const SeenRequest &) {
            return FakeReply{.status = 401,
                             .body = "{\"ErrorCode\" : \"invalid_client\", \"Error\" :\"ClientId is Invalid\"}"};
        });
        QCOMPARE(rig.acquire(1min), QByteArray("bad-credentials"));
        QCOMPARE(rig.network.seen().size(), std::size_t(1));
        Secret kept;
        rig.secrets.read(testConnection().secretKey())->onFinished(&rig.context, [&](const Result<Secret> &secret) {
            kept = *secret;
        });
        settle();
        QVERIFY(!kept.isEmpty());
    }

    void fault11_retryAfterIsWaitedOut()
    {
        Rig rig([](const SeenRequest &) { return FakeReply{.status = 429, .headers = {{"Retry-After", "5"}}}; });
        std::optional<QDateTime> until;
        connect(&rig.tokens, &TokenProvider::waiting, &rig.context,
                [&](const QDateTime &at, ErrorCode) { until = at; });
        const QDateTime asked = rig.clock.now();
        QCOMPARE(rig.acquire(4900ms), QByteArray("(still waiting)"));
        QCOMPARE(until, std::optional(asked.addSecs(5))); // for the countdown
        QCOMPARE(rig.network.seen().size(), std::size_t(1));
        rig.network.setAnswer([](const SeenRequest &) { return tokenReply("t"); });
        rig.clock.pass(200ms);
        QCOMPARE(rig.network.seen().size(), std::size_t(2));
        QVERIFY((rig.network.seen()[1].at - rig.network.seen()[0].at) >= 5s);
    }

    void fault16_resetIsTriedTwiceMore()
    {
        Rig rig(
            [](const SeenRequest &) { return FakeReply{.status = 0, .error = QNetworkReply::RemoteHostClosedError}; });
        QByteArray got;
        rig.tokens.acquire()->onFinished(&rig.context, [&](const Result<AccessToken> &token) {
            got = errorCodeName(token.error().code).toLatin1();
        });
        rig.clock.pass(1min);
        QCOMPARE(got, QByteArray("offline"));
        QCOMPARE(rig.network.seen().size(), std::size_t(3));
    }

    void fault19_clockTwoHoursOnCostsOneRequest()
    {
        int minted = 0;
        Rig rig([&](const SeenRequest &) { return tokenReply("t" + QByteArray::number(++minted)); });
        QCOMPARE(rig.acquire(), QByteArray("t1"));
        rig.clock.jumpWall(2h);
        QCOMPARE(rig.acquire(1s), QByteArray("t2"));
        QCOMPARE(rig.acquire(), QByteArray("t2"));
        QCOMPARE(minted, 2);
    }

    void fault20_clockTwoHoursBackDoesNotLengthenItsLife()
    {
        int minted = 0;
        Rig rig([&](const SeenRequest &) { return tokenReply("t" + QByteArray::number(++minted)); });
        QCOMPARE(rig.acquire(), QByteArray("t1"));
        rig.clock.jumpWall(-2h);
        rig.clock.pass(1h); // renewed by its timer once, unused since: gone by now
        QVERIFY(!rig.tokens.current());
        QVERIFY(rig.acquire(1s) != QByteArray("t1"));
    }

    void fault21_anHourAsleepIsSeen()
    {
        int minted = 0;
        Rig rig([&](const SeenRequest &) { return tokenReply("t" + QByteArray::number(++minted)); });
        QCOMPARE(rig.acquire(), QByteArray("t1"));
        rig.clock.jumpWall(1h); // monotonic time stood still
        QCOMPARE(rig.acquire(1s), QByteArray("t2"));
    }

    void fault23_onlyTheTokenThatWasUsedIsDropped()
    {
        int minted = 0;
        Rig rig([&](const SeenRequest &) { return tokenReply("t" + QByteArray::number(++minted)); });
        QCOMPARE(rig.acquire(), QByteArray("t1"));
        const int old = rig.tokens.current()->serial;
        rig.tokens.drop(old);
        QCOMPARE(rig.acquire(1s), QByteArray("t2"));
        rig.tokens.drop(old); // a late 401 about the old one
        QCOMPARE(rig.acquire(), QByteArray("t2"));
    }

    void withoutClientIdOrSecretNothingIsSent()
    {
        Connection connection = testConnection();
        connection.clientId.clear();
        Rig rig([](const SeenRequest &) { return tokenReply("t"); }, connection);
        QCOMPARE(rig.acquire(1min), QByteArray("not-configured"));
        Rig second([](const SeenRequest &) { return tokenReply("t"); });
        (void)second.secrets.remove(testConnection().secretKey());
        QCOMPARE(second.acquire(1min), QByteArray("not-configured"));
        QVERIFY(rig.network.seen().empty() && second.network.seen().empty());
    }

    void tellsWhenItExpires()
    {
        Rig rig([](const SeenRequest &) { return tokenReply("t", "100"); });
        std::optional<QDateTime> expires;
        connect(&rig.tokens, &TokenProvider::changed, &rig.context, [&](std::optional<QDateTime> at) { expires = at; });
        const QDateTime asked = rig.clock.now();
        QCOMPARE(rig.acquire(), QByteArray("t"));
        QCOMPARE(expires, std::optional(asked.addSecs(95))); // 100 s less the margin
    }

    void diesWithWaiters()
    {
        QByteArray got;
        QObject context;
        {
            Rig rig([](const SeenRequest &) { return FakeReply{.held = true}; });
            rig.tokens.acquire()->onFinished(&context, [&](const Result<AccessToken> &token) {
                got = errorCodeName(token.error().code).toLatin1();
            });
            settle();
        }
        settle();
        QCOMPARE(got, QByteArray("cancelled"));
    }
};

LINTERNA_TEST(TestTokenFlow)

} // namespace test_tokenflow

#include "test_tokenflow.moc"
