// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/road.h"
#include "tests/support/testprogram.h"

using namespace linterna;
using namespace linterna::test;

namespace test_transcripts {

namespace {

const QByteArray token = "t0k-en.of+today==";

FakeReply served(const SeenRequest &request)
{
    return {.body = isToken(request) ? tokenBody(token, "\"1799\"") : goodBody(request.url)};
}

//! "POST 200, GET 401" of the requests of a check.
QByteArray requestsOf(const CheckOutcome &outcome)
{
    QByteArrayList requests;
    for (const HttpTranscript &each : outcome.transcripts)
        requests += each.method + ' ' + QByteArray::number(each.status);
    return requests.join(", ");
}

} // namespace

//! What a check keeps of its requests, for whoever has to prove them.
class TestTranscripts : public QObject
{
    Q_OBJECT
private slots:
    void aCheckTellsTheRequestsThatItTook()
    {
        Road road(served);
        road.check(0, 1, AskedBy::Person);
        QVERIFY(road.waitFor(1));
        road.check(1, 2, AskedBy::Person);
        QVERIFY(road.waitFor(2));
        QCOMPARE(requestsOf(road.outcomes[0]), QByteArray("POST 200, GET 200"));
        QCOMPARE(requestsOf(road.outcomes[1]), QByteArray("GET 200")); // it had the token already

        const HttpTranscript &asked = road.outcomes[1].transcripts.front();
        QCOMPARE(asked.url, QUrl(QStringLiteral("https://api.example/case-status/EAC0000000001")));
        QCOMPARE(asked.replyBody, road.outcomes[1].rawReply);
        QVERIFY(keptBytes(road.outcomes[1]).contains("Authorization: Bearer ••••••\n"));
    }

    void aTokenThatWasRefusedIsToldToo()
    {
        int tokens = 0;
        Road road([&](const SeenRequest &r) {
            if (isToken(r))
                return FakeReply{.body = tokenBody("t" + QByteArray::number(++tokens), "1799")};
            return r.authorization == "Bearer t1" ? FakeReply{.status = 401} : FakeReply{.body = goodBody(r.url)};
        });
        road.check(0, 1, AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(requestsOf(road.outcomes[0]), QByteArray("POST 200, GET 401, POST 200, GET 200"));
    }

    void whatHadNoAnswerIsTold()
    {
        Road road([&](const SeenRequest &r) {
            return isToken(r) ? served(r) : FakeReply{.status = 0, .error = QNetworkReply::ConnectionRefusedError};
        });
        road.check(0, 1, AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("offline"));
        QCOMPARE(requestsOf(road.outcomes[0]), QByteArray("GET 0")); // of the last try
    }

    void credentialsThatWereRefusedAreTold()
    {
        Road road([](const SeenRequest &) {
            return FakeReply{.status = 401, .body = "{\"ErrorCode\":\"invalid_client\",\"Error\":\"no\"}"};
        });
        road.check(0, 1, AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(requestsOf(road.outcomes[0]), QByteArray("POST 401"));
        QVERIFY(keptBytes(road.outcomes[0]).contains("invalid_client"));
    }

    void neitherTokenNorSecretIsKept_data()
    {
        QTest::addColumn<ClientAuthentication>("method");
        QTest::newRow("form body") << ClientAuthentication::FormBody;
        QTest::newRow("raw Basic") << ClientAuthentication::BasicRaw;
        QTest::newRow("form-urlencoded Basic") << ClientAuthentication::BasicFormEncoded;
    }
    void neitherTokenNorSecretIsKept()
    {
        QFETCH(ClientAuthentication, method);
        // A server that sends back whatever it was sent, where nobody expects it.
        const auto gossip = [](const SeenRequest &r) {
            if (isToken(r))
                return FakeReply{.body = tokenBody(token, "1799"),
                                 .headers = {{"X-You-Sent", r.authorization}, {"Set-Cookie", "id=" + token}}};
            return FakeReply{.status = 422,
                             .body = "{\"message\":\"you sent " + r.authorization + "\"}",
                             .headers = {{"X-You-Sent", r.authorization}}};
        };
        Road road(gossip);
        Connection connection = testConnection("Gossip");
        connection.clientAuthentication = method;
        road.network = road.use(connection, gossip);
        const QByteArray secret = "secret of Gossip";
        road.check(0, 1, AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(requestsOf(road.outcomes[0]), QByteArray("POST 200, GET 422"));
        const QByteArray kept = keptBytes(road.outcomes[0]);
        for (const QByteArray &hidden : {token, token.toPercentEncoding(), secret, QByteArray("secret%20of%20Gossip"),
                                         QByteArray("secret+of+Gossip"), ("me:" + secret).toBase64(),
                                         QByteArray("me:secret+of+Gossip").toBase64()})
            QVERIFY2(!kept.contains(hidden), qPrintable(QString::fromLatin1(hidden.left(3))));
        QVERIFY(kept.contains("you sent Bearer ••••••"));
    }

    void theRecordGivesThemBack()
    {
        Road road(served);
        road.check(0, 1, AskedBy::Person);
        QVERIFY(road.waitFor(1));
        const auto loaded = resultOf(road.history.load(road.outcomes[0].id));
        QVERIFY(loaded->transcripts == road.outcomes[0].transcripts);
        QCOMPARE(loaded->transcripts.size(), std::size_t(2));
    }
};

LINTERNA_TEST(TestTranscripts)

} // namespace test_transcripts

#include "test_transcripts.moc"
