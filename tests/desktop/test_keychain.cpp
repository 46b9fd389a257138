// SPDX-License-Identifier: GPL-3.0-or-later
// test_keychain MOOD: the keychain of a private session whose keyring is unlocked, locked, fresh (no collection yet) or
// none (no service). See CMakeLists.txt beside.
#include "lib/secrets/keychainsecretstore.h"
#include "tests/support/keyringsession.h"
#include "tests/support/testprogram.h"

using namespace linterna;
using namespace linterna::keyring;
using namespace Qt::Literals::StringLiterals;

namespace test_keychain {

class TestUnlocked : public QObject
{
    Q_OBJECT
    SystemClock m_clock;

private slots:
    void cleanup()
    {
        KeychainSecretStore store(m_clock);
        QCOMPARE(outcome(await(store.remove(key))), u"ok"_s);
    }

    void keepsEveryKindOfSecret_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("plain") << QByteArray("correct horse");
        QTest::newRow("fault22 odd characters") << QByteArray(":%+/&= \"\\'\t");
        QTest::newRow("accents") << QByteArray("contraseña 🏮");
        QTest::newRow("NUL inside") << QByteArray("a\0b", 3);
        QTest::newRow("no text") << QByteArray("\xFF\xFE\xC3");
        QTest::newRow("looks encoded") << QByteArray("base64:AAAA");
        QByteArray all;
        for (int i = 0; i < 256; ++i)
            all += static_cast<char>(i);
        QTest::newRow("every byte") << all;
        QTest::newRow("long") << all.repeated(16);
    }
    void keepsEveryKindOfSecret()
    {
        QFETCH(QByteArray, secret);
        {
            KeychainSecretStore store(m_clock);
            QCOMPARE(bytes(await(store.read(key))), QByteArray());
            QCOMPARE(outcome(await(store.write(key, Secret::copyOf(secret)))), u"ok"_s);
        }
        KeychainSecretStore store(m_clock);
        QCOMPARE(bytes(await(store.read(key))), secret);
        QCOMPARE(bytes(await(store.read(key + u'x'))), QByteArray());
        QCOMPARE(outcome(await(store.remove(key))), u"ok"_s);
        QCOMPARE(bytes(await(store.read(key))), QByteArray());
        QCOMPARE(outcome(await(store.remove(key))), u"ok"_s); // what is not there is removed
    }
    void lastsBeyondTheRun() { QVERIFY(!KeychainSecretStore(m_clock).isForThisRunOnly()); }
    void anEmptySecretIsNotWritten()
    {
        KeychainSecretStore store(m_clock);
        QCOMPARE(outcome(await(store.write(key, Secret()))), u"invalid"_s);
    }
    void aNewSecretTakesThePlaceOfTheOld()
    {
        KeychainSecretStore store(m_clock);
        QCOMPARE(outcome(await(store.write(key, Secret::copyOf("old")))), u"ok"_s);
        QCOMPARE(outcome(await(store.write(key, Secret::copyOf("\0new")))),
                 u"invalid"_s); // ends at \0: an empty secret
        QCOMPARE(outcome(await(store.write(key, Secret::copyOf(QByteArray("\0new", 4))))), u"ok"_s);
        QCOMPARE(bytes(await(store.read(key))), QByteArray("\0new", 4));
        QCOMPARE(outcome(await(store.write(key, Secret::copyOf("text")))), u"ok"_s);
        QCOMPARE(bytes(await(store.read(key))), QByteArray("text"));
    }
    void operationsKeepTheirOrder()
    {
        KeychainSecretStore store(m_clock);
        std::vector<QByteArray> seen;
        QObject context;
        for (int i = 0; i < 5; ++i) {
            std::ignore = store.write(key, Secret::copyOf(QByteArray::number(i)));
            store.read(key)->onFinished(&context, [&](const Result<Secret> &secret) { seen.push_back(bytes(secret)); });
        }
        QVERIFY(waitFor([&] { return seen.size() == 5; }));
        QCOMPARE(seen, (std::vector<QByteArray>{"0", "1", "2", "3", "4"}));
    }
    void whatIsWrittenIsReadBack()
    {
        // Two stores share QtKeychain's queue, so that the second write comes before the first one's reading back.
        KeychainSecretStore ours(m_clock);
        KeychainSecretStore another(m_clock);
        auto *write = ours.write(key, Secret::copyOf("mine"));
        std::ignore = another.write(key, Secret::copyOf("theirs"));
        QCOMPARE(outcome(await(write)), u"storage"_s);
        QCOMPARE(bytes(await(another.read(key))), QByteArray("theirs"));
    }
    void aCancelledOperationLeavesTheOthers()
    {
        KeychainSecretStore store(m_clock);
        auto *running = store.write(key, Secret::copyOf("first"));
        auto *waiting = store.write(key, Secret::copyOf("second"));
        auto *last = store.read(key + u'x');
        running->cancel();
        waiting->cancel();
        QCOMPARE(outcome(await(last)), u"ok"_s);
        QVERIFY(bytes(await(store.read(key))) != "second");
    }
    void theStoreDiesMeanwhile()
    {
        std::optional<Result<Secret>> seen;
        QObject context;
        {
            KeychainSecretStore store(m_clock);
            store.read(key)->onFinished(&context, [&](const Result<Secret> &secret) { seen.emplace(secret); });
        }
        QVERIFY(waitFor([&] { return seen.has_value(); }));
        QCOMPARE(outcome(*seen), u"cancelled"_s);
        KeychainSecretStore next(m_clock);
        QCOMPARE(outcome(await(next.read(key))), u"ok"_s);
    }

