// SPDX-License-Identifier: GPL-3.0-or-later
// test_keychainprompt MOOD: the keychain of a private session whose keyring asks for its password, in a prompt that is
// left open, or in one that is denied or answered late (answered). See CMakeLists.txt beside.
#include "lib/secrets/keychainsecretstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/keyringsession.h"
#include "tests/support/testprogram.h"

#include <QDBusVirtualObject>
#include <QTimer>

using namespace linterna;
using namespace linterna::keyring;

namespace test_keychainprompt {

using linterna::test::FakeClock;
using namespace Qt::Literals::StringLiterals;

namespace {

//! A prompter for the keyring that takes requests to ask for the password, and asks nobody.
class DeafPrompter : public QDBusVirtualObject
{
public:
    DeafPrompter() : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"prompter"_s))
    {
        m_up = m_bus.registerVirtualObject(u"/org/gnome/keyring/Prompter"_s, this)
            && m_bus.registerService(u"org.gnome.keyring.SystemPrompter"_s);
    }
    ~DeafPrompter() override { QDBusConnection::disconnectFromBus(u"prompter"_s); }

    [[nodiscard]] bool isUp() const { return m_up; }
    [[nodiscard]] bool wasAsked() const { return m_asked; }
    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        m_asked = m_asked || message.member() == "BeginPrompting"_L1;
        return bus.send(message.createReply());
    }

private:
    QDBusConnection m_bus;
    bool m_up = false;
    bool m_asked = false;
};

} // namespace

class TestOpen : public QObject
{
    Q_OBJECT
    SystemClock m_clock;

