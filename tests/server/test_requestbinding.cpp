// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/exchange/recordexport.h"
#include "lib/localrecord/localrecord.h"
#include "tests/support/disorderlyserver.h"
#include "tests/support/outcomes.h"
#include "tests/support/rawserver.h"
#include "tests/support/road.h"
#include "tests/support/testprogram.h"
#include "tests/support/testrecord.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cstdio>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_requestbinding {

namespace {

const QByteArray ok200 = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
const QByteArray gone404 = "HTTP/1.1 404 Gone\r\nContent-Length: 6\r\n\r\n{\"a\":1";

//! "200", "404" or the name of an error.
QByteArray endOf(const Result<HttpReply> &reply)
{
    return reply.ok() ? QByteArray::number(reply->status) : errorCodeName(reply.error().code).toLatin1();
}

QByteArray endOf(HttpClient &http, const QUrl &url)
{
    return endOf(resultOf(http.send({.url = url})));
}

//! The road over real sockets. Its clock runs twenty times as fast as the world's: it is not what is tested here.
struct FastRoad {
    explicit FastRoad(const QUrl &server)
    {
        openInMemory(history);
        Connection connection = testConnection();
        connection.tokenUrl = server.resolved(QUrl(u"/token"_s));
        connection.apiUrl = server;
        connection.requestsPerSecond = 0;
        connection.requestsPerDay = 0;
        secrets.secrets.insert(connection.secretKey(), Secret::copyOf("sxr"));
        inUse.use(connection);
        QObject::connect(&checks, &CheckService::finished, &checks,
                         [this](const CheckOutcome &outcome) { outcomes.push_back(outcome); });
        clock.setBetween([] {});
        QObject::connect(&tick, &QTimer::timeout, &tick, [this] { clock.pass(100ms); });
        tick.start(5ms);
    }

    FakeClock clock;
    FakeSecretStore secrets;
    LocalRecord history{clock};
    RateLimiters limiters{clock};
    ConnectionInUse inUse{secrets, limiters, clock};
    CheckService checks{history, inUse.active, clock};
    std::vector<CheckOutcome> outcomes;
    QTimer tick;
};

//! The token in use or the client secret.
bool holdsSecret(const QByteArray &text)
{
    return text.contains("tkn-") || text.contains("sxr");
}

//! What is wrong about an outcome; empty where nothing is.
QByteArray complaintAbout(const CheckOutcome &outcome, const DisorderlyServer &server)
{
    const QByteArray receipt = outcome.receipt.toString().toLatin1();
    const bool known = DisorderlyServer::knows(receipt);
    if (holdsSecret(keptBytes(outcome)))
        return "a token in what is kept";
    if (outcome.result.ok()) {
        const bool own = known && outcome.result->title.en == QLatin1StringView(DisorderlyServer::titleFor(receipt));
        return own ? QByteArray() : QByteArray("another case's status");
    }
    switch (outcome.result.error().code) {
    case ErrorCode::NotRecognized:
        return known ? "another case's 404" : "";
    case ErrorCode::Mismatch:
        return "another case's reply came";
    case ErrorCode::Timeout: // the clock is fast, and this computer may be slow
        return {};
    case ErrorCode::Offline:
    case ErrorCode::InterimReply:
    case ErrorCode::Unreadable:
        return server.troubled(receipt) ? QByteArray() : "no answer, and nothing had happened";
    default:
        return "an end that nothing led to: " + errorCodeName(outcome.result.error().code).toLatin1();
    }
}

} // namespace