    void fault50_clearedBehindOurBack()
    {
        KeychainSecretStore store(m_clock);
        QCOMPARE(outcome(await(store.write(key, Secret::copyOf("mine")))), u"ok"_s);
        QCOMPARE(secretTool({u"clear"_s, u"server"_s, u"linterna"_s, u"user"_s, key}).status, 0);
        QCOMPARE(outcome(await(store.read(key))), u"ok"_s);
        QCOMPARE(bytes(await(store.read(key))), QByteArray());
    }
    void changedByAnotherProgram()
    {
        KeychainSecretStore store(m_clock);
        // Two entries of one name may stand side by side, and which one the keyring gives back is not defined.
        for (int round = 0; round < 5; ++round) {
            QCOMPARE(outcome(await(store.write(key, Secret::copyOf("mine")))), u"ok"_s);
            QCOMPARE(bytes(await(store.read(key))), QByteArray("mine"));
            QCOMPARE(putByHand("theirs ñ").status, 0);
            QCOMPARE(outcome(await(store.write(key, Secret::copyOf("mine again")))), u"ok"_s);
            QCOMPARE(bytes(await(store.read(key))), QByteArray("mine again"));
        }
        QCOMPARE(secretTool({u"clear"_s, u"server"_s, u"linterna"_s, u"user"_s, key}).status, 0);
        QCOMPARE(putByHand("theirs ñ").status, 0);
        QCOMPARE(bytes(await(store.read(key))), QByteArray("theirs ñ"));
    }
    void aTextIsReadableForOtherPrograms()
    {
        KeychainSecretStore store(m_clock);
        QCOMPARE(outcome(await(store.write(key, Secret::copyOf(":%+/&=ñ")))), u"ok"_s);
        QCOMPARE(secretTool({u"lookup"_s, u"server"_s, u"linterna"_s, u"user"_s, key}).output, QByteArray(":%+/&=ñ"));
    }
    void damagedByAnotherProgram()
    {
        KeychainSecretStore store(m_clock);
        QCOMPARE(putByHand("base64:***").status, 0);
        QCOMPARE(outcome(await(store.read(key))), u"storage"_s);
    }
    void anEntryOfAnotherKindIsNotTakenForNone()
    {
        KeychainSecretStore store(m_clock);
        QCOMPARE(putByHand("theirs", u"other"_s).status, 0);
        QCOMPARE(outcome(await(store.read(key))), u"keychain-denied"_s);
    }

