// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testprogram.h"
#include "tests/ui/connectionsbench.h"
#include "ui/connections/connectionlist.h"
#include "ui/connections/testpanel.h"
#include "ui/widgets/formfield.h"

#include <QAccessible>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QJsonObject>
#include <QSignalSpy>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_connectionsdialog {

namespace {

using Bench = ConnectionsBench;
const QString &sandbox = benchSandbox;
const QString &secretText = benchSecret;

} // namespace

class TestConnectionsDialog : public QObject
{
    Q_OBJECT
private slots:
    void theOneInUseIsShownFirst()
    {
        Bench b;
        QCOMPARE(b.shown(), sandbox);
        QVERIFY(!b.button(u"Save"_s)->isEnabled());
    }

    void savesIdHereAndSecretThere()
    {
        Bench b;
        QSignalSpy saved(b.dialog, &ConnectionsDialog::saved);
        b.enter();
        b.press(u"Save"_s);
        QTRY_VERIFY(b.says(u"Saved."_s));
        QCOMPARE(saved.size(), 1);
        QCOMPARE(b.connections.find(sandbox)->clientId, u"my-id"_s);
        QCOMPARE(b.secrets.secrets.value(u"connection/USCIS sandbox/client-secret"_s).view(),
                 QByteArrayView("p:%+/&=\xc3\xb1"));
        QFile file(b.folder.filePath(u"connections.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("p:%"));
        QVERIFY(!b.says(secretText));
        QVERIFY(!b.button(u"Save"_s)->isEnabled());
    }

    void fault84_whatNobodySeesIsNotStored_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const QString &secret, const char *said) {
            QTest::newRow(name) << secret << QString::fromUtf8(said);
        };
        row("line break behind", u"s3cret\n"_s, "At the end stands a line break");
        row("two lines", u"s3\r\ncret"_s, "As character 3 stands a line break");
        row("space before", u" s3cret"_s, "At the start stands a space");
        row("tab behind", u"s3cret\t"_s, "At the end stands a tab");
        row("byte order mark", u"\uFEFFs3cret"_s, "At the start stands a byte order mark (U+FEFF)");
        row("zero width", u"s3\u200Bcret"_s, "As character 3 stands a zero-width character (U+200B)");
        row("no-break space", u"s3cret\u00A0"_s, "At the end stands a no-break space (U+00A0)");
        row("soft hyphen", u"s3\u00ADcret"_s, "a soft hyphen (U+00AD)");
        row("direction", u"s3\u202Ecret"_s, "turns the writing direction (U+202E)");
        row("lost", u"s3\uFFFDcret"_s, "lost on the way from another encoding (U+FFFD)");
    }
    void fault84_whatNobodySeesIsNotStored()
    {
        QFETCH(QString, secret);
        QFETCH(QString, said);
        Bench b;
        QLineEdit *entry = b.dialog->findChild<SecretEntry *>()->entry();
        QGuiApplication::clipboard()->setText(secret);
        b.form->setValue("client_id"_L1, u"my-id"_s);
        entry->paste();
        QVERIFY2(b.says(said), qPrintable(b.everything()));
        b.press(u"Save"_s);
        b.press(u"Test connection"_s);
        QVERIFY(b.secrets.secrets.isEmpty());
        QVERIFY(b.connections.find(sandbox)->clientId.isEmpty());
        QVERIFY(!b.says(u"s3cret"_s));
        // Following the advice helps.
        QString seen = secret;
        seen.removeIf([](QChar c) { return c.unicode() <= 0x20 || c.unicode() >= 0x7F; });
        entry->setText(seen);
        auto *box = qobject_cast<FormField *>(b.dialog->findChild<SecretEntry *>()->parentWidget());
        QVERIFY(box && !box->hasProblem());
        b.press(u"Save"_s);
        QTRY_VERIFY(b.says(u"Saved."_s));
        QCOMPARE(b.secrets.secrets.value(u"connection/USCIS sandbox/client-secret"_s).view(), QByteArrayView("s3cret"));
    }
    void fault84_aClientIdToo()
    {
        Bench b;
        b.enter(u"my-id "_s);
        b.press(u"Save"_s);
        QVERIFY2(b.says(u"At the end stands a space, which nobody sees"_s), qPrintable(b.everything()));
        QVERIFY(b.connections.find(sandbox)->clientId.isEmpty());
        QVERIFY(b.secrets.secrets.isEmpty());
        b.enter(u"my\u200Bid"_s);
        QVERIFY(b.says(u"As character 3 stands a zero-width character (U+200B)"_s));
    }
    void fault84_headersToo()
    {
        Bench b;
        b.enter();
        b.form->setValue("headers"_L1, QJsonObject{{u"X-API-Key"_s, u"k3y\u00A0"_s}});
        b.press(u"Save"_s);
        QVERIFY2(b.says(u"“X-API-Key”: At the end stands a no-break space (U+00A0)"_s), qPrintable(b.everything()));
        QVERIFY(b.connections.find(sandbox)->headers.isEmpty());
    }
    void fault93_whereTheSecretGoesIsSaid()
    {
        Bench b;
        QVERIFY(b.says(u"It is sent to api-int.uscis.gov, and to nobody else."_s));
        b.press(u"New…"_s);
        b.form->setValue("kind"_L1, u"other"_s);
        b.form->setValue("token_url"_L1, u"https://xn--uscs-ipa.gov:8443/token"_s);
        QVERIFY2(b.says(u"It is sent to xn--uscs-ipa.gov:8443, and to nobody else."_s), qPrintable(b.everything()));
    }
    void fault93_aNameThatLooksLikeAnotherIsRefused()
    {
        Bench b;
        b.press(u"New…"_s);
        for (const QString &name : {u"USCIS  sandbox"_s, u"USClS sandbox"_s, u"US\u0421IS sandbox"_s}) {
            b.form->setValue("name"_L1, name);
            b.form->showProblems();
            QVERIFY2(b.says(u"does not look like that of another connection"_s), qPrintable(name));
        }
    }
    void fault83_anAddressThatWouldGoOutOtherwise()
    {
        Bench b;
        b.press(u"New…"_s);
        b.form->setValue("token_url"_L1, u"https://gateway.example/%7etoken"_s);
        b.form->showProblems();
        QVERIFY2(b.says(u"It would be sent as https://gateway.example/~token."_s), qPrintable(b.everything()));
    }