//! No reply reaches a request that it does not answer.
class TestRequestBinding : public QObject
{
    Q_OBJECT
private slots:
    //! What a server sends over a connection, how that request ends, and that the next one gets its own 200.
    void fault70_whatComesOverAConnectionStaysThere_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<bool>("ends");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray hint = "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n";
        const QByteArray wait = "HTTP/1.1 102 Processing\r\n\r\n";
        const auto row = [](const char *name, const QByteArray &sent, const QByteArray &expected, bool ends = false) {
            QTest::newRow(name) << sent << ends << expected;
        };
        row("100 is lawful and passed over", "HTTP/1.1 100 Continue\r\n\r\n" + gone404, "404");
        row("102", wait + gone404, "interim-reply");
        row("103", hint + gone404, "interim-reply");
        row("three of them", wait + hint + hint + gone404, "interim-reply");
        row("103 with a length", "HTTP/1.1 103 X\r\nContent-Length: 0\r\n\r\n" + gone404, "interim-reply");
        row("199, which nobody knows", "HTTP/1.1 199 X\r\n\r\n" + gone404, "interim-reply");
        row("100, then 103", "HTTP/1.1 100 Continue\r\n\r\n" + hint + gone404, "interim-reply");
        row("103 and the end", hint, "interim-reply", true);
        row("two replies", gone404 + gone404, "404");
        row("a reply and half a reply", gone404 + gone404.first(20), "404");
        row("a reply and bytes", gone404 + "}}}}", "404");
        row("a reply and much more", gone404 + QByteArray(200'000, 'x'), "404");
        row("length too short", "HTTP/1.1 404 X\r\nContent-Length: 2\r\n\r\n{\"errors\":1}", "404");
        row("length too long", "HTTP/1.1 404 X\r\nContent-Length: 200\r\n\r\n{}", "offline", true);
        row("no length of no number", "HTTP/1.1 404 X\r\nContent-Length: x\r\n\r\n{}", "404", true);
        row("chunks and bytes behind them",
            "HTTP/1.1 404 X\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n" + gone404, "404");
        row("204 with a body", "HTTP/1.1 204 No Content\r\n\r\n" + gone404, "204");
        row("304 with a body", "HTTP/1.1 304 Not Modified\r\n\r\n" + gone404, "redirected");
    }
    void fault70_whatComesOverAConnectionStaysThere()
    {
        QFETCH(QByteArray, sent);
        QFETCH(bool, ends);
        QFETCH(QByteArray, expected);
        raw::Script script{raw::ReadRequest{}, raw::Send{sent}};
        if (ends)
            script.push_back(raw::Close{});
        // Whoever sends a second request over that connection gets a 418 for it at best.
        else
            script.insert(script.end(), {raw::ReadRequest{}, raw::Send{raw::reply(418, "{}")}});
        RawServer server({script, {raw::ReadRequest{}, raw::Send{ok200}}});
        FakeClock clock;
        HttpClient http(clock);
        QCOMPARE(endOf(http, server.url()), expected);
        QCOMPARE(endOf(http, server.url()), QByteArray("200"));
        for (const RawServer::Record &connection : server.connections())
            QCOMPARE_LE(connection.requests.size(), std::size_t(1));
    }

    //! Six at once, the first of which gets an interim reply before its own.
    void fault70_noneOfThoseUnderWayGetsAnothersReply()
    {
        std::vector<raw::Script> scripts{
            {raw::ReadRequest{}, raw::Send{"HTTP/1.1 103 Early Hints\r\n\r\n"}, raw::Send{gone404}}};
        scripts.push_back({raw::ReadRequest{}, raw::Send{ok200}});
        RawServer server(std::move(scripts));
        FakeClock clock;
        HttpClient http(clock);
        QList<QByteArray> ends;
        for (int i = 0; i < 6; ++i) {
            http.send({.url = server.url()})->onFinished(this, [&](const Result<HttpReply> &reply) {
                ends << endOf(reply);
            });
        }
        QTRY_COMPARE(ends.size(), 6);
        QCOMPARE(ends.count("interim-reply"), 1);
        QCOMPARE(ends.count("200"), 5);
    }

    //! A token request that is answered with an interim reply ends honestly too, and the case is not asked for.
    void fault70_interimReplyOfTheTokenEndpoint()
    {
        RawServer server({{raw::ReadRequest{}, raw::Send{"HTTP/1.1 103 Early Hints\r\n\r\n"},
                           raw::Send{raw::reply(200, anyToken)}}});
        FastRoad road(server.url());
        road.checks.check(numbered(1), AskedBy::Person);
        QTRY_COMPARE(road.outcomes.size(), std::size_t(1));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("interim-reply"));
        QCOMPARE(server.requests().size(), std::size_t(1));
    }

    //! LINTERNA_DISORDERLY_CHECKS=N makes N checks, LINTERNA_DISORDERLY_SEED=S with another seed.
    void fault70_thousandsOfChecksAgainstADisorderlyServer()
    {
        const int wanted = qEnvironmentVariableIntValue("LINTERNA_DISORDERLY_CHECKS");
        const int count = wanted > 0 ? wanted : partUnderSanitizers(1'500, 400);
        const auto seed = unsigned(qEnvironmentVariableIntValue("LINTERNA_DISORDERLY_SEED"));
        DisorderlyServer server(seed > 0 ? seed : 1);
        FastRoad road(server.url());
        for (int i = 1; i <= count; ++i)
            road.checks.check(numbered(i), AskedBy::Batch);
        QVERIFY(waitFor([&] { return road.outcomes.size() >= std::size_t(count); }));
        std::map<QByteArray, int> ends;
        for (const CheckOutcome &outcome : road.outcomes) {
            ++ends[codeOf(outcome)];
            const QByteArray complaint = complaintAbout(outcome, server);
            QVERIFY2(complaint.isEmpty(), complaint);
        }
        QCOMPARE(road.outcomes.size(), std::size_t(count));
        for (int i = 0; i < DisorderlyServer::disorders; ++i)
            QVERIFY(server.count(DisorderlyServer::Disorder(i)) > count / 100); // it does go through all that
        QVERIFY(ends["ok"] > count / 4 && ends["not-recognized"] > count / 10);
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"all.jsonl"_s);
        const auto written = resultOf(exportRecord(
            road.history, file, {.format = ExportOptions::Format::JsonLines, .kind = ExportOptions::Kind::Complete}));
        QCOMPARE(written.value(), count);
        QFile exported(file);
        QVERIFY(exported.open(QIODevice::ReadOnly));
        while (!exported.atEnd()) {
            const QByteArray line = exported.readLine();
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            // Base64 holds any three letters by chance: of an event its content counts.
            const bool isEvent = object.contains(u"linterna_event");
            QVERIFY(!holdsSecret(isEvent ? QByteArray::fromBase64(object[u"canonical"].toString().toLatin1()) : line));
        }
        std::printf("%d checks, %d requests over %d connections;", count, server.requests(), server.connections());
        for (const auto &[end, times] : ends)
            std::printf(" %s %d", end.constData(), times);
        std::printf("\n");
    }
};

LINTERNA_TEST(TestRequestBinding)

} // namespace test_requestbinding

#include "test_requestbinding.moc"
