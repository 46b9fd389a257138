// SPDX-License-Identifier: GPL-3.0-or-later
// test_keychain MOOD: the keychain of a private session whose keyring is unlocked, locked, fresh (no collection yet),
// none (no service), or asks in a prompt that nobody answers. See CMakeLists.txt beside.
#include "secrets/keychainsecretstore.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QDir>
#include <QProcess>
#include <QTest>
#include <QTimer>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 30'000;
const QString key = u"connection/Ñandú: 50 %/client-secret"_s;

template<class T>
Result<T> await(JobOf<T> *job)
{
    std::optional<Result<T>> seen;
    QObject context;
    job->onFinished(&context, [&seen](const Result<T> &result) { seen.emplace(result); });
    if (!QTest::qWaitFor([&seen] { return seen.has_value(); }, patience))
        return Error{.code = ErrorCode::Timeout};
    return *seen;
}

//! "ok", or the error's word.
template<class T>
QString outcome(const Result<T> &result)
{
    return result ? u"ok"_s : errorCodeName(result.error().code);
}

QByteArray bytes(const Result<Secret> &secret)
{
    return secret ? secret->view().toByteArray() : "not read: " + secret.error().detail.toUtf8();
}

struct Ran {
    int status;
    QByteArray output;
};
Ran secretTool(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess tool;
    tool.start(u"secret-tool"_s, arguments);
    tool.write(input);
    tool.closeWriteChannel();
    if (!tool.waitForFinished(patience))
        return {-1, tool.errorString().toUtf8()};
    return {tool.exitCode(), tool.readAllStandardOutput()};
}
//! What the documentation of KeychainSecretStore tells administrators to do.
Ran putByHand(const QByteArray &secret, const QString &type = u"plaintext"_s)
{
    return secretTool({u"store"_s, u"--label=linterna"_s, u"server"_s, u"linterna"_s, u"type"_s, type, u"user"_s, key}, secret);
}

//! The keyring's files, byte for byte.
QMap<QString, QByteArray> keyringFiles()
{
    QMap<QString, QByteArray> files;
    const QDir folder(QDir::homePath() + u"/.local/share/keyrings"_s);
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        files[name] = file.open(QIODevice::ReadOnly) ? file.readAll() : "unreadable";
    }
    return files;
}

QDBusMessage callSecrets(const QString &interface, const QString &method, const QVariantList &arguments)
{
    auto call = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s, interface, method);
    call.setArguments(arguments);
    return QDBusConnection::sessionBus().call(call);
}
QDBusMessage callService(const QString &method, const QVariantList &arguments)
{
    return callSecrets(u"org.freedesktop.Secret.Service"_s, method, arguments);
}

QDBusObjectPath defaultCollection()
{
    return QDBusReply<QDBusObjectPath>(callService(u"ReadAlias"_s, {u"default"_s})).value();
}

bool lockKeyring()
{
    return callService(u"Lock"_s, {QVariant::fromValue(QList{defaultCollection()})}).type() == QDBusMessage::ReplyMessage;
}