    //! The keyring's own question ends when its prompter leaves the bus.
    static void waitUntilItEnded(KeychainSecretStore &store)
    {
        QVERIFY(waitFor([&store] { return !store.read(key)->isFinished(); }));
    }

private slots:
    void fault49_anOpenPromptIsGivenUp()
    {
        auto prompter = std::make_unique<DeafPrompter>();
        QVERIFY(prompter->isUp());
        KeychainSecretStore store(m_clock, std::chrono::seconds(2));
        int ticks = 0;
        QTimer ticking;
        connect(&ticking, &QTimer::timeout, this, [&ticks] { ++ticks; });
        ticking.start(10);

        QObject context;
        std::optional<Result<Nothing>> first;
        store.write(key, Secret::copyOf("x"))->onFinished(&context, [&](const Result<Nothing> &result) {
            first.emplace(result);
        });
        QVERIFY(waitFor([&] { return prompter->wasAsked(); }));
        std::optional<Result<Secret>> queued; // later than the first, and given up together with it
        store.read(key)->onFinished(&context, [&](const Result<Secret> &result) { queued.emplace(result); });
        QVERIFY(waitFor([&] { return first.has_value(); }));
        QCOMPARE(outcome(*first), u"keychain-locked"_s);
        QVERIFY(first->error().detail.contains("waiting for an answer"_L1));
        QVERIFY(ticks > 10); // the event loop runs meanwhile
        QCoreApplication::sendPostedEvents();
        QVERIFY(queued);
        QCOMPARE(outcome(*queued), u"keychain-locked"_s);

        auto *later = store.read(key);
        QVERIFY(later->isFinished()); // fails at once: the prompt is open
        QCOMPARE(outcome(await(later)), u"keychain-locked"_s);
        QVERIFY(store.write(key, Secret::copyOf("y"))->isFinished());
        QVERIFY(store.remove(key)->isFinished());

        prompter.reset();
        waitUntilItEnded(store);
        const auto after = await(store.read(key));
        QCOMPARE(outcome(after), u"keychain-locked"_s);
        QVERIFY(!after.error().detail.contains("waiting for an answer"_L1));
    }
    //! The limit that the program has, on a clock that a test turns.
    void fault49_anOpenPromptIsGivenUpAfterAMinute()
    {
        auto prompter = std::make_unique<DeafPrompter>();
        QVERIFY(prompter->isUp());
        FakeClock clock;
        KeychainSecretStore store(clock);
        std::optional<Result<Nothing>> seen;
        QObject context;
        store.write(key, Secret::copyOf("x"))->onFinished(&context, [&](const Result<Nothing> &result) {
            seen.emplace(result);
        });
        QVERIFY(waitFor([&] { return prompter->wasAsked(); }));
        clock.pass(std::chrono::milliseconds(59'999));
        QVERIFY(!seen);
        clock.pass(std::chrono::milliseconds(1));
        QVERIFY(seen);
        QCOMPARE(outcome(*seen), u"keychain-locked"_s);
        prompter.reset();
        waitUntilItEnded(store);
    }
    void fault49_theStoreDiesWhileAPromptIsOpen()
    {
        auto prompter = std::make_unique<DeafPrompter>();
        QVERIFY(prompter->isUp());
        std::optional<Result<Nothing>> seen;
        QObject context;
        {
            KeychainSecretStore store(m_clock);
            store.write(key, Secret::copyOf("x"))->onFinished(&context, [&](const Result<Nothing> &result) {
                seen.emplace(result);
            });
            QVERIFY(waitFor([&] { return prompter->wasAsked(); }));
            QVERIFY(!seen);
        }
        QVERIFY(waitFor([&] { return seen.has_value(); }));
        QCOMPARE(outcome(*seen), u"cancelled"_s);
        prompter.reset(); // so that the write ends, after its store
        KeychainSecretStore next(m_clock);
        QCOMPARE(outcome(await(next.read(key))), u"keychain-locked"_s);
    }
    void fault49_aCancelledOperationIsWaitedForAllTheSame()
    {
        auto prompter = std::make_unique<DeafPrompter>();
        QVERIFY(prompter->isUp());
        KeychainSecretStore store(m_clock, std::chrono::seconds(2));
        store.write(key, Secret::copyOf("x"))->cancel();
        QCOMPARE(outcome(await(store.read(key))), u"keychain-locked"_s);
        prompter.reset();
        waitUntilItEnded(store);
    }
    void fault49_theProgramEndsWhileAPromptIsOpen()
    {
        static DeafPrompter prompter; // stays to the end of the program
        QVERIFY(prompter.isUp());
        KeychainSecretStore store(m_clock);
        std::ignore = store.write(key, Secret::copyOf("x"));
        QVERIFY(waitFor([] { return prompter.wasAsked(); }));
    }
};

//! The desktop's own prompt: it stays open until somebody types.
class TestAnswered : public QObject
{
    Q_OBJECT
    SystemClock m_clock;

    //! Whether the prompt is there and has the keyboard.
    static bool promptIsOpen()
    {
        return runTool(u"xdotool"_s,
                       {u"search"_s, u"--sync"_s, u"--onlyvisible"_s, u"--name"_s, u"Keyring"_s, u"windowactivate"_s,
                        u"--sync"_s})
                   .status
            == 0;
    }

private slots:
    void fault49_denied()
    {
        KeychainSecretStore store(m_clock);
        std::optional<Result<Nothing>> seen;
        QObject context;
        store.write(key, Secret::copyOf("x"))->onFinished(&context, [&](const Result<Nothing> &result) {
            seen.emplace(result);
        });
        QVERIFY(promptIsOpen());
        QCOMPARE(runTool(u"xdotool"_s, {u"key"_s, u"Escape"_s}).status, 0);
        QVERIFY(waitFor([&] { return seen.has_value(); }));
        QCOMPARE(outcome(*seen), u"keychain-locked"_s);
    }
    void fault49_answeredAtLast()
    {
        KeychainSecretStore store(m_clock, std::chrono::seconds(2));
        QCOMPARE(outcome(await(store.write(key, Secret::copyOf("x")))), u"keychain-locked"_s);
        QVERIFY(store.read(key)->isFinished()); // fails at once: the prompt is open
        QVERIFY(promptIsOpen());
        QCOMPARE(runTool(u"xdotool"_s, {u"type"_s, u"linterna"_s}).status, 0);
        QCOMPARE(runTool(u"xdotool"_s, {u"key"_s, u"Return"_s}).status, 0);
        QVERIFY(waitFor([&store] { return !store.read(key)->isFinished(); }));
        QCOMPARE(bytes(await(store.read(key))), QByteArray("x")); // the write that was given up was done
        QCOMPARE(outcome(await(store.write(key, Secret::copyOf("y")))), u"ok"_s);
        QCOMPARE(bytes(await(store.read(key))), QByteArray("y"));
    }
};

LINTERNA_TEST_NAMED("test_keychainprompt_open", TestOpen)
LINTERNA_TEST_NAMED("test_keychainprompt_answered", TestAnswered)

} // namespace test_keychainprompt

#include "test_keychainprompt.moc"
