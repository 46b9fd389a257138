// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/road.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_activeconnection {

namespace {

//! A desk with two connections of its own, whose network and keychain are simulated, and what ActiveConnection tells.
struct Desk {
    Desk()
    {
        (void)history.file().open({.file = {}, .dataKey = Secret::copyOf(QByteArray(32, 'k'))});
        for (const char *name : {"First", "Other"}) {
            const Connection connection = testConnection(name);
            (void)connections.put(connection);
            keychain.secrets.insert(connection.secretKey(), Secret::copyOf("secret-of-" + QByteArray(name)));
        }
        QObject::connect(&active, &ActiveConnection::leaving, &active,
                         [this] { told << u"leaving "_s + active.name(); });
        QObject::connect(&active, &ActiveConnection::changed, &active,
                         [this](const Connection &connection) { told << u"changed "_s + connection.name; });
        QObject::connect(&active, &ActiveConnection::chosen, &active,
                         [this](const QString &name) { told << u"chosen "_s + name; });
        QObject::connect(&checks, &CheckService::finished, &checks,
                         [this](const CheckOutcome &outcome) { outcomes.push_back(outcome); });
    }
    //! Looks one receipt number up, to the end; gives the code of the outcome.
    QByteArray check(int number)
    {
        const std::size_t before = outcomes.size();
        checks.check(numbered(number), AskedBy::Person);
        const bool ended = waitFor([&] {
            clock.pass(100ms);
            return outcomes.size() > before;
        });
        return ended ? codeOf(outcomes.back()) : QByteArray("no end");
    }
    [[nodiscard]] QStringList heard() { return std::exchange(told, {}); }
    [[nodiscard]] QByteArray tokenRequest() const
    {
        const auto &seen = network->seen();
        const auto found = std::ranges::find_if(seen.rbegin(), seen.rend(), isToken);
        return found == seen.rend() ? QByteArray() : found->body;
    }

    QTemporaryDir folder;
    FakeClock clock;
    FakeSecretStore keychain;
    LayeredSecretStore secrets{keychain};
    ConnectionStore connections{folder.filePath(u"connections.json"_s)};
    LocalRecord history{clock};
    RateLimiters limiters{clock};
    std::shared_ptr<FakeNetwork> network = std::make_shared<FakeNetwork>(clock, [](const SeenRequest &request) {
        return FakeReply{.body = isToken(request) ? anyToken : goodBody(request.url)};
    });
    ActiveConnection active{connections, secrets, limiters, clock,
                            [this](const Connection &) { return accessTo(network); }};
    CheckService checks{history, active, clock};
    std::vector<CheckOutcome> outcomes;
    QStringList told;
};

} // namespace

//! ActiveConnection without a window: which connection is in use, and which signals it emits.
class TestActiveConnection : public QObject
{
    Q_OBJECT
private slots:
    void noneIsInUseBeforeTheFirst()
    {
        Desk desk;
        QVERIFY(!desk.active.session() && desk.active.name().isEmpty());
        desk.active.refresh(u"First"_s);
        desk.active.refresh({});
        desk.active.choose(u"Other"_s); // only told: none is in use yet
        QCOMPARE(desk.heard(), QStringList{u"chosen Other"_s});
        QVERIFY(!desk.active.session());
    }

    void theNamedOneIsUsed()
    {
        Desk desk;
        desk.active.useNamed(u"Other"_s);
        QCOMPARE(desk.heard(), QStringList{u"changed Other"_s});
        QCOMPARE(desk.check(1), QByteArray("ok"));
        QCOMPARE(desk.outcomes.back().connection, u"Other"_s);
        QVERIFY(desk.tokenRequest().contains("secret-of-Other"));
    }

    void oneThatIsGoneIsReplacedByTheFirst()
    {
        Desk desk;
        desk.active.useNamed(u"Removed by hand"_s);
        QCOMPARE(desk.active.name(), builtInConnections().front().name);
    }

    void theChosenOneIsUsedAndTold()
    {
        Desk desk;
        desk.active.useNamed(u"First"_s);
        (void)desk.heard();
        desk.active.choose(u"Other"_s);
        QCOMPARE(desk.heard(), (QStringList{u"chosen Other"_s, u"leaving First"_s, u"changed Other"_s}));
        QCOMPARE(desk.active.name(), u"Other"_s);
    }

    //! What was stored anew holds at once, for the connection in use alone.
    void whatIsStoredAnewIsTakenUp()
    {
        Desk desk;
        desk.active.useNamed(u"First"_s);
        (void)desk.heard();
        Connection changed = testConnection("First");
        changed.requestsPerDay = 7;
        QVERIFY(desk.connections.put(changed));
        desk.active.refresh(u"Other"_s);
        QVERIFY(desk.heard().isEmpty());
        QSignalSpy quota(&desk.active, &ActiveConnection::quotaChanged);
        desk.active.refresh(u"First"_s);
        QCOMPARE(desk.heard(), (QStringList{u"leaving First"_s, u"changed First"_s}));
        QCOMPARE(quota.back().at(1).toInt(), 7);
        QCOMPARE(desk.active.session()->connection().requestsPerDay, 7);
    }

