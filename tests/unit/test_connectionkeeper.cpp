// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/connectionfile.h"
#include "lib/connections/connectionimport.h"
#include "lib/connections/connectionkeeper.h"
#include "lib/secrets/layeredsecretstore.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/jobresult.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_connectionkeeper {

namespace {

using Mood = FakeSecretStore::Mood;

Connection office(const QString &host = u"gw.example"_s)
{
    Connection connection;
    connection.name = u"Office"_s;
    connection.tokenUrl = QUrl(u"https://%1/token"_s.arg(host));
    connection.apiUrl = QUrl(u"https://%1/uscis"_s.arg(host));
    connection.clientId = u"me"_s;
    return connection;
}

struct Desk {
    Desk() { (void)connections.load(); }
    [[nodiscard]] Result<SavedConnection> save(const Connection &connection, const char *secret = "")
    {
        return resultOf(keeper.save(connection, Secret::copyOf(secret)));
    }
    //! A desk with a connection and its secret.
    void settle() { QVERIFY(save(office(), "old secret").ok()); }
    [[nodiscard]] QByteArray stored() const { return keyring.secrets.value(office().secretKey()).view().toByteArray(); }

    QTemporaryDir folder;
    ConnectionStore connections{folder.filePath(u"connections.json"_s)};
    FakeSecretStore keyring;
    ConnectionKeeper keeper{connections, keyring};
};

} // namespace

