// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/localrecord.h"

#include "ui/recordkeeping/protectioncontroller.h"

#include "tests/support/fakeclock.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/testprogram.h"
#include "ui/connections/secretentry.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/question.h"
#include "ui/words/errortext.h"

#include <QAccessible>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_protectioncontroller {

using Mood = FakeSecretStore::Mood;

namespace {

constexpr PassphraseCost cheap{.passes = 1, .memoryKiB = 8};
const QString passphrase = u"lantern in the window"_s;

RecordState closed(std::optional<ErrorCode> why, bool underPassphrase = false)
{
    using Mode = RecordState::Mode;
    RecordState state{.mode = underPassphrase ? Mode::AwaitsPassphrase : Mode::InMemory,
                      .underPassphrase = underPassphrase};
    if (why) {
        state.mode = Mode::CannotOpen;
        state.why = Error{.code = *why};
    }
    return state;
}

} // namespace

class TestProtectionController : public QObject
{
    Q_OBJECT
    //! A run of the program, as far as its history goes.
    struct Run {
        explicit Run(TestProtectionController &test)
            : settings(test.m_folder->filePath(u"settings.ini"_s)),
              keeper(history, test.m_secrets, test.m_folder->filePath(u"history.db"_s), cheap),
              protection(new ProtectionController(keeper, settings, &window)),
              settled(protection, &ProtectionController::settled), told(protection, &ProtectionController::told)
        {
            window.show();
            keeper.open(settings.keepNothing() ? RecordLifecycle::Keep::Nothing : RecordLifecycle::Keep::OnDisk);
            [[maybe_unused]] const bool opened = waitFor([this] { return !keeper.isBusy(); });
        }
        template<class T>
        T *dialog()
        {
            const auto dialogs = window.findChildren<T *>();
            for (T *each : dialogs) {
                if (each->isVisible())
                    return each;
            }
            return nullptr;
        }
        void press(const QString &text)
        {
            const auto buttons = window.findChildren<QAbstractButton *>();
            for (QAbstractButton *each : buttons) {
                if (each->isVisible() && each->isEnabled() && each->text().remove(u'&') == text)
                    return each->click();
            }
            QFAIL(qPrintable(u"no button "_s + text));
        }
        //! Into the entries, from the top.
        void type(const QStringList &texts)
        {
            const auto entries = dialog<PassphraseDialog>()->template findChildren<SecretEntry *>();
            QCOMPARE(entries.size(), texts.size());
            for (qsizetype i = 0; i < texts.size(); ++i)
                entries[i]->entry()->setText(texts[i]);
        }
        QString problem()
        {
            const auto fields = dialog<PassphraseDialog>()->template findChildren<FormField *>();
            for (FormField *each : fields) {
                if (each->hasProblem())
                    return each->problem();
            }
            return {};
        }
        QWidget window;
        LocalRecord history{stillClock()};
        Settings settings;
        RecordLifecycle keeper;
        ProtectionController *protection;
        QSignalSpy settled;
        QSignalSpy told;
    };

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeSecretStore m_secrets;

    void makeProtectedRecord()
    {
        m_secrets.mood = Mood::Absent;
        Run run(*this);
        run.protection->remedy();
        run.press(u"Keep it so"_s);
        run.type({passphrase, passphrase});
        run.press(u"Protect"_s);
        QTRY_VERIFY(!run.dialog<PassphraseDialog>());
        QVERIFY(resultOf(run.history.record(goodOutcome())));
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_secrets.mood = Mood::Open;
        m_secrets.secrets.clear();
    }

