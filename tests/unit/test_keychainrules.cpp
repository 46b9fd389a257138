// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/secrets/keychainprobe.h"
#include "lib/secrets/keychainrules.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_keychainrules {

using Service = KeyringState::Service;

class TestKeychainRules : public QObject
{
    Q_OBJECT
private slots:
    void textThereAndBack_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("plain");
        QTest::newRow("plain") << QByteArray("correct horse") << true;
        QTest::newRow("fault22 odd characters") << QByteArray(":%+/&= \t\"\\'") << true;
        QTest::newRow("accents") << QByteArray("contraseña 🏮") << true;
        QTest::newRow("NUL inside") << QByteArray("a\0b", 3) << false;
        QTest::newRow("NUL at the end") << QByteArray("a\0", 2) << false;
        QTest::newRow("bad UTF-8") << QByteArray("a\xFF\xC3") << false;
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFtext") << false;
        QTest::newRow("looks like ours") << QByteArray("base64:AAAA") << false;
        QTest::newRow("nearly looks like ours") << QByteArray("Base64:AAAA") << true;
        QByteArray all;
        for (int i = 0; i < 256; ++i)
            all += static_cast<char>(i);
        QTest::newRow("every byte") << all << false;
    }
    void textThereAndBack()
    {
        QFETCH(QByteArray, bytes);
        const QString text = keychainText(Secret::copyOf(bytes));
        QTEST(text == QString::fromUtf8(bytes), "plain");
        QVERIFY(!text.contains(QChar(u'\0')));
        const auto back = secretFromKeychain(text.toUtf8());
        QVERIFY(back);
        QCOMPARE(back->view(), QByteArrayView(bytes));
    }
    void readingWipesWhatItRead()
    {
        QByteArray text("a secret");
        text.detach();
        const QByteArray shared = text; // as a finished job keeps it
        QVERIFY(secretFromKeychain(std::move(text)));
        QCOMPARE(shared, QByteArray(8, '\0'));
    }
    void damagedEntries_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("not base64") << QByteArray("base64:ñ!");
        QTest::newRow("cut") << QByteArray("base64:AAAAA");
    }
    void damagedEntries()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(secretFromKeychain(std::move(text)).error().code, ErrorCode::Storage);
    }

    void meanings_data()
    {
        QTest::addColumn<KeychainReply>("reply");
        QTest::addColumn<KeyringState>("state");
        QTest::addColumn<QString>("meaning");
        const auto row = [](const char *name, KeychainReply reply, KeyringState state, const char *meaning) {
            QTest::newRow(name) << reply << state << QString::fromLatin1(meaning);
        };
        using enum KeychainReply;
        row("searched and not there", NotFound, {Service::Open, false, false}, "not there");
        row("removed", Done, {Service::Open, false, false}, "not there");
        row("nothing to put secrets in yet", NotFound, {Service::NoCollection, false, false}, "not there");
        row("opened in between", NotFound, {Service::Open, true, false}, "contradicted");
        row("removed and still there", Done, {Service::Open, true, false}, "contradicted");
        row("refused", Denied, {Service::Open, false, false}, "keychain-denied");
        row("failed", Failed, {Service::Open, true, false}, "keychain-denied");
        row("nothing to put secrets in, and none made", Failed, {Service::NoCollection, false, false},
            "keychain-denied");
        row("fault47 locked reads as not found", NotFound, {Service::Locked, false, false}, "keychain-locked");
        row("fault47 locked says that it removed", Done, {Service::Locked, true, true}, "keychain-locked");
        row("fault47 locked refuses", Denied, {Service::Locked, true, true}, "keychain-locked");
        row("fault47 entry in another, locked collection", NotFound, {Service::Open, true, true}, "keychain-locked");
        row("fault47 no default, entry locked", NotFound, {Service::NoCollection, true, true}, "keychain-locked");
        row("fault48 no service", Failed, {Service::Absent, false, false}, "keychain-absent");
        row("fault48 no service, not found", NotFound, {Service::Absent, false, false}, "keychain-absent");
        row("fault49 silent service", NotFound, {Service::Silent, false, false}, "keychain-locked");
        row("other systems: not there", NotFound, {}, "not there");
        row("other systems: removed", Done, {}, "not there");
        row("other systems: refused", Denied, {}, "keychain-denied");
        row("other systems: failed", Failed, {}, "keychain-denied");
        row("other systems: no service", NoService, {}, "keychain-absent");
    }
    void meanings()
    {
        QFETCH(KeychainReply, reply);
        QFETCH(KeyringState, state);
        const auto meaning = entryMeaning(reply, state, u"what the library said"_s);
        QString seen = u"contradicted"_s;
        if (!meaning)
            seen = errorCodeName(meaning.error().code);
        else if (*meaning == EntryMeaning::NotThere)
            seen = u"not there"_s;
        QTEST(seen, "meaning");
        if (!meaning)
            QVERIFY(!meaning.error().detail.isEmpty());
    }

    void fault48_aBusThatIsNotThere_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::newRow("disabled") << QByteArray("disabled:");
        QTest::newRow("unset, no runtime folder") << QByteArray();
    }
    void fault48_aBusThatIsNotThere()
    {
        QFETCH(QByteArray, address);
        const QByteArray before = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        if (address.isNull())
            qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        else
            qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        QVERIFY(!mayReachKeyring());
        std::optional<KeyringState> state;
        askKeyring(u"linterna"_s, u"key"_s, this)->onFinished(this, [&](const Result<KeyringState> &answer) {
            state = *answer;
        });
        QVERIFY(!state);
        QCoreApplication::processEvents();
        QCOMPARE(state, std::optional(KeyringState{Service::Absent, false, false}));
        qputenv("DBUS_SESSION_BUS_ADDRESS", before);
    }
};

LINTERNA_TEST(TestKeychainRules)

} // namespace test_keychainrules

#include "test_keychainrules.moc"