//! What gnome-keyring's own prompt does when the password was typed.
bool unlockKeyring()
{
    const QDBusMessage session = callService(u"OpenSession"_s, {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    QDBusArgument password;
    password.beginStructure();
    password << session.arguments().value(1).value<QDBusObjectPath>() << QByteArray() << QByteArray("linterna")
             << u"text/plain"_s;
    password.endStructure();
    return callSecrets(u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s, u"UnlockWithMasterPassword"_s,
                       {QVariant::fromValue(defaultCollection()), QVariant::fromValue(password)})
               .type()
        == QDBusMessage::ReplyMessage;
}

//! Takes the keyring's request to ask for the password, and asks nobody.
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
        QCOMPARE(outcome(await(store.write(key, Secret::copyOf("\0new")))), u"invalid"_s); // a literal that ends at once
        QCOMPARE(outcome(await(store.write(key, Secret::copyOf(QByteArray("\0new", 4))))), u"ok"_s);
        QCOMPARE(bytes(await(store.read(key))), QByteArray("\0new", 4));
        QCOMPARE(outcome(await(store.write(key, Secret::copyOf("text")))), u"ok"_s);
        QCOMPARE(bytes(await(store.read(key))), QByteArray("text"));
    }
    void operationsKeepTheirOrder()
    {
        KeychainSecretStore store(m_clock);
        std::vector<QByteArray> seen;
        for (int i = 0; i < 5; ++i) {
            std::ignore = store.write(key, Secret::copyOf(QByteArray::number(i)));
            store.read(key)->onFinished(this, [&](const Result<Secret> &secret) { seen.push_back(bytes(secret)); });
        }
        QVERIFY(QTest::qWaitFor([&] { return seen.size() == 5; }, patience));
        QCOMPARE(seen, (std::vector<QByteArray>{"0", "1", "2", "3", "4"}));
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
        {
            KeychainSecretStore store(m_clock);
            store.read(key)->onFinished(this, [&](const Result<Secret> &secret) { seen.emplace(secret); });
        }
        QVERIFY(QTest::qWaitFor([&] { return seen.has_value(); }, patience));
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
        QCOMPARE(outcome(await(store.write(key, Secret::copyOf("mine")))), u"ok"_s);
        QCOMPARE(putByHand("theirs ñ").status, 0);
        QCOMPARE(bytes(await(store.read(key))), QByteArray("theirs ñ"));
        QCOMPARE(outcome(await(store.write(key, Secret::copyOf("mine again")))), u"ok"_s);
        QCOMPARE(bytes(await(store.read(key))), QByteArray("mine again"));
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

class TestPrompt : public QObject
{
    Q_OBJECT
    SystemClock m_clock;

    //! The keyring's own question ends when its prompter leaves the bus.
    static void waitUntilItEnded(KeychainSecretStore &store)
    {
        QVERIFY(QTest::qWaitFor([&store] { return !store.read(key)->isFinished(); }, patience));
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

        auto *first = store.write(key, Secret::copyOf("x"));
        std::optional<Result<Secret>> queued;
        store.read(key)->onFinished(this, [&](const Result<Secret> &result) { queued.emplace(result); });
        const auto given = await(first);
        QVERIFY(prompter->wasAsked());
        QCOMPARE(outcome(given), u"keychain-locked"_s);
        QVERIFY(given.error().detail.contains("waiting for an answer"_L1));
        QVERIFY(ticks > 10); // the window lives meanwhile
        QVERIFY(QTest::qWaitFor([&] { return queued.has_value(); }, patience));
        QCOMPARE(outcome(*queued), u"keychain-locked"_s);

        auto *later = store.read(key);
        QVERIFY(later->isFinished()); // at once
        QCOMPARE(outcome(await(later)), u"keychain-locked"_s);
        QVERIFY(store.write(key, Secret::copyOf("y"))->isFinished());
        QVERIFY(store.remove(key)->isFinished());

        prompter.reset();
        waitUntilItEnded(store);
        const auto after = await(store.read(key));
        QCOMPARE(outcome(after), u"keychain-locked"_s);
        QVERIFY(!after.error().detail.contains("waiting for an answer"_L1));
    }
    void fault49_theStoreDiesWhileAPromptIsOpen()
    {
        auto prompter = std::make_unique<DeafPrompter>();
        QVERIFY(prompter->isUp());
        std::optional<Result<Nothing>> seen;
        {
            KeychainSecretStore store(m_clock);
            store.write(key, Secret::copyOf("x"))->onFinished(this, [&](const Result<Nothing> &result) { seen.emplace(result); });
            QVERIFY(QTest::qWaitFor([&] { return prompter->wasAsked(); }, patience));
            QVERIFY(!seen);
        }
        QVERIFY(QTest::qWaitFor([&] { return seen.has_value(); }, patience));
        QCOMPARE(outcome(*seen), u"cancelled"_s);
        prompter.reset(); // and what was asked for ends after its asker
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
        QVERIFY(QTest::qWaitFor([] { return prompter.wasAsked(); }, patience));
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

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QMap<QString, std::function<std::unique_ptr<QObject>()>> moods{
        {u"unlocked"_s, [] { return std::make_unique<TestUnlocked>(); }},
        {u"locked"_s, [] { return std::make_unique<TestLocked>(); }},
        {u"prompt"_s, [] { return std::make_unique<TestPrompt>(); }},
        {u"fresh"_s, [] { return std::make_unique<TestFresh>(); }},
        {u"none"_s, [] { return std::make_unique<TestNone>(); }},
    };
    QStringList arguments = app.arguments();
    const auto mood = moods.find(arguments.value(1));
    if (mood == moods.end())
        qFatal("one of these moods, please: %s", qPrintable(QStringList(moods.keys()).join(u' ')));
    arguments.removeAt(1);
    const std::unique_ptr<QObject> test = (*mood)();
    return QTest::qExec(test.get(), arguments);
}

#include "test_keychain.moc"