    void whatCanBeDone()
    {
        QVERIFY(recordRemedy({}) == RecordRemedy::None);
        QVERIFY(recordRemedy(closed({})) == RecordRemedy::None); // practice
        QVERIFY(recordRemedy(closed(ErrorCode::KeychainAbsent)) == RecordRemedy::Choose);
        QVERIFY(recordRemedy(closed(ErrorCode::NotConfigured)) == RecordRemedy::FindKey);
        for (const ErrorCode why : {ErrorCode::KeychainLocked, ErrorCode::KeychainDenied, ErrorCode::Storage})
            QVERIFY(recordRemedy(closed(why)) == RecordRemedy::TryAgain);
        QVERIFY(recordRemedy(closed({}, true)) == RecordRemedy::EnterPassphrase);
        QVERIFY(recordRemedy(closed(ErrorCode::Unreadable, true)) == RecordRemedy::EnterPassphrase);
        const RecordState byChoice{.mode = RecordState::Mode::NothingKept, .underPassphrase = true};
        QVERIFY(recordRemedy(byChoice) == RecordRemedy::None);
        QVERIFY(recordStateText(byChoice).isEmpty()); // a calm state
    }
    void fault48_aPassphraseWhereThereIsNoKeyring()
    {
        makeProtectedRecord();
        Run run(*this);
        QVERIFY(run.dialog<PassphraseDialog>());
        QCOMPARE(run.settled.count(), 0); // no check goes out before it is known where it goes
        run.type({passphrase});
        run.press(u"Open the history"_s);
        QTRY_COMPARE(run.settled.count(), 1);
        QVERIFY(!run.dialog<PassphraseDialog>() && !run.keeper.state().isForThisRunOnly());
        QCOMPARE(resultOf(run.history.checks({.pageSize = 1}))->total, 1);
    }
    void fault51_aWrongPassphraseIsSaidAtOnceAndTriedAgain()
    {
        makeProtectedRecord();
        Run run(*this);
        run.press(u"Open the history"_s);
        QCOMPARE(run.problem(), u"Enter the passphrase."_s);
        run.type({u"no such lantern"_s});
        run.press(u"Open the history"_s);
        QTRY_VERIFY(run.problem().startsWith(u"This is not the passphrase"_s));
        QCOMPARE(run.settled.count(), 0);
        QLineEdit *entry = run.dialog<PassphraseDialog>()->findChild<QLineEdit *>();
        QVERIFY(entry->hasFocus() || entry == run.dialog<PassphraseDialog>()->focusWidget());
        QCOMPARE(QAccessible::queryAccessibleInterface(entry)->text(QAccessible::Description), run.problem());
        run.type({passphrase});
        QCOMPARE(run.problem(), QString());
        run.press(u"Open the history"_s);
        QTRY_VERIFY(!run.keeper.state().isForThisRunOnly());
        QTRY_COMPARE(run.settled.count(), 1);
    }
    void aSecondEnterWhileItIsTriedDoesNotGiveUp()
    {
        makeProtectedRecord();
        Run run(*this);
        run.type({passphrase});
        auto *dialog = run.dialog<PassphraseDialog>();
        QSignalSpy given(dialog, &PassphraseDialog::submitted);
        QSignalSpy rejected(dialog, &QDialog::rejected);
        auto *entry = dialog->findChild<QLineEdit *>();
        entry->setFocus();
        for (int press = 0; press < 3; ++press)
            QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QCOMPARE(given.count(), 1);
        QTRY_COMPARE(run.settled.count(), 1);
        QCOMPARE(rejected.count(), 0);
        QVERIFY(!run.keeper.state().isForThisRunOnly());
    }
    void fault50_aForgottenPassphraseIsNoDeadEnd()
    {
        makeProtectedRecord();
        m_secrets.mood = Mood::Open;
        Run run(*this);
        run.press(u"Forgotten…"_s);
        QTRY_VERIFY(run.dialog<Question>());
        QCOMPARE(run.settled.count(), 0);
        run.press(u"Cancel"_s);
        QTRY_COMPARE(run.settled.count(), 1);
        QVERIFY(run.keeper.state().isForThisRunOnly());
        run.protection->remedy();
        run.press(u"Forgotten…"_s);
        QTRY_VERIFY(run.dialog<Question>());
        run.press(u"Begin a new history"_s);
        QTRY_VERIFY(!run.keeper.state().isForThisRunOnly());
        QTRY_VERIFY(!run.told.empty());
        QVERIFY(run.told.last()[0].toString().contains(u"history.locked-"_s));
        QCOMPARE(run.told.last()[1].toBool(), false);
        QCOMPARE(resultOf(run.history.checks({.pageSize = 1}))->total, 0);
    }
    void fault50_aMissingKeyIsNoDeadEnd()
    {
        {
            Run run(*this);
            QVERIFY(resultOf(run.history.record(goodOutcome())));
        }
        const auto key = m_secrets.secrets;
        m_secrets.secrets.clear();
        Run run(*this);
        QCOMPARE(run.keeper.state().why->code, ErrorCode::NotConfigured);
        run.protection->remedy();
        QVERIFY(run.dialog<Question>());
        m_secrets.secrets = key; // somebody has brought it back
        run.press(u"Try again"_s);
        QTRY_VERIFY(!run.keeper.state().isForThisRunOnly());
        QCOMPARE(resultOf(run.history.checks({.pageSize = 1}))->total, 1);
    }
    void fault50_aNewHistoryIsBegunWhenAskedFor()
    {
        {
            Run run(*this);
            QVERIFY(resultOf(run.history.record(goodOutcome())));
        }
        m_secrets.secrets.clear();
        Run run(*this);
        run.protection->remedy();
        run.press(u"Begin a new history"_s);
        QTRY_VERIFY(!run.keeper.state().isForThisRunOnly());
        QCOMPARE(resultOf(run.history.checks({.pageSize = 1}))->total, 0);
        QCOMPARE(QDir(m_folder->path()).entryList({u"history.locked-*.db"_s}).size(), 1);
    }
    void notNowIsThisRunOnlyAndCanBeMadeUpFor()
    {
        makeProtectedRecord();
        Run run(*this);
        run.press(u"Not now"_s);
        QCOMPARE(run.settled.count(), 1);
        QVERIFY(run.keeper.state().isForThisRunOnly());
        QVERIFY(resultOf(run.history.record(goodOutcome())));
        run.protection->remedy();
        run.type({passphrase});
        run.press(u"Open the history"_s);
        QTRY_VERIFY(!run.keeper.state().isForThisRunOnly());
        QCOMPARE(run.settled.count(), 1);
        QCOMPARE(resultOf(run.history.checks({.pageSize = 5}))->total, 2);
    }
    void fault51_aDamagedKeyFileIsNamed()
    {
        makeProtectedRecord();
        QFile file(m_folder->filePath(u"history.key"_s));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(80) && file.write("damage") == 6);
        file.close();
        Run run(*this);
        run.type({passphrase});
        run.press(u"Open the history"_s);
        QTRY_VERIFY(run.dialog<PassphraseDialog>()->findChild<QPushButton *>());
        QTRY_VERIFY(recordStateText(run.keeper.state()).contains(u"history.key"_s));
        run.press(u"Not now"_s);
        QCOMPARE(run.settled.count(), 1);
    }
    void aNewPassphraseIsLongEnoughAndTypedTwice()
    {
        m_secrets.mood = Mood::Absent;
        Run run(*this);
        QCOMPARE(run.settled.count(), 1);
        run.protection->choose();
        run.press(u"Under a passphrase"_s);
        run.press(u"Keep it so"_s);
        run.type({u"sevenñ7"_s, u"sevenñ7"_s});
        run.press(u"Protect"_s);
        QCOMPARE(run.problem(), u"A passphrase has at least 8 characters."_s);
        run.type({passphrase, passphrase + u' '});
        run.press(u"Protect"_s);
        QCOMPARE(run.problem(), u"This is not the same as above. Type it once more."_s);
        QVERIFY(!QFile::exists(m_folder->filePath(u"history.key"_s)));
        run.press(u"Cancel"_s);
        QVERIFY(run.keeper.state().isForThisRunOnly());
    }
    void changesThePassphrase()
    {
        makeProtectedRecord();
        Run run(*this);
        run.press(u"Not now"_s);
        run.protection->choose();
        run.press(u"Change the passphrase…"_s);
        run.type({u"no such lantern"_s, u"another lantern"_s, u"another lantern"_s});
        run.press(u"Change"_s);
        QTRY_VERIFY(run.problem().startsWith(u"This is not the passphrase"_s));
        run.type({passphrase, u"another lantern"_s, u"another lantern"_s});
        run.press(u"Change"_s);
        QTRY_VERIFY(!run.dialog<PassphraseDialog>());
        run.protection->remedy();
        run.type({u"another lantern"_s});
        run.press(u"Open the history"_s);
        QTRY_VERIFY(!run.keeper.state().isForThisRunOnly());
    }
    void keepNothingIsRememberedAndCanBeTakenBack()
    {
        m_secrets.mood = Mood::Absent;
        {
            Run run(*this);
            run.protection->remedy();
            run.press(u"Keep nothing on this computer"_s);
            run.press(u"Keep it so"_s);
            QVERIFY(run.settings.keepNothing() && run.keeper.state().mode == RecordState::Mode::NothingKept);
        }
        m_secrets.mood = Mood::Open;
        {
            Run run(*this);
            QVERIFY(run.keeper.state().mode == RecordState::Mode::NothingKept && run.settled.count() == 1);
            QVERIFY(!QFile::exists(m_folder->filePath(u"history.db"_s)) && m_secrets.secrets.isEmpty());
            run.protection->choose();
            run.press(u"In the keyring of this computer"_s);
            run.press(u"Keep it so"_s);
            QTRY_VERIFY(!run.keeper.state().isForThisRunOnly());
            QVERIFY(!run.settings.keepNothing());
        }
        Run run(*this);
        QVERIFY(run.keeper.state().mode == RecordState::Mode::OnDisk);
    }
    void fromThePassphraseToTheKeyring()
    {
        makeProtectedRecord();
        m_secrets.mood = Mood::Open;
        Run run(*this);
        run.type({passphrase});
        run.press(u"Open the history"_s);
        QTRY_COMPARE(run.settled.count(), 1);
        run.protection->choose();
        run.press(u"In the keyring of this computer"_s);
        run.press(u"Keep it so"_s);
        QTRY_COMPARE(run.told.count(), 1);
        QVERIFY(!run.keeper.state().underPassphrase);
        run.protection->choose(); // and not back: its key may be other folders' too
        const auto ways = run.dialog<RecordKeepingDialog>()->findChildren<QRadioButton *>();
        QCOMPARE(ways.size(), 2);
    }
    void fault47_triesAgainAndSaysHowThatWent()
    {
        {
            Run run(*this);
            QVERIFY(resultOf(run.history.record(goodOutcome())));
        }
        m_secrets.mood = Mood::Locked;
        Run run(*this);
        QVERIFY(recordStateText(run.keeper.state()).contains(u"keyring is locked"_s));
        QCOMPARE(run.settled.count(), 1); // checks do not wait for a keyring
        run.protection->remedy();
        QTRY_COMPARE(run.told.count(), 1);
        QCOMPARE(run.told.takeFirst().at(1).toBool(), true);
        m_secrets.mood = Mood::Open;
        run.protection->remedy();
        QTRY_COMPARE(run.told.count(), 1);
        QCOMPARE(run.told.takeFirst().at(1).toBool(), false);
        QVERIFY(!run.keeper.state().isForThisRunOnly());
    }
    void whoCannotSeeHearsWhatTheEntriesAre()
    {
        PassphraseDialog dialog(PassphraseDialog::Purpose::Change, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QStringList names;
        const auto entries = dialog.findChildren<SecretEntry *>();
        for (SecretEntry *each : entries)
            names += QAccessible::queryAccessibleInterface(each->entry())->text(QAccessible::Name);
        QCOMPARE(names, QStringList({u"Passphrase until now"_s, u"New passphrase"_s, u"The same once more"_s}));
        QVERIFY(dialog.accessibleDescription().contains(u"Nobody can recover"_s));
        for (SecretEntry *each : entries)
            QCOMPARE(each->entry()->echoMode(), QLineEdit::Password);
        auto *show = entries.front()->findChild<QPushButton *>();
        dialog.show();
        QCOMPARE(show->accessibleName(), u"Show: Passphrase until now"_s);
        show->click();
        QCOMPARE(entries.front()->entry()->echoMode(), QLineEdit::Normal);
    }
    void nothingTypedStaysBehind()
    {
        Run run(*this);
        auto *dialog = new PassphraseDialog(PassphraseDialog::Purpose::Create, &run.window);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->open();
        run.type({passphrase, passphrase});
        dialog->reject();
        const auto entries = dialog->findChildren<QLineEdit *>();
        for (QLineEdit *each : entries)
            QVERIFY(each->text().isEmpty());
    }
};

LINTERNA_TEST(TestProtectionController)

} // namespace test_protectioncontroller

#include "test_protectioncontroller.moc"