//! Connections and their secrets, together.
class TestConnectionKeeper : public QObject
{
    Q_OBJECT
private slots:
    void savesBoth()
    {
        Desk desk;
        const auto saved = desk.save(office(), "s3cret");
        QVERIFY(saved.ok() && !saved->oldSecretRemoved && !saved->secretNotStored);
        QVERIFY(desk.connections.find(u"Office"_s) == office());
        QCOMPARE(desk.stored(), QByteArray("s3cret"));
    }
    void fault79_thePasswordForTheProxyGoesAlong()
    {
        Desk desk;
        Connection connection = office();
        connection.proxy = {
            .kind = ProxyChoice::Kind::Manual, .host = u"proxy.example"_s, .port = 3128, .user = u"desk7"_s};
        const QString key = connection.proxyPasswordKey();
        const auto saved = resultOf(desk.keeper.save(connection, Secret::copyOf("s"), Secret::copyOf("for the proxy")));
        QVERIFY(saved.ok() && !saved->proxyPasswordNotStored);
        const QByteArray stored = desk.keyring.secrets.value(key).view().toByteArray();
        QCOMPARE(stored, QByteArray("proxy.example:3128\nfor the proxy"));
        QVERIFY(desk.save(connection, "t").ok()); // which leaves it
        QCOMPARE(desk.keyring.secrets.value(key).view(), stored);
        QCOMPARE(*resultOf(desk.keeper.findProxyPassword(connection)), SecretPlace::Keyring);
        Connection moved = connection;
        moved.proxy.port = 8080; // for this one none was given
        QCOMPARE(*resultOf(desk.keeper.findProxyPassword(moved)), SecretPlace::Nowhere);
        QVERIFY(!writeConnectionFile(connection).contains("for the proxy"));
        QFile file(desk.folder.filePath(u"connections.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly) && !file.readAll().contains("for the proxy"));
        QVERIFY(resultOf(desk.keeper.remove(connection.name)).ok());
        QVERIFY(!desk.keyring.secrets.contains(key));

        desk.keyring.mood = Mood::Absent;
        const auto kept = resultOf(desk.keeper.save(connection, {}, Secret::copyOf("p")));
        QVERIFY(kept.ok() && kept->proxyPasswordNotStored && !kept->secretNotStored);
    }
    void anEmptySecretLeavesTheStoredOne()
    {
        Desk desk;
        desk.settle();
        Connection changed = office();
        changed.scope = u"read"_s;
        QVERIFY(desk.save(changed).ok());
        QCOMPARE(desk.stored(), QByteArray("old secret"));
    }
    void otherServersCostTheSecret_data()
    {
        QTest::addColumn<QString>("tokenUrl");
        QTest::addColumn<QString>("apiUrl");
        QTest::addColumn<bool>("needed");
        QTest::newRow("the same") << u"https://gw.example/token"_s << u"https://gw.example/uscis"_s << false;
        QTest::newRow("another path") << u"https://gw.example/token2"_s << u"https://gw.example/x"_s << false;
        QTest::newRow("another token server")
            << u"https://other.example/token"_s << u"https://gw.example/uscis"_s << true;
        QTest::newRow("another API server")
            << u"https://gw.example/token"_s << u"https://other.example/uscis"_s << true;
        QTest::newRow("another port") << u"https://gw.example:8443/token"_s << u"https://gw.example/uscis"_s << true;
    }
    void otherServersCostTheSecret()
    {
        QFETCH(QString, tokenUrl);
        QFETCH(QString, apiUrl);
        QFETCH(bool, needed);
        Desk desk;
        desk.settle();
        Connection moved = office();
        moved.tokenUrl = QUrl(tokenUrl);
        moved.apiUrl = QUrl(apiUrl);
        QCOMPARE(desk.keeper.needsNewSecret(moved), needed);
        const auto saved = desk.save(moved);
        QVERIFY(saved.ok());
        QCOMPARE(saved->oldSecretRemoved, needed);
        QCOMPARE(desk.stored(), needed ? QByteArray() : QByteArray("old secret"));
    }
    void whereTheOldSecretCannotBeRemovedNothingChanges_data()
    {
        QTest::addColumn<Mood>("mood");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("fault47: locked") << Mood::Locked << ErrorCode::KeychainLocked;
        QTest::newRow("fault48: absent") << Mood::Absent << ErrorCode::KeychainAbsent;
        QTest::newRow("fault49: denied") << Mood::Denied << ErrorCode::KeychainDenied;
    }
    void whereTheOldSecretCannotBeRemovedNothingChanges()
    {
        QFETCH(Mood, mood);
        QFETCH(ErrorCode, code);
        Desk desk;
        desk.settle();
        desk.keyring.mood = mood;
        const auto saved = desk.save(office(u"elsewhere.example"_s));
        QVERIFY(!saved.ok());
        QCOMPARE(saved.error().code, code);
        QVERIFY(desk.connections.find(u"Office"_s) == office());
        QCOMPARE(desk.stored(), QByteArray("old secret"));
    }
    //! Without a keyring a new secret may be kept for this run; the old one, in a keyring that comes back, must not meet
    //! the new servers. The mark outlives the program.
    void aMarkKeepsAnOldSecretFromNewServers()
    {
        Desk desk;
        desk.settle();
        desk.keyring.mood = Mood::Absent;
        const auto saved = desk.save(office(u"elsewhere.example"_s), "new secret");
        QVERIFY(saved.ok() && saved->secretNotStored);
        QVERIFY(desk.connections.hasSecretLeft(u"Office"_s));

        ConnectionStore later(desk.folder.filePath(u"connections.json"_s));
        QVERIFY(later.load().ok());
        QVERIFY(later.hasSecretLeft(u"Office"_s));
        QVERIFY(ConnectionKeeper(later, desk.keyring).needsNewSecret(office(u"elsewhere.example"_s)));

        desk.keyring.mood = Mood::Open;
        LayeredSecretStore layered(desk.keyring);
        layered.withhold(office().secretKey());
        QVERIFY(resultOf(layered.read(office().secretKey()))->isEmpty());
        QVERIFY(desk.save(office(u"elsewhere.example"_s), "new secret").ok());
        QVERIFY(!desk.connections.hasSecretLeft(u"Office"_s));
        QCOMPARE(desk.stored(), QByteArray("new secret"));
    }
    void removesBothAndSaysSo_data()
    {
        QTest::addColumn<Mood>("mood");
        QTest::newRow("open") << Mood::Open;
        QTest::newRow("locked") << Mood::Locked;
        QTest::newRow("absent") << Mood::Absent;
        QTest::newRow("denied") << Mood::Denied;
    }
    void removesBothAndSaysSo()
    {
        QFETCH(Mood, mood);
        Desk desk;
        desk.settle();
        desk.keyring.mood = mood;
        const auto removed = resultOf(desk.keeper.remove(u"Office"_s));
        QVERIFY(removed.ok());
        QVERIFY(!desk.connections.find(u"Office"_s));
        QCOMPARE(removed->secretLeft.has_value(), mood != Mood::Open);
        QCOMPARE(desk.stored().isEmpty(), mood == Mood::Open);
        // Made anew under the same name, it does not get what was left.
        desk.keyring.mood = Mood::Open;
        QCOMPARE(desk.keeper.needsNewSecret(office()), mood != Mood::Open);
        QVERIFY(desk.save(office()).ok());
        QVERIFY(desk.stored().isEmpty());
    }
    void aSecretThatIsNotStoredCostsNoConnection()
    {
        Desk desk;
        desk.keyring.mood = Mood::Denied;
        const auto saved = desk.save(office(), "s3cret");
        QVERIFY(saved.ok());
        QCOMPARE(saved->secretNotStored->code, ErrorCode::KeychainDenied);
        QVERIFY(desk.connections.find(u"Office"_s) == office());
    }
    void aConnectionThatIsRefusedCostsNoSecret()
    {
        Desk desk;
        desk.settle();
        Connection bad = office(u"elsewhere.example"_s);
        bad.requestsPerSecond = -1;
        QVERIFY(!desk.save(bad).ok());
        QCOMPARE(desk.stored(), QByteArray("old secret"));
        QVERIFY(desk.connections.find(u"Office"_s) == office());
    }
    void fault49_aPromptThatIsNotAnsweredChangesNothing()
    {
        Desk desk;
        desk.settle();
        desk.keyring.mood = Mood::NeverAnswers;
        auto *job = desk.keeper.save(office(u"elsewhere.example"_s), Secret());
        std::optional<Result<SavedConnection>> ended;
        job->onFinished(this, [&](const Result<SavedConnection> &result) { ended = result; });
        QCoreApplication::processEvents();
        QVERIFY(!ended);
        job->cancel();
        QTRY_VERIFY(ended);
        QCOMPARE(ended->error().code, ErrorCode::Cancelled);
        desk.keyring.answerAtLast();
        QCoreApplication::processEvents();
        QVERIFY(desk.connections.find(u"Office"_s) == office());
    }
    void findsASecretWithoutGivingItAway()
    {
        Desk desk;
        QCOMPARE(*resultOf(desk.keeper.findSecret(office())), SecretPlace::Nowhere);
        desk.settle();
        QCOMPARE(*resultOf(desk.keeper.findSecret(office())), SecretPlace::Keyring);
    }

    //! What an administrator's file would change here.
    void anImportKeepsTheClientIdOfTheSameServers()
    {
        Desk desk;
        Connection file = office();
        file.clientId.clear();
        file.scope = u"read"_s;
        auto found = readImport(writeConnectionFile(file), desk.connections);
        QVERIFY(found.ok() && !found->replaced && found->connection.clientId.isEmpty());

        desk.settle();
        found = readImport(writeConnectionFile(file), desk.connections);
        QVERIFY(found->replaced == office());
        QCOMPARE(found->connection.clientId, u"me"_s);
        QVERIFY(!found->changesNothing());
        QVERIFY(readImport(writeConnectionFile(office()), desk.connections)->changesNothing());

        file.apiUrl = QUrl(u"https://elsewhere.example/uscis"_s);
        QVERIFY(readImport(writeConnectionFile(file), desk.connections)->connection.clientId.isEmpty());
    }
};

LINTERNA_TEST(TestConnectionKeeper)

} // namespace test_connectionkeeper

#include "test_connectionkeeper.moc"
