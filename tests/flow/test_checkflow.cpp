// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkservice.h"
#include "secrets/memorysecretstore.h"
#include "support/fakeclock.h"
#include "support/fakenetwork.h"

#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace linterna;
using namespace linterna::test;
using namespace std::chrono_literals;

namespace {

const QByteArray anyToken = "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":\"1799\"}";

ReceiptNumber receipt(const char *text)
{
    return *ReceiptNumber::fromText(QString::fromLatin1(text));
}

QByteArray goodBody(const QUrl &url, const char *title = "Case Was Received")
{
    return "{\"case_status\":{\"receiptNumber\":\"" + url.fileName().toLatin1()
        + "\",\"formType\":\"I-130\",\"current_case_status_text_en\":\"" + title + "\"},\"message\":\"m\"}";
}

bool isToken(const SeenRequest &request)
{
    return request.url.path().contains(QLatin1StringView("token"));
}

Connection testConnection(const char *name = "Test", const char *host = "api.example")
{
    Connection connection;
    connection.proxy.kind = ProxyChoice::Kind::None;
    connection.name = QString::fromLatin1(name);
    connection.tokenUrl = QUrl(QStringLiteral("https://%1/oauth/accesstoken").arg(QLatin1StringView(host)));
    connection.apiUrl = QUrl(QStringLiteral("https://%1/").arg(QLatin1StringView(host)));
    connection.clientId = QStringLiteral("me");
    return connection;
}

//! The whole road with a network and a clock of the test's, and a record in memory.
struct Road {
    explicit Road(FakeNetwork::Answer answer)
    {
        (void)history.open({.file = {}, .dataKey = Secret::copyOf(QByteArray(32, 'k'))});
        network = use(testConnection(), std::move(answer));
        QObject::connect(&checks, &CheckService::finished, &checks, [this](const CheckOutcome &outcome) { outcomes.push_back(outcome); });
        QObject::connect(&checks, &CheckService::progress, &checks,
                         [this](const ReceiptNumber &, const CheckProgress &now) { progress.push_back(now); });
    }
    FakeNetwork *use(const Connection &connection, FakeNetwork::Answer answer)
    {
        (void)secrets.write(connection.secretKey(), Secret::copyOf("secret of " + connection.name.toLatin1()));
        auto net = std::make_unique<FakeNetwork>(clock, std::move(answer));
        FakeNetwork *raw = net.get();
        checks.setSession(std::make_unique<ConnectionSession>(connection, secrets, clock, std::move(net)));
        settle();
        return raw;
    }
    //! Lets time pass, and the record's thread do its work, until as many checks have ended.
    bool waitFor(std::size_t count, std::chrono::milliseconds time = 5min)
    {
        for (auto passed = 0ms; passed < time && outcomes.size() < count; passed += 10ms)
            clock.pass(10ms);
        return QTest::qWaitFor([&] { return outcomes.size() >= count; });
    }

    FakeClock clock;
    MemorySecretStore secrets;
    HistoryStore history;
    CheckService checks{history, clock};
    FakeNetwork *network = nullptr;
    std::vector<CheckOutcome> outcomes;
    std::vector<CheckProgress> progress;
};

QByteArray codeOf(const CheckOutcome &outcome)
{
    return outcome.result.ok() ? QByteArray("ok") : errorCodeName(outcome.result.error().code).toLatin1();
}

} // namespace