    void quotaAndTokenAreTold()
    {
        Desk desk;
        Connection limited = testConnection("First");
        limited.requestsPerDay = 100;
        std::vector<std::optional<int>> left;
        std::vector<std::optional<QDateTime>> tokens;
        QObject::connect(&desk.active, &ActiveConnection::quotaChanged, this, [&](std::optional<int> now, int perDay) {
            QCOMPARE(perDay, 100);
            left.push_back(now);
        });
        QObject::connect(&desk.active, &ActiveConnection::tokenChanged, this,
                         [&](const std::optional<QDateTime> &usableUntil) { tokens.push_back(usableUntil); });
        desk.active.use(limited);
        QCOMPARE(tokens.size(), std::size_t(1));
        QVERIFY(!tokens.front()); // there is none yet
        QCOMPARE(desk.check(1), QByteArray("ok"));
        QCOMPARE(left.back(), std::optional(98)); // the token and the case
        QCOMPARE(tokens.size(), std::size_t(2));
        QVERIFY(tokens.back() > desk.clock.now());
    }

    //! A connection that was left is no longer told of to whoever shows the connection in use.
    void nothingIsToldOfTheOneThatWasLeft()
    {
        Desk desk;
        desk.active.useNamed(u"First"_s);
        QCOMPARE(desk.check(1), QByteArray("ok"));
        RateLimiter &first = desk.active.session()->limiter(); // lives on: the service goes on counting
        desk.active.useNamed(u"Other"_s);
        QSignalSpy quota(&desk.active, &ActiveConnection::quotaChanged);
        emit first.leftChanged(5);
        QVERIFY(quota.isEmpty());
    }

    void aSecretForThisRunIsUsedAndNotStored()
    {
        Desk desk;
        desk.keychain.mood = FakeSecretStore::Mood::Locked;
        desk.active.useNamed(u"First"_s);
        QCOMPARE(desk.check(1), QByteArray("keychain-locked"));
        (void)desk.heard();
        desk.active.keepForThisRun(u"First"_s, Secret::copyOf("typed"), {});
        QCOMPARE(desk.heard(), (QStringList{u"leaving First"_s, u"changed First"_s}));
        QCOMPARE(desk.check(2), QByteArray("ok"));
        QVERIFY(desk.tokenRequest().contains("typed"));
        QVERIFY(desk.keychain.calls.filter(u"write"_s).isEmpty());
    }

    //! A secret that was given for other servers is not sent to those that stand under its name now.
    void aSecretOfOtherServersIsWithheld()
    {
        Desk desk;
        QVERIFY(desk.connections.put(testConnection("First", "moved.example"), ConnectionStore::SecretFate::Left));
        desk.active.useNamed(u"First"_s);
        QCOMPARE(desk.check(1), QByteArray("not-configured"));
        QVERIFY(desk.network->seen().empty());
    }

    void practiceStays()
    {
        Desk desk;
        Connection practice = testConnection("Practice");
        practice.practice = true;
        desk.active.use(practice);
        QCOMPARE(desk.heard(), QStringList{u"changed Practice"_s});
        desk.active.choose(u"First"_s);
        desk.active.useNamed(u"First"_s);
        desk.active.refresh(u"Practice"_s);
        QVERIFY(desk.heard().isEmpty());
        QCOMPARE(desk.active.name(), u"Practice"_s);
    }

    //! While everything is being erased nothing is asked, whatever is chosen.
    void stoppedIsForGood()
    {
        Desk desk;
        desk.network->setAnswer([](const SeenRequest &) { return FakeReply{.held = true}; });
        desk.active.useNamed(u"First"_s);
        desk.checks.check(numbered(1), AskedBy::Person);
        desk.clock.pass(1s);
        const std::size_t sent = desk.network->seen().size();
        desk.active.stop();
        desk.active.choose(u"Other"_s);
        desk.active.useNamed(u"Other"_s);
        desk.checks.check(numbered(2), AskedBy::Person);
        desk.clock.pass(1min);
        settle();
        QCOMPARE(desk.outcomes.size(), std::size_t(1));
        QCOMPARE(codeOf(desk.outcomes.front()), QByteArray("cancelled"));
        QCOMPARE(desk.network->seen().size(), sent);
        QVERIFY(!desk.active.session());
    }
};

LINTERNA_TEST(TestActiveConnection)

} // namespace test_activeconnection

#include "test_activeconnection.moc"
