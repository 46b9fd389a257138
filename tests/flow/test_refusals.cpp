// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/road.h"
#include "tests/support/testprogram.h"

#include <set>

using namespace linterna;
using namespace linterna::test;

namespace test_refusals {

namespace {

const QByteArray refusal = "{\"ErrorCode\" : \"invalid_client\", \"Error\" :\"ClientId is Invalid\"}";

} // namespace

//! What ends a batch: credentials that are refused, or not to be had. One attempt for all that is queued; a person may
//! try again.
class TestRefusals : public QObject
{
    Q_OBJECT

    //! 40 of a batch, 20 of a watch, all asked for.
    static void askSixty(Road &road)
    {
        road.check(0, 40, AskedBy::Batch);
        road.check(40, 60, AskedBy::Watch);
    }
    //! Each of them ended once, with this code, and is in the record.
    static void sixtyEnded(Road &road, const QByteArray &code)
    {
        QVERIFY(road.waitFor(60));
        road.clock.pass(1h);
        settle();
        QCOMPARE(road.outcomes.size(), std::size_t(60));
        QCOMPARE(road.ended(code), std::size_t(60));
        QCOMPARE(road.checks.pending(), 0);
        std::set<ReceiptNumber> told;
        std::set<qint64> rows;
        for (const CheckOutcome &outcome : road.outcomes) {
            QVERIFY(told.insert(outcome.receipt).second);
            QVERIFY(outcome.id > 0 && rows.insert(outcome.id).second);
        }
    }

private slots:
    void fault10_refusedCredentialsEndWhatIsQueued_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("401") << 401 << refusal;
        QTest::newRow("400") << 400 << QByteArray("{\"ErrorCode\":\"invalid_request\"}");
        QTest::newRow("500 that names the client") << 500 << refusal;
    }
    void fault10_refusedCredentialsEndWhatIsQueued()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        bool refused = true;
        Road road([&](const SeenRequest &r) {
            if (isToken(r))
                return refused ? FakeReply{.status = status, .body = body, .after = 200ms}
                               : FakeReply{.body = anyToken};
            return FakeReply{.body = goodBody(r.url)};
        });
        askSixty(road);
        sixtyEnded(road, "bad-credentials");
        QCOMPARE(road.network->seen().size(), std::size_t(1));

        road.check(60, 61, AskedBy::Watch); // comes due later: still the same secret
        QVERIFY(road.waitFor(61));
        QCOMPARE(codeOf(road.outcomes.back()), QByteArray("bad-credentials"));
        QCOMPARE(road.network->seen().size(), std::size_t(1));

