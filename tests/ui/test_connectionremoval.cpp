// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testprogram.h"
#include "tests/ui/connectionsbench.h"

#include <QSignalSpy>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_connectionremoval {

namespace {

using Bench = ConnectionsBench;
const QString &sandbox = benchSandbox;

} // namespace

//! Removal of a connection and its secret, in every state of the keyring.
class TestConnectionRemoval : public QObject
{
    Q_OBJECT
private slots:
    void removingSaysWhatBecameOfTheSecret_data()
    {
        QTest::addColumn<FakeSecretStore::Mood>("mood");
        QTest::addColumn<QString>("said");
        QTest::newRow("open") << FakeSecretStore::Mood::Open << u"and its client secret are removed"_s;
        QTest::newRow("fault47: locked") << FakeSecretStore::Mood::Locked << u"Linterna will not use it"_s;
        QTest::newRow("fault48: absent") << FakeSecretStore::Mood::Absent << u"Linterna will not use it"_s;
        QTest::newRow("fault49: denied") << FakeSecretStore::Mood::Denied << u"Linterna will not use it"_s;
    }
    void removingSaysWhatBecameOfTheSecret()
    {
        QFETCH(FakeSecretStore::Mood, mood);
        QFETCH(QString, said);
        Bench b;
        QSignalSpy removed(b.dialog, &ConnectionsDialog::removed);
        b.secrets.secrets.insert(samples::gateway().secretKey(), Secret::copyOf("of the gateway"));
        b.choose(samples::gateway().name);
        b.secrets.mood = mood;
        b.press(u"Remove…"_s);
        b.answer(u"Keep it"_s);
        QVERIFY(b.connections.find(samples::gateway().name));
        b.press(u"Remove…"_s);
        b.answer(u"Remove"_s);
        QTRY_VERIFY(b.says(said));
        QCOMPARE(removed.size(), 1);
        QVERIFY(!b.connections.find(samples::gateway().name));
        QCOMPARE(b.secrets.secrets.isEmpty(), mood == FakeSecretStore::Mood::Open);
        QCOMPARE(b.shown(), sandbox);
    }

    void aBuiltInOneIsReset()
    {
        Bench b;
        b.enter();
        b.press(u"Save"_s);
        QTRY_VERIFY(b.says(u"Saved."_s));
        b.press(u"Reset…"_s);
        b.answer(u"Reset"_s);
        QTRY_VERIFY(b.connections.find(sandbox)->clientId.isEmpty());
        QVERIFY(b.secrets.secrets.isEmpty());
        QTRY_COMPARE(b.form->draft().value("client_id"_L1).toString(), QString());
    }

    //! A secret that is left of a built-in one stays with its servers and is used again: nothing else may be said.
    void resettingSaysWhatBecameOfTheSecret_data()
    {
        QTest::addColumn<FakeSecretStore::Mood>("mood");
        QTest::addColumn<QString>("said");
        QTest::newRow("open") << FakeSecretStore::Mood::Open << u"is reset, and its client secret is removed"_s;
        QTest::newRow("fault47: locked") << FakeSecretStore::Mood::Locked << u"reset it once more"_s;
        QTest::newRow("fault48: absent") << FakeSecretStore::Mood::Absent << u"reset it once more"_s;
        QTest::newRow("fault49: denied") << FakeSecretStore::Mood::Denied << u"reset it once more"_s;
    }
    void resettingSaysWhatBecameOfTheSecret()
    {
        QFETCH(FakeSecretStore::Mood, mood);
        QFETCH(QString, said);
        Bench b;
        b.enter();
        b.press(u"Save"_s);
        QTRY_VERIFY(b.says(u"Saved."_s));
        b.secrets.mood = mood;
        b.press(u"Reset…"_s);
        b.answer(u"Reset"_s);
        QTRY_VERIFY(b.says(said));
        QVERIFY(!b.says(u"will not use it"_s));
        b.secrets.mood = FakeSecretStore::Mood::Open;
        b.press(u"Reset…"_s);
        b.answer(u"Reset"_s);
        QTRY_VERIFY(b.says(u"is reset, and its client secret is removed"_s));
        QVERIFY(b.secrets.secrets.isEmpty());
    }

    void fault49_aRemovalThatWaitsCanBeStopped()
    {
        Bench b;
        b.choose(samples::gateway().name);
        b.secrets.mood = FakeSecretStore::Mood::NeverAnswers;
        b.press(u"Remove…"_s);
        b.answer(u"Remove"_s);
        QVERIFY(b.says(u"It may ask you something in a window of its own"_s));
        QVERIFY(!b.form->isEnabled()); // it may be gone at any moment
        b.press(u"Stop waiting"_s);
        QTRY_VERIFY(b.says(u"was not removed, its client secret may be"_s));
        QVERIFY(b.form->isEnabled());
        b.secrets.answerAtLast();
        settle();
        QVERIFY(b.connections.find(samples::gateway().name));
    }
    void fault49_aLateRemovalLeavesAloneWhatIsEnteredElsewhere()
    {
        Bench b;
        b.choose(samples::gateway().name);
        b.secrets.mood = FakeSecretStore::Mood::NeverAnswers;
        b.press(u"Remove…"_s);
        b.answer(u"Remove"_s);
        b.choose(sandbox);
        QVERIFY(b.form->isEnabled());
        b.choose(samples::gateway().name);
        QVERIFY(!b.form->isEnabled());
        b.choose(sandbox);
        b.form->setValue("client_id"_L1, u"half"_s);
        b.secrets.answerAtLast();
        QTRY_VERIFY(!b.connections.find(samples::gateway().name));
        QTRY_VERIFY(b.says(u"and its client secret are removed"_s));
        QCOMPARE(b.shown(), sandbox);
        QCOMPARE(b.form->draft().value("client_id"_L1).toString(), u"half"_s);
    }
};

LINTERNA_TEST(TestConnectionRemoval)

} // namespace test_connectionremoval

#include "test_connectionremoval.moc"