    void fault47_lockedInBetween()
    {
        KeychainSecretStore store(m_clock);
        QCOMPARE(outcome(await(store.write(key, Secret::copyOf("kept")))), u"ok"_s);
        QVERIFY(lockKeyring());
        const auto files = keyringFiles();
        QVERIFY(!files.isEmpty());
        QCOMPARE(outcome(await(store.read(key))), u"keychain-locked"_s);
        QCOMPARE(outcome(await(store.write(key, Secret::copyOf("changed")))), u"keychain-locked"_s);
        QCOMPARE(outcome(await(store.remove(key))), u"keychain-locked"_s);
        QCOMPARE(keyringFiles(), files);
        QVERIFY(unlockKeyring());
        QCOMPARE(bytes(await(store.read(key))), QByteArray("kept"));
    }
};

class TestLocked : public QObject
{
    Q_OBJECT
    SystemClock m_clock;

private slots:
    void fault47_nothingIsToldAndNothingChanges()
    {
        const auto files = keyringFiles();
        QVERIFY(!files.isEmpty());
        KeychainSecretStore store(m_clock);
        QCOMPARE(outcome(await(store.read(key))), u"keychain-locked"_s); // not there, but that cannot be known
        QCOMPARE(outcome(await(store.write(key, Secret::copyOf("x")))), u"keychain-locked"_s);
        QCOMPARE(outcome(await(store.remove(key))), u"keychain-locked"_s);
        QCOMPARE(keyringFiles(), files);
    }
    void fault47_unlockedMeanwhile()
    {
        KeychainSecretStore store(m_clock);
        QCOMPARE(outcome(await(store.read(key))), u"keychain-locked"_s);
        QVERIFY(unlockKeyring());
        QCOMPARE(bytes(await(store.read(key))), QByteArray());
        QCOMPARE(outcome(await(store.write(key, Secret::copyOf("x")))), u"ok"_s);
        QCOMPARE(bytes(await(store.read(key))), QByteArray("x"));
    }
};

class TestFresh : public QObject
{
    Q_OBJECT
    SystemClock m_clock;

private slots:
    void nothingIsStoredAndNothingCanBe()
    {
        KeychainSecretStore store(m_clock);
        QCOMPARE(defaultCollection().path(), u"/"_s);
        const auto read = await(store.read(key));
        QCOMPARE(outcome(read), u"ok"_s);
        QVERIFY(read->isEmpty());
        QCOMPARE(outcome(await(store.remove(key))), u"ok"_s);
        QCOMPARE(outcome(await(store.write(key, Secret::copyOf("x")))), u"keychain-denied"_s);
        QVERIFY(await(store.read(key))->isEmpty());
    }
};

class TestNone : public QObject
{
    Q_OBJECT
    SystemClock m_clock;

private slots:
    void fault48_nobodyKeepsSecrets()
    {
        KeychainSecretStore store(m_clock);
        QCOMPARE(outcome(await(store.read(key))), u"keychain-absent"_s);
        QCOMPARE(outcome(await(store.write(key, Secret::copyOf("x")))), u"keychain-absent"_s);
        QCOMPARE(outcome(await(store.remove(key))), u"keychain-absent"_s);
    }
    void fault48_noSessionBus_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::newRow("disabled") << QByteArray("disabled:");
        QTest::newRow("unset") << QByteArray();
    }
    void fault48_noSessionBus()
    {
        QFETCH(QByteArray, address);
        const QByteArray before = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        address.isNull() ? qunsetenv("DBUS_SESSION_BUS_ADDRESS") : qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        KeychainSecretStore store(m_clock);
        auto *read = store.read(key);
        QVERIFY(read->isFinished()); // without asking anybody
        QCOMPARE(outcome(await(read)), u"keychain-absent"_s);
        QCOMPARE(outcome(await(store.write(key, Secret::copyOf("x")))), u"keychain-absent"_s);
        QCOMPARE(outcome(await(store.remove(key))), u"keychain-absent"_s);
        qputenv("DBUS_SESSION_BUS_ADDRESS", before);
    }
};

LINTERNA_TEST_NAMED("test_keychain_unlocked", TestUnlocked)
LINTERNA_TEST_NAMED("test_keychain_locked", TestLocked)
LINTERNA_TEST_NAMED("test_keychain_fresh", TestFresh)
LINTERNA_TEST_NAMED("test_keychain_none", TestNone)

} // namespace test_keychain

#include "test_keychain.moc"