        refused = false;
        road.check(61, 62, AskedBy::Person);
        road.check(62, 64, AskedBy::Batch);
        QVERIFY(road.waitFor(64));
        QCOMPARE(road.ended("ok"), std::size_t(3));
        QCOMPARE(road.tokenRequests(), std::size_t(2));
    }

    void fault10_eachWishOfAPersonIsOneAttempt()
    {
        Road road([](const SeenRequest &) { return FakeReply{.status = 401, .body = refusal}; });
        askSixty(road);
        sixtyEnded(road, "bad-credentials");
        for (int i = 1; i <= 3; ++i) {
            road.check(60 + i, 61 + i, AskedBy::Person);
            road.check(70 + 10 * i, 80 + 10 * i, AskedBy::Batch);
            QVERIFY(road.waitFor(60 + 11 * std::size_t(i)));
            QCOMPARE(road.network->seen().size(), 1 + std::size_t(i));
        }
    }

    void fault10_theKeychainIsAskedOnce_data()
    {
        QTest::addColumn<FakeSecretStore::Mood>("mood");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("locked") << FakeSecretStore::Mood::Locked << QByteArray("keychain-locked");
        QTest::newRow("absent") << FakeSecretStore::Mood::Absent << QByteArray("keychain-absent");
        QTest::newRow("denied") << FakeSecretStore::Mood::Denied << QByteArray("keychain-denied");
        QTest::newRow("no secret in it") << FakeSecretStore::Mood::Open << QByteArray("not-configured");
    }
    void fault10_theKeychainIsAskedOnce()
    {
        QFETCH(FakeSecretStore::Mood, mood);
        QFETCH(QByteArray, code);
        Road road([](const SeenRequest &r) { return FakeReply{.body = isToken(r) ? anyToken : goodBody(r.url)}; });
        const Secret secret = road.secrets.secrets.take(testConnection().secretKey());
        road.secrets.mood = mood;
        askSixty(road);
        sixtyEnded(road, code);
        QCOMPARE(road.secrets.calls.size(), 1);
        QVERIFY(road.network->seen().empty());

        road.secrets.mood = FakeSecretStore::Mood::Open;
        road.secrets.secrets.insert(testConnection().secretKey(), secret);
        road.check(60, 61, AskedBy::Person);
        QVERIFY(road.waitFor(61));
        QCOMPARE(codeOf(road.outcomes.back()), QByteArray("ok"));
    }

    void fault10_aPromptThatIsLeftOpenIsNotOpenedAgain()
    {
        Road road([](const SeenRequest &) { return FakeReply{.body = anyToken}; });
        road.secrets.mood = FakeSecretStore::Mood::NeverAnswers;
        askSixty(road);
        road.clock.pass(1min);
        road.secrets.giveUp();
        sixtyEnded(road, "keychain-locked");
        QCOMPARE(road.secrets.calls.size(), 1);
    }

    void fault10_withoutClientIdAllEndAtOnce()
    {
        Road road([](const SeenRequest &) { return FakeReply{}; });
        Connection connection = testConnection("Bare");
        connection.clientId.clear();
        road.network = road.use(connection, [](const SeenRequest &) { return FakeReply{.body = anyToken}; });
        askSixty(road);
        sixtyEnded(road, "not-configured");
        QVERIFY(road.secrets.calls.isEmpty() && road.network->seen().empty());
    }

    //! The access token is revoked and the secret with it: everything on its way comes back with 401, one by one.
    void fault10_revokedWithAllUnderWay()
    {
        int tokens = 0;
        Road road([&](const SeenRequest &r) {
            if (isToken(r))
                return ++tokens == 1 ? FakeReply{.body = anyToken} : FakeReply{.status = 401, .body = refusal};
            return FakeReply{.status = 401, .after = 5s};
        });
        askSixty(road);
        sixtyEnded(road, "bad-credentials");
        QCOMPARE(tokens, 2);
    }

    //! Some wait in the pause after a 503 when the secret is refused: their next try makes no further token request.
    void fault10_refusedWhileSomeWait()
    {
        int tokens = 0;
        Road road([&](const SeenRequest &r) {
            if (isToken(r))
                return ++tokens == 1 ? FakeReply{.body = tokenBody("t", "1")}
                                     : FakeReply{.status = 401, .body = refusal};
            return FakeReply{.status = 503};
        });
        askSixty(road);
        road.check(100, 103, AskedBy::Person);
        QVERIFY(road.waitFor(63));
        QCOMPARE(road.ended("bad-credentials"), std::size_t(63));
        QCOMPARE(tokens, 2);
    }

    //! Refused when the token was renewed: those that still had one go on, and nobody asks again when it is over.
    void fault10_refusedAtTheRenewal()
    {
        int tokens = 0;
        Road road([&](const SeenRequest &r) {
            if (isToken(r))
                return ++tokens == 1 ? FakeReply{.body = tokenBody("t", "8")}
                                     : FakeReply{.status = 401, .body = refusal};
            return FakeReply{.body = goodBody(r.url)};
        });
        askSixty(road);
        QVERIFY(road.waitFor(60));
        QCOMPARE(tokens, 2);
        QVERIFY(road.ended("ok") > 30);
        QCOMPARE(road.ended("ok") + road.ended("bad-credentials"), std::size_t(60));
    }

    //! The keyring was locked when the token was renewed, and is open again when a new one is needed: nobody has been
    //! told of it, so it is tried.
    void aRenewalThatFoundTheKeychainLockedIsForgotten()
    {
        int tokens = 0;
        Road road([&](const SeenRequest &r) {
            return FakeReply{.body = isToken(r) ? tokenBody("t" + QByteArray::number(++tokens), "8") : goodBody(r.url)};
        });
        askSixty(road);
        road.clock.pass(5s);
        road.secrets.mood = FakeSecretStore::Mood::Locked;
        road.clock.pass(2s);
        QCOMPARE(road.secrets.calls.size(), 2);
        road.secrets.mood = FakeSecretStore::Mood::Open;
        QVERIFY(road.waitFor(60));
        QCOMPARE(road.ended("ok"), std::size_t(60));
    }

    void fault83_theCaseAddressGoesOutAsItWasEntered_data()
    {
        QTest::addColumn<QByteArray>("apiUrl");
        QTest::addColumn<QByteArray>("sent");
        const QByteArray end = "case-status/EAC0000000000";
        for (const char *prefix :
             {"https://api.example", "https://api.example/a%2Fb", "https://api.example/a%20b;c=d",
              "https://api.example//a//b", "https://api.example/%25/%3Bx", "https://api.example/%C3%B1~"})
            QTest::addRow("%s", prefix) << QByteArray(prefix) << QByteArray(prefix) + '/' + end;
        for (const char *prefix : {"https://api.example/", "https://api.example/a//"})
            QTest::addRow("%s", prefix) << QByteArray(prefix) << QByteArray(prefix) + end;
    }
    void fault83_theCaseAddressGoesOutAsItWasEntered()
    {
        QFETCH(QByteArray, apiUrl);
        QFETCH(QByteArray, sent);
        const auto served = [](const SeenRequest &request) {
            return FakeReply{.body = isToken(request) ? anyToken : goodBody(request.url)};
        };
        Road road(served);
        Connection connection = testConnection();
        connection.apiUrl = QUrl::fromEncoded(apiUrl, QUrl::StrictMode);
        road.network = road.use(connection, served);
        road.check(0, 1, AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(codeOf(road.outcomes.front()), QByteArray("ok"));
        QCOMPARE(road.network->seen().back().url.toEncoded(), sent);
    }

    //! The token is asked for once; whether the credentials are right is not known.
    void fault106_howTheyWereSentIsRefusedOnce()
    {
        Road road([](const SeenRequest &) {
            return FakeReply{.status = 401,
                             .body = "{\"error\":\"invalid_client\"}",
                             .headers = {{"WWW-Authenticate", "Basic realm=\"gateway\""}}};
        });
        road.check(0, 1, AskedBy::Person);
        QVERIFY(road.waitFor(1));
        road.check(1, 2, AskedBy::Batch);
        QVERIFY(road.waitFor(2));
        QCOMPARE(road.ended("credentials-sent-wrongly"), std::size_t(2));
        QCOMPARE(road.tokenRequests(), std::size_t(1));
    }
    //! The token endpoint knows no receipt numbers: what it does not find is not the case.
    void fault106_aWrongTokenAddressSaysNothingOfTheCase_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {404, 405, 415, 422})
            QTest::addRow("%d", status) << status;
    }
    void fault106_aWrongTokenAddressSaysNothingOfTheCase()
    {
        QFETCH(int, status);
        Road road([&](const SeenRequest &) { return FakeReply{.status = status, .body = "{\"message\":\"no\"}"}; });
        road.check(0, 1, AskedBy::Person);
        QVERIFY(road.waitFor(1));
        QCOMPARE(codeOf(road.outcomes.front()), QByteArray("credentials-sent-wrongly"));
    }
};

LINTERNA_TEST(TestRefusals)

} // namespace test_refusals

#include "test_refusals.moc"