class TestCheckFlow : public QObject
{
    Q_OBJECT
private slots:
    void fault01_twoChecksOneToken()
    {
        Road road([](const SeenRequest &r) { return FakeReply{.body = isToken(r) ? anyToken : goodBody(r.url)}; });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        road.checks.check(receipt("EAC9999103403"), AskedBy::Person);
        QVERIFY(road.waitFor(2));
        QCOMPARE(road.network->seen(QStringLiteral("/oauth")).size(), std::size_t(1));
        const auto asked = road.network->seen(QStringLiteral("/case-status/"));
        QCOMPARE(asked.size(), std::size_t(2));
        QCOMPARE(asked[0].url.toString(), QStringLiteral("https://api.example/case-status/EAC9999103402"));
        QCOMPARE(asked[0].method, QByteArray("GET"));
        QCOMPARE(asked[0].authorization, QByteArray("Bearer t"));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("ok"));
        QCOMPARE(road.outcomes[0].result->title.en, QStringLiteral("Case Was Received"));
        QCOMPARE(road.outcomes[0].connection, QStringLiteral("Test"));
        QVERIFY(road.outcomes[0].id > 0); // recorded before anyone was told
    }

    void fault05_headerIsExactlyBearer()
    {
        Road road([](const SeenRequest &r) {
            return FakeReply{.body = isToken(r) ? QByteArray("{\"access_token\":\"t\",\"token_type\":\"bearer\"}") : goodBody(r.url)};
        });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(road.network->seen(QStringLiteral("/case-status/")).front().authorization, QByteArray("Bearer t"));
    }

    void fault06_noCaseRequestWithoutABearerToken()
    {
        Road road([](const SeenRequest &) { return FakeReply{.body = "{\"access_token\":\"t\",\"token_type\":\"mac\"}"}; });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("unreadable"));
        QVERIFY(road.network->seen(QStringLiteral("/case-status/")).empty());
    }

    void fault09_redirectIsNotFollowed()
    {
        Road road([](const SeenRequest &r) {
            return isToken(r) ? FakeReply{.body = anyToken}
                              : FakeReply{.status = 302, .headers = {{"Location", "http://evil.example/x?token=1"}}};
        });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("redirected"));
        QCOMPARE(road.outcomes[0].result.error().detail, QStringLiteral("http://evil.example/x"));
        QCOMPARE(road.network->seen().size(), std::size_t(2));
    }

    void fault23_revokedTokenCostsOneNewOneAndOneRepeat()
    {
        int minted = 0;
        Road road([&](const SeenRequest &r) {
            if (isToken(r))
                return FakeReply{.body = "{\"access_token\":\"t" + QByteArray::number(++minted) + "\"}"};
            return r.authorization == "Bearer t1" ? FakeReply{.status = 401} : FakeReply{.body = goodBody(r.url)};
        });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("ok"));
        QCOMPARE(road.network->seen().size(), std::size_t(4));
    }

    void fault23_secondRefusalIsAnError()
    {
        Road road([](const SeenRequest &r) { return isToken(r) ? FakeReply{.body = anyToken} : FakeReply{.status = 401}; });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("unauthorized"));
        QCOMPARE(road.network->seen().size(), std::size_t(4));
    }

    void errorsAreRecordedAndNotRepeated_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("fault24 forbidden") << 403 << QByteArray("forbidden");
        QTest::newRow("fault25 not recognised") << 404 << QByteArray("not-recognized");
        QTest::newRow("fault26 badly formed") << 422 << QByteArray("bad-receipt");
        QTest::newRow("400") << 400 << QByteArray("server");
    }
    void errorsAreRecordedAndNotRepeated()
    {
        QFETCH(int, status);
        Road road([&](const SeenRequest &r) {
            return isToken(r) ? FakeReply{.body = anyToken} : FakeReply{.status = status, .body = "{\"message\":\"said so\"}"};
        });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QTEST(codeOf(road.outcomes[0]), "code");
        QCOMPARE(road.outcomes[0].httpStatus, status);
        QVERIFY(road.outcomes[0].id > 0);
        QVERIFY(!road.outcomes[0].rawReply.isEmpty());
        QCOMPARE(road.network->seen(QStringLiteral("/case-status/")).size(), std::size_t(1));
    }

    void fault11_aLimitIsWaitedOutAndShown()
    {
        bool first = true;
        Road road([&](const SeenRequest &r) {
            if (isToken(r))
                return FakeReply{.body = anyToken};
            return std::exchange(first, false) ? FakeReply{.status = 429, .headers = {{"Retry-After", "5"}}} : FakeReply{.body = goodBody(r.url)};
        });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        road.checks.check(receipt("EAC9999103403"), AskedBy::Person);
        QVERIFY(road.waitFor(2));
        const auto asked = road.network->seen(QStringLiteral("/case-status/"));
        QCOMPARE(asked.size(), std::size_t(3));
        QVERIFY(asked[1].at - asked[0].at >= 5s || asked[2].at - asked[1].at >= 5s);
        const auto waiting = std::ranges::find(road.progress, CheckProgress::Phase::Waiting, &CheckProgress::phase);
        QVERIFY(waiting != road.progress.end());
        QCOMPARE(waiting->reason, std::optional(ErrorCode::RateLimited));
        for (const CheckOutcome &outcome : road.outcomes)
            QCOMPARE(codeOf(outcome), QByteArray("ok"));
    }

    void fault16_brokenLineIsTriedTwiceMore()
    {
        Road road([](const SeenRequest &r) {
            return isToken(r) ? FakeReply{.body = anyToken} : FakeReply{.status = 0, .error = QNetworkReply::RemoteHostClosedError};
        });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("offline"));
        QCOMPARE(road.network->seen(QStringLiteral("/case-status/")).size(), std::size_t(3));
    }

    void fault10_500WaitingCostOneRefusedTokenRequest()
    {
        Road road([](const SeenRequest &) { return FakeReply{.status = 401, .body = "{\"ErrorCode\":\"invalid_client\"}"}; });
        for (int i = 0; i < 500; ++i)
            road.checks.check(*ReceiptNumber::fromText(QStringLiteral("EAC%1").arg(i, 10, 10, QChar(u'0'))), AskedBy::Person);
        QVERIFY(road.waitFor(500));
        QCOMPARE(road.network->seen().size(), std::size_t(1));
        QCOMPARE(codeOf(road.outcomes[499]), QByteArray("bad-credentials"));
    }

    void fault27_fiftyAllEndOnceWithinTheRate()
    {
        auto last = -1'000'000ms;
        Road road([&](const SeenRequest &r) {
            if (isToken(r))
                return FakeReply{.body = anyToken};
            const bool tooFast = r.at - last < 200ms;
            last = r.at;
            return tooFast ? FakeReply{.status = 429} : FakeReply{.body = goodBody(r.url)};
        });
        for (int i = 0; i < 50; ++i)
            road.checks.check(*ReceiptNumber::fromText(QStringLiteral("EAC%1").arg(i, 10, 10, QChar(u'0'))), AskedBy::Batch);
        QVERIFY(road.waitFor(50));
        QCOMPARE(road.outcomes.size(), std::size_t(50));
        QCOMPARE(road.network->seen(QStringLiteral("/case-status/")).size(), std::size_t(50)); // no 429 at all
        const auto sent = road.network->seen();
        for (std::size_t i = 1; i < sent.size(); ++i)
            QVERIFY(sent[i].at - sent[i - 1].at >= 220ms);
        for (std::size_t i = 0; i < 50; ++i) // one after another, in the order in which they were asked for
            QCOMPARE(road.outcomes[i].receipt.toString(), QStringLiteral("EAC%1").arg(i, 10, 10, QChar(u'0')));
    }

    void fault27_spikesInTheMiddleAreRepeated()
    {
        std::minstd_rand random(27);
        Road road([&](const SeenRequest &r) {
            if (isToken(r))
                return FakeReply{.body = anyToken};
            return random() % 7 == 0 ? FakeReply{.status = 429} : FakeReply{.body = goodBody(r.url)};
        });
        for (int i = 0; i < 50; ++i)
            road.checks.check(*ReceiptNumber::fromText(QStringLiteral("EAC%1").arg(i, 10, 10, QChar(u'0'))), AskedBy::Batch);
        QVERIFY(road.waitFor(50));
        for (const CheckOutcome &outcome : road.outcomes)
            QCOMPARE(codeOf(outcome), QByteArray("ok"));
    }

    void fault31_anotherReceiptIsRefused()
    {
        Road road([](const SeenRequest &r) {
            return FakeReply{.body = isToken(r) ? anyToken : goodBody(QUrl(QStringLiteral("https://x/WAC0000000001")))};
        });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("mismatch"));
    }

    void fault56_tenRapidRequestsAreOne()
    {
        Road road([](const SeenRequest &r) { return FakeReply{.body = isToken(r) ? anyToken : goodBody(r.url)}; });
        for (int i = 0; i < 10; ++i)
            road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        QCOMPARE(road.checks.pending(), 1);
        QVERIFY(road.waitFor(1));
        QCOMPARE(road.network->seen(QStringLiteral("/case-status/")).size(), std::size_t(1));
        QCOMPARE(road.outcomes.size(), std::size_t(1));
    }

    void thePersonGoesBeforeTheBatch()
    {
        Road road([](const SeenRequest &r) { return FakeReply{.body = isToken(r) ? anyToken : goodBody(r.url)}; });
        for (int i = 0; i < 1000; ++i)
            road.checks.check(*ReceiptNumber::fromText(QStringLiteral("EAC%1").arg(i, 10, 10, QChar(u'0'))), AskedBy::Batch);
        road.clock.pass(1s);
        const auto before = road.network->seen().size();
        road.checks.check(receipt("IOE1234567890"), AskedBy::Person);
        road.clock.pass(230ms); // one spacing
        const auto sent = road.network->seen();
        QVERIFY(sent.size() > before);
        QVERIFY(sent[before].url.path().endsWith(QLatin1StringView("IOE1234567890")));
    }

    void cancelAtEachPoint_data()
    {
        QTest::addColumn<int>("afterMs");
        for (const int ms : {0, 10, 230, 500, 1500})
            QTest::addRow("%d ms", ms) << ms;
    }
    void cancelAtEachPoint()
    {
        QFETCH(int, afterMs);
        Road road([](const SeenRequest &r) { return isToken(r) ? FakeReply{.body = anyToken} : FakeReply{.status = 503}; });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        road.clock.pass(std::chrono::milliseconds(afterMs));
        const auto sent = road.network->seen().size();
        road.checks.cancelAll();
        QVERIFY(road.waitFor(1));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("cancelled"));
        QCOMPARE(road.outcomes[0].id, 0);
        road.clock.pass(1min);
        QCOMPARE(road.outcomes.size(), std::size_t(1));
        QCOMPARE(road.network->seen().size(), sent);
        QCOMPARE(road.checks.pending(), 0);
    }

    void anotherConnectionGetsNothingOfTheFirst()
    {
        Road road([](const SeenRequest &r) { return isToken(r) ? FakeReply{.body = anyToken} : FakeReply{.held = true}; });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        road.checks.check(receipt("EAC9999103403"), AskedBy::Person);
        road.clock.pass(300ms);
        FakeNetwork *second = road.use(testConnection("Other", "other.example"), [](const SeenRequest &r) {
            return FakeReply{.body = isToken(r) ? QByteArray("{\"access_token\":\"other\"}") : goodBody(r.url)};
        });
        QVERIFY(road.waitFor(2));
        QCOMPARE(codeOf(road.outcomes[0]), QByteArray("cancelled"));
        QCOMPARE(codeOf(road.outcomes[1]), QByteArray("cancelled"));
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        QVERIFY(road.waitFor(3));
        QCOMPARE(codeOf(road.outcomes[2]), QByteArray("ok"));
        QCOMPARE(second->seen().size(), std::size_t(2));
        QVERIFY(second->seen()[0].body.contains("secret%20of%20Other"));
        QCOMPARE(second->seen()[1].authorization, QByteArray("Bearer other"));
    }

    void diesUnderWay()
    {
        Road road([](const SeenRequest &r) { return isToken(r) ? FakeReply{.body = anyToken} : FakeReply{.held = true}; });
        road.checks.check(receipt("EAC9999103402"), AskedBy::Person);
        road.clock.pass(300ms);
        QCOMPARE(road.network->seen().size(), std::size_t(2));
    } // the sanitizers judge

    void waitsForTheFirstConnection()
    {
        FakeClock clock;
        MemorySecretStore secrets;
        HistoryStore history;
        (void)history.open({.file = {}, .dataKey = Secret::copyOf(QByteArray(32, 'k'))});
        CheckService checks(history, clock);
        QByteArray code;
        connect(&checks, &CheckService::finished, this, [&](const CheckOutcome &outcome) { code = codeOf(outcome); });
        checks.check(receipt("EAC9999103402"), AskedBy::Person);
        settle();
        QCOMPARE(checks.pending(), 1);
        auto network = std::make_unique<FakeNetwork>(clock, [](const SeenRequest &) { return FakeReply{}; });
        checks.setSession(std::make_unique<ConnectionSession>(testConnection(), secrets, clock, std::move(network)));
        settle();
        QTRY_COMPARE(code, QByteArray("not-configured")); // no secret is stored for it
    }
};

QTEST_GUILESS_MAIN(TestCheckFlow)
#include "test_checkflow.moc"