    void theSecretIsHiddenUntilAskedFor()
    {
        Bench b;
        b.enter();
        QVERIFY(!b.says(secretText));
        QAccessibleInterface *heard =
            QAccessible::queryAccessibleInterface(b.dialog->findChild<SecretEntry *>()->entry());
        QVERIFY(!heard->text(QAccessible::Value).contains(u"p:%"_s));
        b.press(u"Show"_s);
        QVERIFY(b.says(secretText));
    }

    void fault47_theKeyringDoesNotKeepIt_data()
    {
        QTest::addColumn<FakeSecretStore::Mood>("mood");
        QTest::addColumn<QString>("said");
        QTest::newRow("fault47: locked") << FakeSecretStore::Mood::Locked << u"keyring is locked"_s;
        QTest::newRow("fault48: absent") << FakeSecretStore::Mood::Absent << u"offers no keyring"_s;
        QTest::newRow("fault49: denied") << FakeSecretStore::Mood::Denied << u"did not let Linterna in"_s;
    }
    void fault47_theKeyringDoesNotKeepIt()
    {
        QFETCH(FakeSecretStore::Mood, mood);
        QFETCH(QString, said);
        Bench b;
        Secret session;
        connect(b.dialog, &ConnectionsDialog::sessionSecretEntered, this,
                [&](const QString &, const Secret &secret) { session = secret; });
        b.secrets.mood = mood;
        b.enter();
        QVERIFY(!b.button(u"Keep for this run only"_s));
        b.press(u"Save"_s);
        QTRY_VERIFY(b.says(said));
        QCOMPARE(b.connections.find(sandbox)->clientId, u"my-id"_s); // the client ID is kept
        b.press(u"Keep for this run only"_s);
        QCOMPARE(session.view(), QByteArrayView("p:%+/&=\xc3\xb1"));
        QVERIFY(b.says(u"kept until the program ends"_s));
        QFile file(b.folder.filePath(u"connections.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("p:%"));
    }

    void fault49_aPromptThatIsNotAnswered()
    {
        Bench b;
        b.secrets.mood = FakeSecretStore::Mood::NeverAnswers;
        b.enter();
        b.press(u"Save"_s);
        QVERIFY(b.says(u"It may ask you something in a window of its own"_s));
        b.press(u"Stop waiting"_s);
        QTRY_VERIFY(b.says(u"Stopped waiting. The connection is saved, its client secret may not be."_s));
        QVERIFY(b.button(u"Save"_s)->isEnabled()); // what was entered is still there
    }

    void fault49_theFieldHasTheFocusAgainAfterTheWait()
    {
        Bench b;
        b.secrets.mood = FakeSecretStore::Mood::NeverAnswers;
        b.enter();
        QLineEdit *entry = b.dialog->findChild<SecretEntry *>()->entry();
        entry->setFocus();
        QTest::keyClick(entry, Qt::Key_Return);
        settle();
        QVERIFY(!b.form->isEnabled());
        b.secrets.giveUp();
        QTRY_VERIFY(b.form->isEnabled());
        QCOMPARE(b.dialog->focusWidget(), entry); // not the list, where an arrow key chooses another connection
    }

    void nothingEnteredIsLostWithoutAQuestion()
    {
        Bench b;
        b.form->setValue("client_id"_L1, u"half"_s);
        b.choose(samples::gateway().name);
        QCOMPARE(b.shown(), sandbox); // and the list has not moved either
        QCOMPARE(b.dialog->findChild<QListWidget *>()->currentItem()->text(), sandbox);
        b.answer(u"Keep editing"_s);
        QCOMPARE(b.form->draft().value("client_id"_L1).toString(), u"half"_s);
        b.choose(samples::gateway().name);
        b.answer(u"Discard"_s);
        QCOMPARE(b.shown(), samples::gateway().name);
        QVERIFY(b.connections.find(sandbox)->clientId.isEmpty());

        b.form->setValue("scope"_L1, u"write"_s);
        b.choose(sandbox);
        b.answer(u"Save"_s);
        QTRY_COMPARE(b.shown(), sandbox);
        QCOMPARE(b.connections.find(samples::gateway().name)->scope, u"write"_s);
    }
    void closingAsksToo()
    {
        Bench b;
        b.form->setValue("client_id"_L1, u"half"_s);
        QTest::keyClick(b.dialog, Qt::Key_Escape);
        QVERIFY(b.dialog->isVisible());
        b.answer(u"Keep editing"_s);
        b.dialog->close();
        QVERIFY(b.dialog && b.dialog->isVisible());
        b.answer(u"Discard"_s);
        QTRY_VERIFY(!b.dialog);
    }

    void aNewOneIsCheckedWhileItIsEntered()
    {
        Bench b;
        b.press(u"New…"_s);
        b.form->setValue("name"_L1, u"office GATEWAY"_s); // taken, but for capitals
        b.form->setValue("kind"_L1, u"ibm-verify"_s);
        b.form->setValue("host"_L1, u"office verify"_s);
        b.press(u"Save"_s);
        QVERIFY(b.says(u"does not look like that of another connection"_s));
        QVERIFY(b.says(u"Enter the server's name alone"_s));
        QCOMPARE(b.connections.all().size(), std::size_t(2));

        b.form->setValue("name"_L1, u"Verify"_s);
        b.form->setValue("host"_L1, u"office.verify.ibm.com"_s);
        b.form->setValue("gateway"_L1, u"https://gateway.example.org/uscis"_s);
        b.enter();
        QVERIFY(!b.says(u"Enter the server's name alone"_s));
        b.press(u"Save"_s);
        QTRY_VERIFY(b.connections.find(u"Verify"_s));
        const auto verify = *b.connections.find(u"Verify"_s);
        QCOMPARE(verify.tokenUrl, QUrl(u"https://office.verify.ibm.com/v1.0/endpoint/default/token"_s));
        QCOMPARE(verify.apiUrl, QUrl(u"https://gateway.example.org/uscis"_s));
        QCOMPARE(b.dialog->findChild<QListWidget *>()->currentItem()->text(), u"Verify"_s);
    }

    void fault79_aProxyHasANameAndAPassword()
    {
        Bench b;
        b.choose(samples::gateway().name);
        QLineEdit *password = nullptr;
        QWidget *box = nullptr;
        for (SecretEntry *each : b.dialog->findChildren<SecretEntry *>()) {
            if (each->entry()->accessibleName() == u"Password for the proxy"_s) {
                password = each->entry();
                box = each->parentWidget();
            }
        }
        QVERIFY(password);
        b.form->setValue("proxy"_L1, u"none"_s);
        QVERIFY(box->isHidden());
        b.form->setValue("proxy"_L1, u"proxy.example.org:3128"_s);
        QVERIFY(!box->isHidden());
        password->setText(u"hush"_s);
        QVERIFY(!b.form->isComplete()); // no user name yet
        b.form->setValue("proxy_user"_L1, u"desk7"_s);
        QVERIFY(b.form->isComplete());
        b.press(u"Save"_s);
        const QString key = samples::gateway().proxyPasswordKey();
        QTRY_COMPARE(b.secrets.secrets.value(key).view(), QByteArrayView("proxy.example.org:3128\nhush"));
        QTRY_VERIFY(password->text().isEmpty());
        QCOMPARE(b.connections.find(samples::gateway().name)->proxy.user, u"desk7"_s);
    }

    void aStoredSecretNeverGoesToOtherServers()
    {
        Bench b;
        b.secrets.secrets.insert(samples::gateway().secretKey(), Secret::copyOf("of the gateway"));
        b.choose(samples::gateway().name);
        b.form->setValue("host"_L1, u"elsewhere.example.org"_s);
        QVERIFY(b.says(u"The addresses lead to other servers than before"_s));
        b.secrets.calls.clear();
        b.press(u"Test connection"_s);
        QVERIFY(b.secrets.calls.isEmpty());
        b.press(u"Save"_s);
        b.answer(u"Save without"_s);
        QTRY_VERIFY(b.says(u"The client secret for the earlier servers was removed"_s));
        QVERIFY(b.secrets.secrets.isEmpty());
        QCOMPARE(b.connections.find(samples::gateway().name)->tokenUrl.host(), u"elsewhere.example.org"_s);
    }

    void fault49_savingOnTheWayOutWaitsForTheSaveUnderWay()
    {
        Bench b;
        b.secrets.mood = FakeSecretStore::Mood::NeverAnswers;
        b.enter();
        b.press(u"Save"_s);
        b.choose(samples::gateway().name);
        b.answer(u"Save"_s);
        QCOMPARE(b.shown(), sandbox);
        b.secrets.answerAtLast();
        QTRY_COMPARE(b.shown(), samples::gateway().name);
    }

    void aTestShowsItsStepsWithoutSecretsAndReceiptNumbers()
    {
        Bench b;
        b.enter();
        auto *panel = b.dialog->findChild<TestPanel *>();
        panel->begin(true);
        const ConnectionTestReport report = samples::testThatWorks();
        for (const ConnectionTestStep &step : report.steps)
            panel->showStep(step);
        panel->showResult(report);
        QVERIFY(b.says(u"This connection works"_s));
        const QString all = b.everything();
        QVERIFY(all.contains(u"EAC••••••3402"_s));
        QVERIFY(!all.contains(u"EAC9999103402"_s) && !all.contains(secretText));
    }
    void aRealTestSaysWhatCame()
    {
        Bench b;
        b.press(u"New…"_s);
        b.form->setValue("name"_L1, u"Nowhere"_s);
        b.form->setValue("kind"_L1, u"other"_s);
        b.form->setValue("token_url"_L1, u"http://127.0.0.1:9/token"_s);
        b.form->setValue("api_url"_L1, u"http://127.0.0.1:9/"_s);
        b.enter();
        b.press(u"Test connection"_s);
        QVERIFY(b.says(u"Testing"_s));
        QVERIFY(waitFor([&] {
            b.clock.pass(std::chrono::seconds(1));
            return b.says(u"This connection does not work yet"_s);
        }));
        QVERIFY(b.says(u"No connection"_s));
        QVERIFY(b.secrets.secrets.isEmpty()); // a test stores nothing
        QVERIFY(!b.connections.find(u"Nowhere"_s));
    }

    void goingWhileSomethingIsUnderWayIsHarmless()
    {
        Bench b;
        b.secrets.mood = FakeSecretStore::Mood::NeverAnswers;
        b.enter();
        b.press(u"Test connection"_s);
        b.press(u"Save"_s);
        delete b.dialog;
        b.secrets.answerAtLast();
        settle();
    }
    void theQuestionHasTheQuotationMarksOfItsLanguage()
    {
        Bench b;
        b.languages.setLanguage(u"es"_s);
        b.form->setValue("client_id"_L1, u"half"_s);
        b.choose(samples::gateway().name);
        QVERIFY(b.says(u"«USCIS sandbox»"_s));
        QVERIFY(!b.says(u"“USCIS sandbox”"_s));
    }
    void aNarrowWindowPutsTheListOnTop()
    {
        Bench b;
        auto *list = b.dialog->findChild<ConnectionList *>();
        auto *editor = b.dialog->findChild<ConnectionEditor *>();
        b.dialog->resize(1100, 700);
        settle();
        QVERIFY(editor->x() >= list->geometry().right());
        b.dialog->resize(560, 700);
        settle();
        QVERIFY(editor->y() >= list->geometry().bottom());
        b.dialog->resize(560, 480);
        settle();
        auto *rows = list->findChild<QListWidget *>();
        QVERIFY(rows->viewport()->height() >= 2 * rows->sizeHintForRow(0)); // one row would look like the only one
        QCOMPARE(editor->width(), b.dialog->width());
    }
};

LINTERNA_TEST(TestConnectionsDialog)

} // namespace test_connectionsdialog

#include "test_connectionsdialog.moc"
